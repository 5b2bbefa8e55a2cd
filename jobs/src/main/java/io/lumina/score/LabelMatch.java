package io.lumina.score;

import java.util.Comparator;
import java.util.Optional;

/**
 * A label and a file that it may speak of.
 *
 * @param label with a path relative to something
 * @param file of the catalog
 * @param fit how well they go together
 */
record LabelMatch(LabelledFile label, CatalogFile file, Fit fit) {
  /** Best first. */
  static final Comparator<LabelMatch> ORDER =
      Comparator.comparing(LabelMatch::fit)
          .thenComparing(match -> -match.common(), Comparator.naturalOrder());

  /** Kinds of fit, the surest first. */
  enum Fit {
    /** The label is relative to the source directory or to a folder above it. */
    FROM_SOURCE,
    /** The label is relative to a folder below the source directory. */
    FROM_BELOW,
    /** The source directory was renamed or copied: only the path below it is the same. */
    BELOW_ONLY
  }

  /** The fit of a label and a file of the same name, if there is one. */
  static Optional<LabelMatch> of(LabelledFile label, CatalogFile file) {
    String below = file.relativePath();
    if (endsWith(file.path(), label.file())) {
      boolean whole = below.length() <= label.file().length();
      return Optional.of(new LabelMatch(label, file, whole ? Fit.FROM_SOURCE : Fit.FROM_BELOW));
    }
    return below.indexOf('/') > 0 && endsWith(label.file(), below)
        ? Optional.of(new LabelMatch(label, file, Fit.BELOW_ONLY))
        : Optional.empty();
  }

  /** Where the beginning of a label lies. */
  Place place() {
    String label = label().file();
    return fit == Fit.BELOW_ONLY
        ? new Place(less(label, file.relativePath()), less(file.path(), file.relativePath()))
        : new Place("", less(file.path(), label));
  }

  /** Letters that the two paths have in common at their ends. */
  private int common() {
    return fit == Fit.BELOW_ONLY ? file.relativePath().length() : label.file().length();
  }

  private static boolean endsWith(String path, String end) {
    return path.equals(end) || path.endsWith("/" + end);
  }

  private static String less(String path, String end) {
    return path.substring(0, path.length() - end.length());
  }

  /**
   * Labels that begin so lie in that folder.
   *
   * @param prefix beginning of a label; may be empty
   * @param folder what stands there instead in the catalog
   */
  record Place(String prefix, String folder) {

    Optional<String> path(LabelledFile label) {
      return label.file().startsWith(prefix)
          ? Optional.of(folder + label.file().substring(prefix.length()))
          : Optional.empty();
    }
  }
}
