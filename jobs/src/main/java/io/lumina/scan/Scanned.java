package io.lumina.scan;

import io.lumina.job.StepResult;
import io.lumina.scan.compare.ChangeCounts;
import io.lumina.scan.list.ListingTally;
import io.lumina.table.ListingRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a scan found.
 *
 * @param changes of files since the listing before
 * @param tally what else lies in the sources
 */
public record Scanned(ChangeCounts changes, ListingTally tally) implements StepResult {
  public Scanned {
    Objects.requireNonNull(changes, "changes");
    Objects.requireNonNull(tally, "tally");
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>(changes.named());
    counts.putAll(notLookedAt());
    return counts;
  }

  /** Only what was passed by, under the names of {@link #counts}. */
  public Map<String, Long> notLookedAt() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(ListingRows.OTHER, tally.others());
    tally.skipped().forEach((reason, skipped) -> counts.put("skipped_" + reason, skipped.count()));
    return counts;
  }
}
