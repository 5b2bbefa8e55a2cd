package io.lumina.duplicates.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.ConsensusRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.OtherShots;
import io.lumina.duplicates.search.plan.BandPlan;
import io.lumina.duplicates.search.plan.HashSample;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Groups of pictures of which some lost their date; a name ends with the rank, 9 the best. */
class MomentsTest {
  private static final AcceptRule RULE = new ConsensusRule(5, OtherShots.APART);
  private static final List<SearchPass> PASSES =
      RULE.families().stream()
          .map(family -> new SearchPass(family, new BandPlan(3, 1, 5, 0), 0))
          .toList();
  private static final Comparator<Integer> RANKING = Comparator.reverseOrder();
  private static final long FACTS = Facts.of(4000, 3000, 1);
  private static final long TEN = Moment.ofSecond(1_600_000_000);
  private static final long TEN_AND_7 = Moment.ofSecond(1_600_000_007);

  /** PDQ bits of the second shot, and of a copy of the first. */
  private static final long SECOND_SHOT = 0xff_ffffL;

  private static final long COPY = 0xfL << 40;

  @Test
  void a_copy_without_a_date_never_joins_two_shots_whoever_ranks_first() {
    for (String ranks : List.of("987", "978", "897", "879", "798", "789")) {
      assertThat(
              groups(
                  asset("shot" + ranks.charAt(0), 0, TEN),
                  asset("later" + ranks.charAt(1), SECOND_SHOT, TEN_AND_7),
                  asset("copy" + ranks.charAt(2), COPY, Moment.UNKNOWN)))
          .as(ranks)
          .containsExactly("copy" + ranks.charAt(2) + " shot" + ranks.charAt(0));
    }
  }

  @Test
  void copies_of_two_neighbours_that_lost_their_dates_go_each_with_its_own() {
    for (String ranks : List.of("9876", "6789", "7698", "8967")) {
      assertThat(
              groups(
                  asset("a" + ranks.charAt(0), 0, TEN),
                  asset("b" + ranks.charAt(1), SECOND_SHOT, TEN_AND_7),
                  asset("a-copy" + ranks.charAt(2), COPY, Moment.UNKNOWN),
                  asset("b-copy" + ranks.charAt(3), SECOND_SHOT | COPY, Moment.UNKNOWN)))
          .as(ranks)
          .containsExactlyInAnyOrder(
              "a-copy" + ranks.charAt(2) + " a" + ranks.charAt(0),
              "b-copy" + ranks.charAt(3) + " b" + ranks.charAt(1));
    }
  }

  @Test
  void a_copy_stays_alone_rather_than_with_another_shot_than_its_own() {
    // The best is too far from the copy, and takes the shot that the copy is made of.
    Asset<Integer> best = print("best9", new long[] {-1L, 1, 0, 0}, FACTS, TEN);
    assertThat(
            groups(
                best,
                asset("shot8", 0xfff, TEN),
                asset("later7", 0xffff_0000_0000L, TEN_AND_7),
                asset("copy6", 0, Moment.UNKNOWN)))
        .containsExactly("best9 shot8");
  }

  @Test
  void however_often_one_picture_was_tagged_anew_it_is_one_picture() {
    List<Asset<Integer>> assets = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      assets.add(asset("c" + i, 0, Moment.ofSecond(i * 7L)));
    }
    List<Group<Integer>> groups = grouped(assets);
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).members()).hasSize(100_000);
  }

  @Test
  void a_hundred_thousand_equal_pictures_of_a_few_moments_are_grouped_in_one_sweep() {
    List<Asset<Integer>> assets = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      long moment = i % 2 == 0 ? Moment.UNKNOWN : Moment.ofSecond(i % 10);
      assets.add(print("c" + i, new long[4], FACTS, moment));
    }
    assertThat(grouped(assets)).hasSize(5);
  }

  @Test
  void no_group_holds_two_moments_and_order_does_not_matter() {
    SplittableRandom random = new SplittableRandom(3);
    List<Asset<Integer>> assets = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      long pdq = 1L << random.nextInt(64) | 1L << random.nextInt(64) | 1L << random.nextInt(64);
      long moment = random.nextInt(3) == 0 ? Moment.UNKNOWN : Moment.ofSecond(random.nextInt(5));
      assets.add(asset("p" + i + "-" + random.nextInt(9), pdq, moment));
    }
    List<Group<Integer>> groups = grouped(assets);
    assertThat(groups).hasSizeBetween(5, 50);
    for (Group<Integer> group : groups) {
      assertThat(
              group.assets().stream()
                  .map(asset -> asset.fingerprint().orElseThrow().moment())
                  .filter(Moment::isKnown)
                  .distinct())
          .hasSizeLessThanOrEqualTo(1);
    }
    List<String> names = names(groups);
    Collections.shuffle(assets, new Random(5));
    assertThat(names(grouped(assets))).isEqualTo(names);
  }

  private static Grouping<Integer> grouping() {
    return new Grouping<>(RULE, PASSES, RANKING);
  }

  private static List<Group<Integer>> grouped(List<Asset<Integer>> assets) {
    return Grouping.grouped(grouping().divided(assets));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<String> groups(Asset<Integer>... assets) {
    return names(grouped(List.of(assets)));
  }

  private static List<String> names(List<Group<Integer>> groups) {
    return groups.stream()
        .map(
            group ->
                String.join(
                    " ", new TreeSet<>(group.assets().stream().map(Asset::sha256).toList())))
        .toList();
  }

  private static Asset<Integer> asset(String name, long pdq, long moment) {
    int pixels = 1 + (int) (HashSample.mix(pdq) >>> 50);
    return print(name, new long[] {pdq, 0, 0, 0}, Facts.withPixels(FACTS, pixels), moment);
  }

  private static Asset<Integer> print(String name, long[] pdq, long facts, long moment) {
    long[] evidence = new long[Evidence.WORDS];
    Evidence.write(PackedLongs.pack(pdq, 0, pdq.length), 0, facts, moment, evidence, 0);
    PickedFile<Integer> file =
        new PickedFile<>(
            name,
            1000,
            Character.digit(name.charAt(name.length() - 1), 10),
            Optional.empty(),
            0,
            Optional.empty(),
            Standing.USUAL,
            Optional.empty());
    return Asset.of(
        name,
        List.of(file),
        Optional.of(new Fingerprint(new long[3], evidence)),
        Decided.NONE,
        RANKING);
  }
}
