package io.lumina.duplicates.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.duplicates.HashDistribution;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.DhashRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.search.plan.BandPlan;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final AcceptRule RULE = new DhashRule(5);
  private static final List<SearchPass> PASSES =
      List.of(new SearchPass(HashFamily.DHASH, new BandPlan(3, 1, 5, 0), 0));
  private static final Comparator<Integer> HIGHER_IS_BETTER = Comparator.reverseOrder();

  @Test
  void a_chain_whose_links_are_five_bits_long_is_never_one_group() {
    assertThat(
            groups(
                asset("a", 0, file("a", 9)),
                asset("b", 0b11111, file("b", 8)),
                asset("c", 0b11111_11111, file("c", 7)),
                asset("d", 0b11111_11111_11111, file("d", 6))))
        .containsExactly("a b", "c d");
  }

  @Test
  void the_best_takes_its_neighbours_even_from_the_middle_of_a_chain() {
    assertThat(
            groups(
                asset("a", 0, file("a", 6)),
                asset("b", 0b11111, file("b", 9)),
                asset("c", 0b11111_11111, file("c", 7)),
                asset("d", 0b11111_11111_11111, file("d", 8))))
        .containsExactly("b c a");
  }

  @Test
  void copies_of_one_content_are_one_group_and_the_best_file_is_kept() {
    assertThat(groups(asset("a", 0, file("x", 1), file("y", 3), file("z", 2))))
        .containsExactly("y z x");
  }

  @Test
  void a_content_with_one_file_and_no_neighbour_is_no_group() {
    assertThat(groups(asset("a", 0, file("a", 1)), asset("b", 0b111111, file("b", 1)))).isEmpty();
  }

  @Test
  void frames_of_a_burst_do_not_meet_but_a_copy_elsewhere_joins_the_best_frame() {
    assertThat(
            groups(
                asset("1", 0, frame("frame1", 9, "b")),
                asset("2", 1, frame("frame2", 8, "b")),
                asset("3", 3, frame("frame3", 7, "b")),
                asset("e", 7, file("elsewhere", 1))))
        .containsExactly("frame1 elsewhere");
  }

  @Test
  void a_burst_that_was_copied_and_resized_is_matched_frame_by_frame() {
    assertThat(
            groups(
                asset("1", 0b000, frame("frame1", 9, "b")),
                asset("2", 0b011, frame("frame2", 8, "b")),
                asset("3", 0b110, frame("frame3", 7, "b")),
                asset("s1", 0b000, frame("small1", 1, "c")),
                asset("s2", 0b011, frame("small2", 2, "c")),
                asset("s3", 0b110, frame("small3", 3, "c"))))
        .containsExactly("frame1 small1", "frame2 small2", "frame3 small3");
  }

  @Test
  void byte_equal_frames_of_one_burst_are_copies_all_the_same() {
    assertThat(groups(asset("1", 0, frame("x", 2, "b"), frame("y", 1, "b"))))
        .containsExactly("x y");
  }

  @Test
  void contents_that_a_person_set_apart_meet_neither_directly_nor_at_a_third() {
    Decided apart =
        new Decided(Map.of(), Map.of("a", Set.of(0), "b", Set.of(0, 1), "c", Set.of(1)), Map.of());
    assertThat(
            groups(
                apart,
                asset("a", 0, file("a", 9)),
                asset("b", 1, file("b", 8)),
                asset("c", 3, file("c", 7)),
                asset("d", 0b11000, file("d", 6))))
        .containsExactly("a c d");
    assertThat(
            groups(
                apart,
                asset("p", 0, file("p", 9)),
                asset("b", 1, file("b", 8)),
                asset("c", 3, file("c", 7))))
        .containsExactly("p b");
  }

  @Test
  void of_equal_files_the_one_in_a_shot_is_kept_and_halves_of_a_shot_do_not_meet() {
    assertThat(
            groups(
                asset("r", 0, half("raw", 9, "s")),
                asset("j", 1, half("jpeg", 1, "s"), file("lone", 5))))
        .containsExactly("jpeg lone");
  }

  @Test
  void near_copies_of_both_halves_of_a_shot_are_matched_to_halves() {
    assertThat(
            groups(
                asset("r", 0b0, half("raw", 9, "s")),
                asset("j", 0b1, half("jpeg", 8, "s")),
                asset("r2", 0b0, half("raw2", 7, "t")),
                asset("j2", 0b1, half("jpeg2", 6, "t"))))
        .containsExactly("raw raw2", "jpeg jpeg2");
  }

  @Test
  void the_diameter_is_measured_between_members_and_bounded_for_very_many() {
    List<Source> sources = new ArrayList<>();
    sources.add(asset("a", 0, file("a", 9)));
    sources.add(asset("b", 0b00111, file("b", 8)));
    sources.add(asset("c", 0b11000, file("c", 7)));
    assertThat(group(sources).diameter()).isEqualTo(5);
    for (int i = 0; i < Long.SIZE; i++) {
      for (int j = 0; j < i; j++) {
        sources.add(asset("x" + i + "," + j, 1L << i | 1L << j, file("x" + i + "," + j, 1)));
      }
    }
    assertThat(group(sources).assets()).hasSizeGreaterThan(Group.MEASURED_HASHES);
    assertThat(group(sources).diameter()).isEqualTo(5);
  }

  @Test
  void a_group_outside_the_rule_is_a_bug() {
    List<Asset<Integer>> far =
        assets(Decided.NONE, asset("a", 0, file("a", 9)), asset("b", -1, file("b", 8)));
    assertThatThrownBy(() -> new Group<>(far).check(RULE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Content b was grouped with a, but the rule does not accept the pair");
  }

  @Test
  void the_index_finds_what_a_scan_finds_and_order_does_not_matter() {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      sources.add(asset("c" + i, HashDistribution.SKEW.hash(4, i), file("f" + i, i % 10)));
    }
    List<Asset<Integer>> assets = assets(Decided.NONE, sources.toArray(Source[]::new));
    List<Fingerprint> prints =
        assets.stream().map(asset -> asset.fingerprint().orElseThrow()).toList();
    BitSet free = new BitSet();
    free.set(0, 2000, true);
    free.clear(100, 200);
    Neighbours scan = new NeighbourScan(prints, free, RULE);
    Neighbours index = new NeighbourIndex(prints, free, RULE, PASSES);
    int near = 0;
    for (int asset = 0; asset < 200; asset++) {
      free.clear(asset);
      Set<Integer> scanned = new TreeSet<>();
      Set<Integer> indexed = new TreeSet<>();
      scan.near(asset, scanned::add);
      index.near(asset, other -> assertThat(indexed.add(other)).isTrue());
      assertThat(indexed).isEqualTo(scanned);
      near += scanned.size();
    }
    assertThat(near).isPositive();
    List<String> groups = text(grouped(assets));
    List<Asset<Integer>> shuffled = new ArrayList<>(assets);
    Collections.shuffle(shuffled, new Random(5));
    assertThat(text(grouped(shuffled))).isEqualTo(groups);
  }

  @Test
  void a_hundred_thousand_equal_pictures_are_grouped_in_one_sweep() {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      sources.add(asset("c" + i, 42, file("f" + i, i)));
    }
    assertThat(group(sources).members()).hasSize(100_000);
  }

  private static Group<Integer> group(List<Source> sources) {
    List<Group<Integer>> groups = grouped(assets(Decided.NONE, sources.toArray(Source[]::new)));
    assertThat(groups).hasSize(1);
    return groups.get(0);
  }

  static Grouping<Integer> grouping() {
    return new Grouping<>(RULE, PASSES, HIGHER_IS_BETTER);
  }

  static List<Group<Integer>> grouped(List<Asset<Integer>> assets) {
    return Grouping.grouped(grouping().divided(assets));
  }

  static List<String> groups(Source... sources) {
    return groups(Decided.NONE, sources);
  }

  static List<String> groups(Decided decided, Source... sources) {
    return text(grouped(assets(decided, sources)));
  }

  private static List<String> text(List<Group<Integer>> groups) {
    return groups.stream()
        .map(
            group ->
                String.join(
                    " ", group.members().stream().map(member -> member.file().imageId()).toList()))
        .toList();
  }

  static List<Asset<Integer>> assets(Decided decided, Source... sources) {
    List<Asset<Integer>> assets = new ArrayList<>();
    for (Source source : sources) {
      Fingerprint print =
          new Fingerprint(new long[] {source.dhash, 0, 0}, new long[Evidence.WORDS]);
      List<PickedFile<Integer>> files =
          source.files.stream().map(file -> standing(file, decided, source.content)).toList();
      assets.add(Asset.of(source.content, files, Optional.of(print), decided, HIGHER_IS_BETTER));
    }
    return assets;
  }

  /** As a decision on its content has it. */
  private static PickedFile<Integer> standing(
      PickedFile<Integer> file, Decided decided, String content) {
    return decided.contents().isEmpty()
        ? file
        : new PickedFile<>(
            file.imageId(),
            file.bytes(),
            file.pick(),
            file.shot(),
            file.shotFiles(),
            file.burst(),
            decided.standing(file.imageId(), content),
            file.shared());
  }

  static Source asset(String content, long dhash, Source.File... files) {
    List<PickedFile<Integer>> picked = new ArrayList<>();
    for (Source.File file : files) {
      picked.add(
          new PickedFile<>(
              file.id,
              1000,
              file.rank,
              Optional.ofNullable(file.shot),
              file.shot == null ? 0 : 2,
              Optional.ofNullable(file.burst),
              file.standing,
              Optional.empty()));
    }
    return new Source(content, dhash, picked);
  }

  static Source.File file(String id, int rank) {
    return new Source.File(id, rank, null, null);
  }

  static Source.File standing(String id, int rank, Standing standing) {
    return new Source.File(id, rank, null, null, standing);
  }

  private static Source.File frame(String id, int rank, String burst) {
    return new Source.File(id, rank, null, burst);
  }

  static Source.File half(String id, int rank, String shot) {
    return new Source.File(id, rank, shot, null);
  }

  record Source(String content, long dhash, List<PickedFile<Integer>> files) {
    record File(String id, int rank, String shot, String burst, Standing standing) {
      File(String id, int rank, String shot, String burst) {
        this(id, rank, shot, burst, Standing.USUAL);
      }
    }
  }
}
