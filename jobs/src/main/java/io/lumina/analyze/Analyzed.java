package io.lumina.analyze;

import io.lumina.job.StepResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading.
 *
 * @param tally of the files that were read
 * @param more what was done beside; none where nothing was to do
 * @param leftOpen what the next run would read, or be waiting for, if no file changed until then
 */
public record Analyzed(Tally tally, Optional<More> more, long leftOpen) implements StepResult {
  /** Name of the count of {@link #leftOpen}, for who asks the ledger. */
  public static final String LEFT_OPEN = "left_open";

  /**
   * What an analysis does beside reading what is new.
   *
   * @param looks second looks; none where nothing waited for one
   * @param renewed contents whose hashes were made anew
   * @param jpegs that were decoded, by the name of the counter of who did it
   */
  public record More(Optional<Looked> looks, long renewed, Map<String, Long> jpegs) {}

  /**
   * Second looks.
   *
   * @param contents that were read again
   * @param seen those that could be looked at
   */
  public record Looked(long contents, long seen) {}

  /** An analysis of which it is known that it would find nothing to do, now and next time. */
  public record Settled() implements StepResult {
    @Override
    public Map<String, Long> counts() {
      return Map.of(LEFT_OPEN, 0L);
    }
  }

  public Analyzed {
    Objects.requireNonNull(tally, "tally");
    Objects.requireNonNull(more, "more");
  }

  /** Nothing was to do. */
  static Analyzed nothing(Tally tally, long leftOpen) {
    return new Analyzed(tally, Optional.empty(), leftOpen);
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>(tally.counts());
    more.ifPresent(
        done -> {
          done.looks()
              .ifPresent(
                  looked -> {
                    counts.put("second_looks", looked.contents());
                    counts.put("seen_at_last", looked.seen());
                  });
          counts.put("hashes_renewed", done.renewed());
          counts.putAll(done.jpegs());
        });
    counts.put(LEFT_OPEN, leftOpen);
    return counts;
  }
}
