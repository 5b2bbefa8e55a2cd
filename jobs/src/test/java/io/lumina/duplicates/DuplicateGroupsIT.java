package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.search.Compared;
import io.lumina.duplicates.search.plan.HashSample;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.duplicates.search.tile.PairSearches;
import io.lumina.duplicates.search.tile.SearchMethod;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.table.MembersTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DuplicateGroupsIT {

  /** Sixty pictures of twenty things: those of a thing differ in two bits. */
  private static Library threeOfEach() {
    Library library = new Library();
    for (int i = 0; i < 60; i++) {
      library.picture("p" + i, "c" + i, HashSample.mix(i % 20) ^ 1L << i, i % 7);
    }
    return library;
  }

  private static List<Row> members(Library library, DuplicatesConfig config, List<String> said) {
    try (DuplicateGroups groups = library.groups(config)) {
      said.addAll(groups.summary().sentences());
      return groups.members().orderBy(MembersTable.IMAGE_ID).collectAsList();
    }
  }

  @Test
  void all_pairs_give_the_groups_of_the_bands_and_so_does_a_gpu_that_is_not_there() {
    Library library = threeOfEach();
    List<String> said = new ArrayList<>();
    DuplicatesConfig config =
        new DuplicatesConfig(5, Profile.DHASH, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, 3);
    List<Row> expected = members(library, config, said);
    assertThat(expected).hasSize(60);
    assertThat(said).noneMatch(sentence -> sentence.contains("pairs were compared"));
    assertThat(members(library, config.with(SearchMethod.ALL_PAIRS), said)).isEqualTo(expected);
    assertThat(said)
        .contains("All pairs were compared by CPU.")
        .contains("dhash: 1770 pairs compared, every one there is; 60 accepted.");
    assertThat(members(library, config.with(SearchMethod.GPU), said)).isEqualTo(expected);
    assertThat(said)
        .contains(
            "Not all pairs were compared, since lumina-gpu is not on the class path (start with"
                + " --gpu auto); bands find the same.");
    System.setProperty(PairSearches.REQUIRED, "true");
    try {
      assertThatThrownBy(() -> members(library, config.with(SearchMethod.GPU), said))
          .isInstanceOfSatisfying(
              LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
          .hasMessageStartingWith("--gpu require: not all pairs were compared, since lumina-gpu");
    } finally {
      System.clearProperty(PairSearches.REQUIRED);
    }
  }

  @Test
  void all_pairs_of_pdq_give_the_groups_of_its_words() {
    Library library = threeOfEach();
    List<String> said = new ArrayList<>();
    DuplicatesConfig config =
        new DuplicatesConfig(5, Profile.PDQ, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, 3);
    List<Row> expected = members(library, config, said);
    assertThat(expected).hasSizeGreaterThan(50);
    assertThat(members(library, config.with(SearchMethod.ALL_PAIRS), said)).isEqualTo(expected);
    assertThat(said).anyMatch(sentence -> sentence.startsWith("pdq: 1770 pairs compared, every"));
  }

  @Test
  void the_same_groups_come_from_any_partitioning_and_order() {
    Library library = new Library();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      int content = i % 200;
      long dhash = HashSample.mix(content % 60) ^ 1L << content % 64;
      library.picture("p" + i, "c" + content, dhash, random.nextInt(7));
    }
    for (Profile profile : Profile.values()) {
      List<Row> expected = null;
      // The passes of PDQ are those of the others with another hash; two partitionings will do.
      int[] partitionings = profile == Profile.PDQ ? new int[] {2, 8} : new int[] {1, 2, 8, 50};
      for (int partitions : partitionings) {
        library.shuffled(partitions);
        DuplicatesConfig config =
            new DuplicatesConfig(
                5, profile, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, partitions);
        try (DuplicateGroups groups =
            DuplicateGroups.of(
                library.images().repartition(partitions),
                library.shots(),
                library.bursts(),
                library.decisions(),
                config,
                Compared.nothing())) {
          List<Row> members = groups.members().orderBy(MembersTable.IMAGE_ID).collectAsList();
          expected = expected == null ? members : expected;
          assertThat(members).hasSizeGreaterThan(250).isEqualTo(expected);
          assertThat(groups.edges().count()).isEqualTo(200 - groups.components());
        }
      }
    }
  }
}
