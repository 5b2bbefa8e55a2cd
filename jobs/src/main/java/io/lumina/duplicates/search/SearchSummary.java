package io.lumina.duplicates.search;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.search.plan.PdqPlan;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the search did, for the report.
 *
 * @param pictures files that took part in the search for near pairs
 * @param scope which of them were searched for
 * @param passes hash and plan of each pass
 * @param candidates pairs that were compared, by pass
 * @param pairs pairs that the rule accepted, by pass
 * @param links pairs that left the tasks: enough to span the components
 * @param rule that accepted the pairs
 * @param devices that compared all pairs; empty when the bands chose which ones to compare
 * @param joined how the components were found, a sentence
 * @param note why another way was taken than the one asked for
 */
public record SearchSummary(
    long pictures,
    SearchScope scope,
    List<SearchPass> passes,
    long[] candidates,
    long[] pairs,
    long links,
    AcceptRule rule,
    List<String> devices,
    String joined,
    Optional<String> note) {

  /** Candidates of all passes. */
  public long allCandidates() {
    return java.util.Arrays.stream(candidates).sum();
  }

  /** Accepted pairs of all passes; a pair that several hashes find counts for each. */
  public long allPairs() {
    return java.util.Arrays.stream(pairs).sum();
  }

  /** Candidates that the plans expected. */
  public long predicted() {
    return Math.round(passes.stream().mapToDouble(this::predicted).sum());
  }

  /** Pictures that were searched for. */
  public long searched() {
    return scope instanceof SearchScope.Changes changes ? changes.nodes() : pictures;
  }

  private double predicted(SearchPass pass) {
    double known = 1 - (double) searched() / Math.max(1, pictures);
    return pass.plan().predicted() * (1 - known * known);
  }

  /** Sentences for a person. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(rule.sentence());
    note.ifPresent(sentences::add);
    sentences.add(joined);
    if (scope instanceof SearchScope.Changes changes) {
      sentences.add(
          "Searched anew for %,d pictures among %,d; the other pairs are known."
              .formatted(changes.nodes(), pictures));
    }
    if (!devices.isEmpty()) {
      sentences.add("All pairs were compared by " + String.join(", ", devices) + ".");
      for (int i = 0; i < rule.wholeHashes().size(); i++) {
        sentences.add(byAllPairs(i));
      }
      return sentences;
    }
    if (passes.get(0).family().isWord()) {
      String plan = new PdqPlan(passes).sentence();
      sentences.add(sentence(plan, predicted(), allCandidates(), allPairs()));
      return sentences;
    }
    for (int i = 0; i < passes.size(); i++) {
      sentences.add(byBands(i));
    }
    return sentences;
  }

  private String byAllPairs(int i) {
    return "%s: %d pairs compared, every one there is; %d accepted."
        .formatted(rule.wholeHashes().get(i).label(), candidates[i], pairs[i]);
  }

  private String byBands(int i) {
    SearchPass pass = passes.get(i);
    return sentence(
        pass.plan().sentence(pass.family().label()),
        Math.round(predicted(pass)),
        candidates[i],
        pairs[i]);
  }

  private static String sentence(String plan, long predicted, long compared, long accepted) {
    return "%s; %d candidates predicted, %d compared, %d accepted."
        .formatted(plan, predicted, compared, accepted);
  }
}
