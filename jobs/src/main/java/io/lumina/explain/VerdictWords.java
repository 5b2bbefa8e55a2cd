package io.lumina.explain;

import io.lumina.duplicates.rule.Clause;
import io.lumina.duplicates.rule.HashDistances;
import io.lumina.duplicates.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the rule says of a pair, in words. */
public final class VerdictWords {
  private VerdictWords() {}

  /** All distances, such as "dhash 3, ahash 1, whash 2, pdq 34". */
  public static String distances(Verdict verdict) {
    return verdict.distances().map(VerdictWords::distances).orElse("no hashes to compare");
  }

  /** The verdict and the clauses that it rests on. */
  public static String sentence(Verdict verdict) {
    if (verdict.sameBytes()) {
      return "the same bytes";
    }
    if (verdict.distances().isEmpty()) {
      return "not near: one of the two has no hashes";
    }
    List<Clause> found = holding(verdict.finders());
    if (found.isEmpty()) {
      return "not near: no hash is close enough (" + join(verdict.finders(), any -> true) + ")";
    }
    String by = "found by " + join(found, any -> true);
    if (verdict.near()) {
      String confirmed = join(verdict.conditions(), VerdictWords::isMeasure);
      return "near: " + by + (confirmed.isEmpty() ? "" : "; confirmed by " + confirmed);
    }
    String refused = join(verdict.conditions(), clause -> !clause.holds());
    return "not near: " + by + ", but " + (refused.isEmpty() ? "left out" : refused);
  }

  private static String distances(HashDistances distances) {
    List<String> parts = new ArrayList<>();
    distances.hashes().forEach((family, bits) -> parts.add(family.label() + " " + bits));
    distances.pdq().ifPresent(bits -> parts.add("pdq " + bits));
    return String.join(", ", parts);
  }

  private static List<Clause> holding(List<Clause> clauses) {
    return clauses.stream().filter(Clause::holds).toList();
  }

  /** A limit of zero is worth a word only when it is broken. */
  private static boolean isMeasure(Clause clause) {
    return clause.limit() > 0;
  }

  private static String join(List<Clause> clauses, Predicate<Clause> which) {
    return clauses.stream()
        .filter(which)
        .map(
            clause ->
                clause.name()
                    + " "
                    + number(clause.measured())
                    + (clause.holds() ? " ≤ " : " > ")
                    + number(clause.limit()))
        .collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
  }
}
