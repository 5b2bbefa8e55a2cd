package io.lumina.duplicates.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.HashDistribution;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.rule.PdqRule;
import io.lumina.duplicates.search.plan.BandPlan;
import io.lumina.duplicates.search.plan.BandPlanner;
import io.lumina.duplicates.search.plan.PdqPlan;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PdqSearchTest {

  @ParameterizedTest
  @EnumSource(names = {"UNIFORM", "SKEW"})
  void every_threshold_finds_each_pair_in_each_word_that_is_near(HashDistribution distribution) {
    PdqLibrary library = new PdqLibrary(distribution, 400, 84, 3);
    List<PdqLibrary.Pair> all = library.pairs(PdqRule.MAX_GUARANTEED);
    assertThat(all).hasSizeGreaterThan(2 * PdqRule.MAX_GUARANTEED);
    for (int threshold = 0; threshold <= PdqRule.MAX_GUARANTEED; threshold++) {
      check(library, all, threshold, threshold % 3);
    }
  }

  /** Each pair counts once in each word that finds it: equal counts mean that none is missing. */
  static void check(PdqLibrary library, List<PdqLibrary.Pair> all, int threshold, int prefixBits) {
    PdqRule rule = new PdqRule(threshold);
    List<SearchPass> passes = passes(library, rule, prefixBits);
    List<PdqLibrary.Pair> near = all.stream().filter(pair -> pair.distance() <= threshold).toList();
    long expected = near.stream().mapToLong(pair -> words(pair, rule)).sum();
    assertThat(near).allMatch(pair -> words(pair, rule) > 0);
    LocalSearch found = LocalSearch.of(library.rows(), rule, passes);
    assertThat(found.pairs()).as("%d bits: %s", threshold, passes).isEqualTo(expected);
    assertThat(found.components())
        .isEqualTo(
            LocalSearch.components(
                near.stream().map(pair -> new long[] {pair.a(), pair.b()}).toList()));
  }

  @ParameterizedTest
  @CsvSource({"UNIFORM,31,1", "SKEW,31,3", "SKEW,80,2", "UNIFORM,0,2"})
  void all_pairs_look_at_all_bits_at_once(HashDistribution distribution, int threshold, int tiles) {
    PdqLibrary library = new PdqLibrary(distribution, 400, 84, 3);
    List<PdqLibrary.Pair> near = library.pairs(threshold);
    LocalSearch found = LocalSearch.ofAllPairs(library.rows(), new PdqRule(threshold), tiles);
    assertThat(found.pairs()).isEqualTo(near.size());
    assertThat(found.components())
        .isEqualTo(
            LocalSearch.components(
                near.stream().map(pair -> new long[] {pair.a(), pair.b()}).toList()));
  }

  @Test
  void the_words_share_a_threshold_so_that_none_of_them_searches_further_than_it_must() {
    assertThat(thresholds(new PdqRule(0))).containsExactly(0);
    assertThat(thresholds(new PdqRule(2))).containsExactly(0, 0, 0);
    assertThat(thresholds(new PdqRule(31))).containsExactly(7, 7, 7, 7);
    assertThat(thresholds(new PdqRule(32))).containsExactly(8, 7, 7, 7);
    assertThat(thresholds(new PdqRule(80))).containsExactly(20, 19, 19, 19);
  }

  @Test
  void the_report_speaks_of_all_bits_of_pdq() {
    assertThat(plan(7, 7, 7, 7))
        .isEqualTo("pdq: 16 bands of 256 bits with 1 flip find every pair up to 31 bits");
    assertThat(plan(8, 7, 7, 7))
        .isEqualTo("pdq: 5+4+4+4 bands of 256 bits with 1 flip find every pair up to 32 bits");
    assertThat(plan(0))
        .isEqualTo("pdq: 1 band of 256 bits with 1 flip find every pair up to 0 bits");
    PdqRule beyond = new PdqRule(100);
    List<SearchPass> passes = passes(new PdqLibrary(HashDistribution.UNIFORM, 9, 0, 1), beyond, 0);
    assertThat(new PdqPlan(passes).sentence())
        .endsWith("find every pair up to 83 bits, but only some of those up to 100 (best effort)");
  }

  @ParameterizedTest
  @CsvSource({"31,true", "32,false"})
  void pictures_are_near_by_pdq_alone(int bits, boolean near) {
    long[] evidence = new long[Evidence.WORDS];
    evidence[2] = (1L << bits) - 1;
    Fingerprint one = new Fingerprint(new long[3], new long[Evidence.WORDS]);
    Fingerprint other = new Fingerprint(new long[] {-1, -1, -1}, evidence);
    assertThat(one.near(other, new PdqRule(31))).isEqualTo(near);
    assertThat(other.near(one, new PdqRule(31))).isEqualTo(near);
  }

  private static long words(PdqLibrary.Pair pair, PdqRule rule) {
    return rule.families().stream()
        .filter(word -> pair.words()[word.word()] <= rule.threshold(word))
        .count();
  }

  private static List<SearchPass> passes(PdqLibrary library, PdqRule rule, int prefixBits) {
    return rule.families().stream()
        .map(
            word ->
                new SearchPass(
                    word,
                    BandPlanner.choose(
                        rule.threshold(word), word.guaranteed(), library.sample(word)),
                    prefixBits))
        .toList();
  }

  private static List<Integer> thresholds(PdqRule rule) {
    return rule.families().stream().map(rule::threshold).toList();
  }

  private static String plan(int... thresholds) {
    List<SearchPass> passes =
        IntStream.range(0, thresholds.length)
            .mapToObj(
                word ->
                    new SearchPass(
                        HashFamily.PDQ_WORDS.get(word),
                        new BandPlan(thresholds[word] / 2 + 1, 1, thresholds[word], 0),
                        0))
            .toList();
    return new PdqPlan(passes).sentence();
  }
}
