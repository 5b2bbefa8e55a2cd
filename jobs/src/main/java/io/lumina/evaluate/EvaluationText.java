package io.lumina.evaluate;

import io.lumina.duplicates.rule.Verdict;
import io.lumina.explain.VerdictWords;
import io.lumina.failure.Printable;
import io.lumina.score.FilePair;
import io.lumina.score.HardNegatives;
import io.lumina.score.Score;
import io.lumina.score.Share;
import io.lumina.text.Spoken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An evaluation for a person to read. */
public final class EvaluationText {
  private final Evaluation evaluation;
  private final int show;
  private final List<String> lines = new ArrayList<>();

  public EvaluationText(Evaluation evaluation, int show) {
    this.evaluation = evaluation;
    this.show = show;
  }

  /** All lines, each ended. */
  public String text() {
    lines.add(
        "Catalog %s against %s: %s, groups of run %s"
            .formatted(
                evaluation.catalog(),
                evaluation.truth(),
                Spoken.many(evaluation.scored(), "labelled picture"),
                evaluation.run().runId()));
    score("groups", evaluation.groups());
    score("pairs", evaluation.pairs());
    lines.add("  rule        " + evaluation.rule());
    evaluation.run().doubts().forEach(doubt -> lines.add("  note        " + doubt));
    names("not in the catalog", evaluation.missing(), "labelled picture", "; counted as missed");
    names("outside", evaluation.outside(), "labelled picture", "; in no source, not scored");
    names("no label", evaluation.unlabelled(), "file", "; not scored");
    if (evaluation.others() > 0) {
      lines.add(
          "  no pictures %s (sidecars, clips, broken samples); not scored"
              .formatted(Spoken.many(evaluation.others(), "labelled file")));
    }
    negatives();
    usual();
    transforms();
    pairs(
        "False pairs",
        evaluation.falsePairs(show),
        Score::falsePairs,
        evaluation.groups().falsePositives(),
        evaluation.pairs().falsePositives());
    pairs(
        "Missed pairs",
        evaluation.missedPairs(show),
        Score::missedPairs,
        missed(evaluation.groups()),
        missed(evaluation.pairs()));
    return lines.stream().map(line -> Printable.of(line) + "\n").collect(Collectors.joining());
  }

  private void usual() {
    if (!evaluation.usual().isEmpty()) {
      lines.add("Other rules over the same pairs");
      evaluation
          .usual()
          .forEach(
              (name, score) ->
                  lines.add(
                      String.format(
                          Locale.ROOT,
                          "  precision=%.4f recall=%.4f f1=%.4f tp=%d fp=%d  %s",
                          score.precision(),
                          score.recall(),
                          score.f1(),
                          score.truePairs().found(),
                          score.falsePositives(),
                          name)));
    }
  }

  private static long missed(Score score) {
    return score.truePairs().all() - score.truePairs().found();
  }

  private void score(String name, Score score) {
    lines.add(
        String.format(
            Locale.ROOT,
            "  %-11s precision=%.4f recall=%.4f f1=%.4f tp=%d fp=%d positives=%d hard=%s burst=%s",
            name,
            score.precision(),
            score.recall(),
            score.f1(),
            score.truePairs().found(),
            score.falsePositives(),
            score.truePairs().all(),
            score.hard(),
            score.burst()));
  }

  private void names(String title, Evaluation.Names names, String noun, String meaning) {
    if (names.count() > 0) {
      String first = names.first().stream().map(Printable::of).collect(Collectors.joining(", "));
      lines.add(
          "  %-11s %s%s: %s%s"
              .formatted(
                  title,
                  Spoken.many(names.count(), noun),
                  meaning,
                  first,
                  names.count() > names.first().size() ? ", …" : ""));
    }
  }

  private void negatives() {
    HardNegatives groups = evaluation.groups().negatives();
    HardNegatives pairs = evaluation.pairs().negatives();
    table("Hard negatives found", "groups", "pairs");
    table("  flat frames with photos", groups.flat(), pairs.flat());
    table("  different files with unlike ones", groups.different(), pairs.different());
    Set<String> names = new TreeSet<>(groups.confused().keySet());
    names.addAll(pairs.confused().keySet());
    names.forEach(name -> confused(name, groups, pairs));
  }

  private void confused(String name, HardNegatives groups, HardNegatives pairs) {
    table(
        "  pairs among " + Printable.of(name),
        groups.confused().getOrDefault(name, 0L),
        pairs.confused().getOrDefault(name, 0L));
  }

  private void transforms() {
    Map<String, Share> groups = evaluation.groups().transforms();
    Map<String, Share> pairs = evaluation.pairs().transforms();
    if (groups.isEmpty()) {
      return;
    }
    table("Original and made from it", "groups", "pairs");
    List<String> complete = new ArrayList<>();
    groups.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Share> entry) ->
                        (double) entry.getValue().found() / entry.getValue().all())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            entry -> {
              String name = entry.getKey().isEmpty() ? "(not named)" : Printable.of(entry.getKey());
              Share pair = pairs.get(entry.getKey());
              if (entry.getValue().isWhole() && pair.isWhole()) {
                complete.add(name + " " + pair);
              } else {
                table("  " + name, entry.getValue(), pair);
              }
            });
    if (!complete.isEmpty()) {
      lines.add("  all found by both: " + String.join(", ", complete));
    }
  }

  private void table(String name, Object groups, Object pairs) {
    lines.add("%-42s %-9s %s".formatted(name, groups, pairs));
  }

  private void pairs(
      String title,
      List<FilePair> pairs,
      Function<Score, List<FilePair>> part,
      long inGroups,
      long byRule) {
    if (inGroups + byRule == 0) {
      return;
    }
    lines.add(
        "%s: %s of the groups, %s of the rule%s"
            .formatted(
                title,
                Spoken.count(inGroups),
                Spoken.count(byRule),
                pairs.size() >= show ? "; the first " + pairs.size() : ""));
    for (FilePair pair : pairs) {
      boolean groups = part.apply(evaluation.groups()).contains(pair);
      boolean rule = part.apply(evaluation.pairs()).contains(pair);
      lines.add(
          "  %-11s %s | %s"
              .formatted(
                  groups && rule ? "both" : groups ? "groups" : "rule",
                  Printable.of(pair.a().file()),
                  Printable.of(pair.b().file())));
      lines.add("  %-11s   %s".formatted("", verdict(pair)));
    }
  }

  private String verdict(FilePair pair) {
    Verdict verdict = evaluation.verdicts().get(pair);
    return verdict == null
        ? "one of the two is not in the catalog"
        : VerdictWords.distances(verdict) + "; " + VerdictWords.sentence(verdict);
  }
}
