package io.lumina.analyze.read;

import io.lumina.table.AssetsTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * The contents of one size that the table holds, and those that this task gives rows of: a file
 * whose content is among them is not analysed. Sizes come in order, and of each size what the table
 * holds comes first.
 */
final class KnownContents {
  private final Scope scope;
  private final boolean isCut;

  /** What was asked for here: another task may have met these bytes first, as something else. */
  private final Set<String> asked = new HashSet<>();

  private final Readings stored = new Readings();
  private final Readings seen = new Readings();
  private long sizeAtHand = -1;

  /**
   * Contents that a task meets.
   *
   * @param isCut whether other tasks may read contents of the same size
   */
  KnownContents(Scope scope, boolean isCut) {
    this.scope = scope;
    this.isCut = isCut;
  }

  /** A row with {@link WorkRows#KNOWN}. */
  void add(Row row) {
    size(row.getAs(AssetsTable.SIZE_BYTES));
    Row known = row.getAs(WorkRows.KNOWN);
    stored.add(
        known.getAs(AssetsTable.SHA256),
        known.getAs(AssetsTable.FORMAT),
        Optional.ofNullable(known.getAs(AssetsTable.READ_AS)));
  }

  /** What follows is of this size. */
  void size(long size) {
    if (size != sizeAtHand) {
      stored.clear();
      seen.clear();
      asked.clear();
      sizeAtHand = size;
    }
  }

  /** Whether there is a row for a content of a format in files that are read as this. */
  boolean contains(String sha256, String format, String readAs) {
    boolean isHere =
        seen.contains(sha256, format, readAs)
            && (!isCut || asked.contains(Readings.key(sha256, readAs)));
    return isHere || (scope == Scope.NEW && stored.contains(sha256, format, readAs));
  }

  /**
   * Takes in a content that a row is made of.
   *
   * @return what {@link AssetsTable#READ_AS} is to say in that row
   */
  Optional<String> read(String sha256, String format, String readAs) {
    String first = stored.formats.getOrDefault(sha256, seen.formats.get(sha256));
    boolean plain = first == null || first.equals(format);
    Optional<String> as =
        plain && !stored.isSpecial(sha256, readAs) ? Optional.empty() : Optional.of(readAs);
    seen.add(sha256, format, as);
    asked.add(Readings.key(sha256, readAs));
    return as;
  }

  private static final class Readings {
    /** Of rows for all files of these bytes, whatever they are read as. */
    private final Map<String, String> formats = new HashMap<>();

    private final Set<String> special = new HashSet<>();

    void add(String sha256, String format, Optional<String> readAs) {
      readAs.ifPresentOrElse(
          as -> special.add(key(sha256, as)), () -> formats.put(sha256, format.intern()));
    }

    boolean contains(String sha256, String format, String readAs) {
      return isSpecial(sha256, readAs) || format.equals(formats.get(sha256));
    }

    boolean isSpecial(String sha256, String readAs) {
      return special.contains(key(sha256, readAs));
    }

    void clear() {
      formats.clear();
      special.clear();
    }

    private static String key(String sha256, String readAs) {
      return sha256 + readAs;
    }
  }
}
