package io.lumina.meta.field;

import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.date.DateField;
import java.util.List;
import java.util.Objects;

/**
 * What reading one file's metadata gave.
 *
 * @param metadata the values found; {@link Metadata#EMPTY} when there are none
 * @param dates every date found, in the order of {@link DateField}
 * @param issues oddities met on the way, at most a dozen
 */
public record MetadataReading(
    Metadata metadata, List<DateCandidate> dates, List<MetadataIssue> issues) {
  public MetadataReading {
    Objects.requireNonNull(metadata, "metadata");
    dates = List.copyOf(dates);
    issues = List.copyOf(issues);
  }
}
