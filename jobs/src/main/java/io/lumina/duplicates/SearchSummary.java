package io.lumina.duplicates;

import java.util.ArrayList;
import java.util.List;

/**
 * What the search did, for the report.
 *
 * @param pictures files that took part in the search for near pairs
 * @param scope which of them were searched for
 * @param passes hash and plan of each pass
 * @param candidates pairs that were compared, by pass
 * @param pairs pairs that the rule accepted, by pass
 * @param links pairs that left the tasks: enough to span the components
 * @param rule the accept rule as a sentence
 */
public record SearchSummary(
    long pictures,
    SearchScope scope,
    List<SearchPass> passes,
    long[] candidates,
    long[] pairs,
    long links,
    String rule) {

  /** Candidates of all passes. */
  long allCandidates() {
    return java.util.Arrays.stream(candidates).sum();
  }

  /** Accepted pairs of all passes; a pair that several hashes find counts for each. */
  long allPairs() {
    return java.util.Arrays.stream(pairs).sum();
  }

  /** Candidates that the plans expected. */
  long predicted() {
    return Math.round(passes.stream().mapToDouble(this::predicted).sum());
  }

  /** Pictures that were searched for. */
  long searched() {
    return scope instanceof SearchScope.Changes changes ? changes.nodes() : pictures;
  }

  private double predicted(SearchPass pass) {
    double known = 1 - (double) searched() / Math.max(1, pictures);
    return pass.plan().predicted() * (1 - known * known);
  }

  /** Whether every pair that the rule speaks of was found. */
  boolean complete() {
    return passes.stream().allMatch(pass -> pass.plan().exact());
  }

  /** Sentences for a person. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(rule);
    if (scope instanceof SearchScope.Changes changes) {
      sentences.add(
          "Searched for %,d new or changed pictures among %,d; the other pairs are known."
              .formatted(changes.nodes(), pictures));
    }
    if (passes.get(0).family().isWord()) {
      String plan = new PdqPlan(passes).sentence();
      sentences.add(sentence(plan, predicted(), allCandidates(), allPairs()));
      return sentences;
    }
    for (int i = 0; i < passes.size(); i++) {
      SearchPass pass = passes.get(i);
      String plan = pass.plan().sentence(pass.family().label());
      sentences.add(sentence(plan, Math.round(predicted(pass)), candidates[i], pairs[i]));
    }
    return sentences;
  }

  private static String sentence(String plan, long predicted, long compared, long accepted) {
    return "%s; %d candidates predicted, %d compared, %d accepted."
        .formatted(plan, predicted, compared, accepted);
  }
}
