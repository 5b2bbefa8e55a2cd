package io.lumina.duplicates.group;

import io.lumina.table.MembersTable;
import java.util.Collection;
import java.util.Locale;

/** Says in one sentence why a file is the pick, or why it belongs to one. */
public final class PickExplanation {
  private static final int LONGEST_NAME = 80;
  private static final int HASH_BITS = 64;

  private PickExplanation() {}

  /**
   * Why the primary is the pick: its points, the runner-up, the margin and the rule that decided.
   *
   * @param others the other files of the group, in any order
   */
  public static String primary(PickCandidate primary, Collection<PickCandidate> others) {
    String points = "%s is the pick with %s".formatted(name(primary), points(primary));
    if (primary.standing() == Standing.REJECTED) {
      return points + ", and a person rejected it like all others of its group.";
    }
    return others.stream()
        .min(PickOrder.INSTANCE)
        .map(
            second ->
                points
                    + ", ahead of %s with %s: %s."
                        .formatted(name(second), total(second), reason(primary, second)))
        .orElse(points + ".");
  }

  /**
   * Why a file belongs to the primary.
   *
   * @param distance bits of difference of the difference hashes; of no matter for an exact member
   * @param relation a value of {@link MembersTable#RELATION} other than primary
   */
  public static String member(
      PickCandidate primary, PickCandidate member, int distance, String relation) {
    return switch (relation) {
      case "exact" ->
          "%s has the same bytes as the pick %s%s."
              .formatted(
                  name(member),
                  name(primary),
                  PickOrder.decisive(primary, member) == PickOrder.Rule.STANDING
                      ? "; the pick wins: " + reason(primary, member)
                      : "");
      case "near" ->
          "%s shows the same picture as the pick %s (%d of %d hash bits differ); the pick wins: %s."
              .formatted(name(member), name(primary), distance, HASH_BITS, reason(primary, member));
      default ->
          throw new IllegalArgumentException(
              "Relation is '" + relation + "', but must be exact or near");
    };
  }

  private static String reason(PickCandidate first, PickCandidate second) {
    return switch (PickOrder.decisive(first, second)) {
      case STANDING -> standing(first, second);
      case READABLE -> "the other is too damaged to be read";
      case LARGER ->
          "it is larger (%s against %s megapixels)"
              .formatted(megapixels(first), megapixels(second));
      case MERIT -> merit(first, second);
      case SCORE ->
          "its score is higher by %s points"
              .formatted(decimals(first.quality().score() - second.quality().score()));
      case PIXELS -> "equal scores, but %d pixels more".formatted(first.pixels() - second.pixels());
      case BYTES -> "equal scores, but %d bytes more".formatted(first.bytes() - second.bytes());
      case METADATA ->
          "equal picture, but %d metadata fields against %d"
              .formatted(first.metadataFields(), second.metadataFields());
      case DATE ->
          "equal picture, but its date is surer (%d against %d of 100)"
              .formatted(first.dateConfidence(), second.dateConfidence());
      case ROOT -> "equal files, but it lies in the preferred folder of the catalog";
      case OLDEST -> "equal files, but it is the older one";
      case PATH -> "equal files, and its path comes first in the alphabet";
    };
  }

  private static String standing(PickCandidate first, PickCandidate second) {
    if (first.standing() == Standing.CHOSEN) {
      return "a person chose to keep it";
    }
    return second.standing() == Standing.REJECTED
        ? "a person rejected the other"
        : "the other is archived";
  }

  private static String merit(PickCandidate first, PickCandidate second) {
    double margin = first.quality().score() - second.quality().score();
    if (first.fromCamera() && !second.fromCamera() && margin <= 0) {
      return "it shows that it comes from a camera, and the other only gained %s points by being"
              .formatted(decimals(-margin))
          + " written anew";
    }
    if (margin > 0) {
      return "its score is higher by %s points".formatted(decimals(margin));
    }
    return "leaving aside what writing a file anew adds, its score is higher by %s points"
        .formatted(decimals(PickOrder.merit(first) - PickOrder.merit(second)));
  }

  private static String points(PickCandidate file) {
    PickCandidate.Quality quality = file.quality();
    return "%s (format %s, resolution %s, size %s, sharpness %s)"
        .formatted(
            total(file),
            decimals(quality.format()),
            decimals(quality.resolution()),
            decimals(quality.size()),
            decimals(quality.sharpness()));
  }

  private static String total(PickCandidate file) {
    return decimals(file.quality().score()) + " points";
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** The file name, fit for one line: control and direction characters become question marks. */
  private static String name(PickCandidate file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    String plain = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    int length = plain.codePointCount(0, plain.length());
    return length <= LONGEST_NAME
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  private static String megapixels(PickCandidate file) {
    return decimals(file.pixels() / 1e6);
  }
}
