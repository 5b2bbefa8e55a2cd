package io.lumina.evaluate;

import io.lumina.duplicates.rule.Verdict;
import io.lumina.explain.VerdictWords;
import io.lumina.score.FilePair;
import io.lumina.score.Score;
import io.lumina.score.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An evaluation for a program to read. */
public final class EvaluationJson {
  private final Evaluation evaluation;
  private final int show;

  public EvaluationJson(Evaluation evaluation, int show) {
    this.evaluation = evaluation;
    this.show = show;
  }

  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("catalog", evaluation.catalog());
    values.put("truth", evaluation.truth());
    values.put("run_id", evaluation.run().runId());
    values.put("finished_at", evaluation.run().finishedAt().toString());
    values.put("table_versions", new TreeMap<>(evaluation.versions()));
    values.put("rule", evaluation.rule());
    values.put("notes", evaluation.run().doubts());
    values.put("labelled_pictures", evaluation.scored());
    values.put("labelled_not_in_catalog", names(evaluation.missing()));
    values.put("labelled_outside", names(evaluation.outside()));
    values.put("labelled_no_pictures", evaluation.others());
    values.put("unlabelled", names(evaluation.unlabelled()));
    values.put("groups", score(evaluation.groups()));
    values.put("pairs", score(evaluation.pairs()));
    Map<String, Object> usual = new LinkedHashMap<>();
    evaluation.usual().forEach((name, score) -> usual.put(name, score(score)));
    values.put("other_rules", usual);
    values.put(
        "false_pairs",
        pairs(
            evaluation.falsePairs(show),
            evaluation.groups().falsePairs(),
            evaluation.pairs().falsePairs()));
    values.put(
        "missed_pairs",
        pairs(
            evaluation.missedPairs(show),
            evaluation.groups().missedPairs(),
            evaluation.pairs().missedPairs()));
    return values;
  }

  private static Map<String, Object> names(Evaluation.Names names) {
    return Map.of("count", names.count(), "first", names.first());
  }

  private static Map<String, Object> score(Score score) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("precision", score.precision());
    values.put("recall", score.recall());
    values.put("f1", score.f1());
    values.put("tp", score.truePairs().found());
    values.put("fp", score.falsePositives());
    values.put("positives", score.truePairs().all());
    values.put("hard", share(score.hard()));
    values.put("burst", share(score.burst()));
    Map<String, Object> transforms = new LinkedHashMap<>();
    score.transforms().forEach((name, share) -> transforms.put(name, share(share)));
    values.put("transforms", transforms);
    values.put("flat_with_photos", share(score.negatives().flat()));
    values.put("different_grouped", share(score.negatives().different()));
    values.put("confusable_pairs", score.negatives().confused());
    return values;
  }

  private static Map<String, Object> share(Share share) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("found", share.found());
    values.put("of", share.all());
    return values;
  }

  private List<Map<String, Object>> pairs(
      List<FilePair> pairs, List<FilePair> inGroups, List<FilePair> byRule) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (FilePair pair : pairs) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("a", pair.a().file());
      values.put("b", pair.b().file());
      values.put("groups", inGroups.contains(pair));
      values.put("pairs", byRule.contains(pair));
      Verdict verdict = evaluation.verdicts().get(pair);
      if (verdict != null) {
        verdict
            .distances()
            .ifPresent(
                distances -> {
                  distances.hashes().forEach((family, bits) -> values.put(family.label(), bits));
                  distances.pdq().ifPresent(bits -> values.put("pdq", bits));
                });
        values.put("verdict", VerdictWords.sentence(verdict));
      }
      all.add(values);
    }
    return all;
  }
}
