package io.lumina.publish;

import io.lumina.job.StepResult;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a publication changed: images inserted, updated, unchanged, lost (no longer in the catalog,
 * now missing), adopted (the same picture under another id) and superseded (another one took its
 * path), statuses that came back to their pictures, and the rows of the tables around them.
 *
 * @param merged rows, by what became of them
 * @param merging how long the transaction in PostgreSQL took
 */
public record Published(Map<MergeCount, Long> merged, Duration merging) implements StepResult {
  public Published {
    merged = new EnumMap<>(merged);
    Objects.requireNonNull(merging, "merging");
  }

  /** Rows that are not as they were. */
  public long changed() {
    return merged.entrySet().stream()
        .filter(count -> count.getKey() != MergeCount.IMAGES_UNCHANGED)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (MergeCount count : MergeCount.values()) {
      counts.put(count.label(), merged.getOrDefault(count, 0L));
    }
    counts.put("merge_millis", merging.toMillis());
    return counts;
  }
}
