package io.lumina.scan.compare;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many files changed in which way. */
public final class ChangeCounts {
  private static final Set<Change> NOTHING_TO_WRITE =
      EnumSet.of(Change.UNCHANGED, Change.STILL_MISSING, Change.UNKNOWN);

  private final Map<Change, Long> counts = new EnumMap<>(Change.class);

  private ChangeCounts() {
    for (Change change : Change.values()) {
      counts.put(change, 0L);
    }
  }

  /** Counts pairs of {@link ListingDiff}. */
  public static ChangeCounts of(Dataset<Row> pairs) {
    ChangeCounts changes = new ChangeCounts();
    for (Row row : pairs.groupBy(ListingDiff.CHANGE).agg(count(lit(1))).collectAsList()) {
      changes.counts.put(Change.valueOf(row.getString(0)), row.getLong(1));
    }
    return changes;
  }

  /** Those that were counted elsewhere; of all others there are none. */
  public static ChangeCounts of(Map<Change, Long> counted) {
    ChangeCounts changes = new ChangeCounts();
    changes.counts.putAll(counted);
    return changes;
  }

  /** Those of a listing that is the last one again. */
  public static ChangeCounts none(long unchanged, long stillMissing) {
    return of(Map.of(Change.UNCHANGED, unchanged, Change.STILL_MISSING, stillMissing));
  }

  /** How many files changed in this way. */
  public long of(Change change) {
    return counts.get(change);
  }

  /** Files that are missing. */
  public long missing() {
    return counts.get(Change.MISSING) + counts.get(Change.STILL_MISSING);
  }

  public boolean any(Change change) {
    return counts.get(change) > 0;
  }

  /** Whether every file is as the catalog knows it. */
  public boolean isNothing() {
    return counts.entrySet().stream()
        .allMatch(entry -> entry.getValue() == 0 || NOTHING_TO_WRITE.contains(entry.getKey()));
  }

  /** All files, those that are missing too. */
  public long all() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** By name for the report, first the files that are there. */
  public Map<String, Long> named() {
    Map<String, Long> named = new LinkedHashMap<>();
    named.put("files", all() - counts.get(Change.MISSING) - counts.get(Change.STILL_MISSING));
    counts.forEach((change, count) -> named.put(change.label(), count));
    return named;
  }
}
