package io.lumina.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known name with the fewest edits to what was typed, case ignored; none when more than a
   * third of the longer one (and more than two letters) would have to change. Ties go to the name
   * that sorts first.
   */
  public static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(fold(typed), fold(name)) <= tolerance(typed, name))
        .min(
            Comparator.comparingInt((String name) -> distance(fold(typed), fold(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A sentence to put behind a message about an unknown name; empty when nothing is near. */
  public static String hint(String typed, Collection<String> known) {
    return to(typed, known).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  /**
   * Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other
   * (Damerau-Levenshtein, optimal string alignment).
   */
  static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int step(int[][] edits, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = edits[i - 1][j - 1] + (same ? 0 : 1);
    best = Math.min(best, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }

  private static int tolerance(String a, String b) {
    return Math.max(2, Math.max(a.length(), b.length()) / 3);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
