package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.search.plan.HashSample;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.store.Store;
import io.lumina.table.EdgesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.TableSpec;
import io.lumina.table.VariantsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night searches for what is new, and knows in the end what a search for everything knows. */
class NightsIT {
  private static final int NIGHTS = 5;
  private static final int FIRST_PICTURES = 240;

  private static final DuplicatesConfig DHASH =
      new DuplicatesConfig(5, Profile.DHASH, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, 0);

  @TempDir static Path oneNight;
  @TempDir Path folder;

  @BeforeAll
  static void a_night() {
    Store store = new Store(SharedSpark.session(), oneNight.toString());
    assertThat(run(pair(), store, "one", DHASH)).containsEntry("near_groups", 1L);
  }

  @Test
  void five_nights_of_changes_equal_one_search_for_everything_by_all_hashes() {
    assertThat(nights(DuplicatesConfig.DEFAULTS, 5)).as("variants").hasSizeGreaterThan(3);
  }

  @Test
  void five_nights_of_changes_equal_one_search_for_everything_by_one_hash() {
    assertThat(nights(DHASH, 6)).as("variants of a rule without texts").isEmpty();
  }

  @Test
  void another_threshold_searches_for_everything() {
    Store store = store("threshold");
    Library library = crowd().picture("a", "A", 0L, 90);
    assertThat(run(library, store, "one", DuplicatesConfig.DEFAULTS))
        .containsEntry("searched_pictures", 21L);
    library.picture("b", "B", 0b111111L, 80);
    Map<String, Long> second = run(library, store, "two", DuplicatesConfig.DEFAULTS);
    assertThat(second).containsEntry("searched_pictures", 1L).containsEntry("groups", 0L);
    DuplicatesConfig wider =
        new DuplicatesConfig(6, Profile.CONSENSUS, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, 0);
    assertThat(run(library, store, "three", wider))
        .containsEntry("searched_pictures", 22L)
        .containsEntry("groups", 1L);
  }

  @Test
  void what_comes_back_is_found_again_although_as_many_files_are_there_as_before()
      throws IOException {
    Store store = afterOneNight("back");
    Library copied = crowd().picture("c", "C", 1L, 80).picture("copy", "P0", crowded(0), 50);
    assertThat(run(copied, store, "two", DHASH)).containsEntry("near_groups", 0L);
    assertThat(run(pair(), store, "three", DHASH)).containsEntry("near_groups", 1L);
  }

  @Test
  void retagged_copies_stay_in_their_group_though_their_hashes_do_not_change() throws IOException {
    Store store = afterOneNight("retagged");
    Library retagged = crowd().picture("a", "A2", 0L, 90).picture("c", "C2", 1L, 80);
    assertThat(run(retagged, store, "two", DHASH)).containsEntry("near_groups", 1L);
  }

  @Test
  void edges_that_do_not_go_with_what_was_compared_make_a_whole_search() throws IOException {
    Store store = afterOneNight("dead");
    store.replace(
        EdgesTable.SPEC, Library.CATALOG, store.read(EdgesTable.SPEC).limit(0), "died after");
    assertThat(run(pair(), store, "two", DHASH))
        .containsEntry("searched_pictures", 22L)
        .containsEntry("near_groups", 1L);
  }

  /** A warehouse with the first night of {@link #pair()}, made once and copied. */
  private Store afterOneNight(String name) throws IOException {
    FileUtils.copyDirectory(oneNight.toFile(), folder.resolve(name).toFile());
    return store(name);
  }

  /** Two near pictures in a crowd. */
  private static Library pair() {
    return crowd().picture("a", "A", 0L, 90).picture("c", "C", 1L, 80);
  }

  /** Twenty pictures that resemble nothing. */
  private static Library crowd() {
    Library library = new Library();
    for (int i = 0; i < 20; i++) {
      library.picture("p" + i, "P" + i, crowded(i), 50);
    }
    return library;
  }

  private static long crowded(int i) {
    return HashSample.mix(i + 1);
  }

  /** Returns the variants in the end. */
  private List<String> nights(DuplicatesConfig config, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ChangingLibrary changing = new ChangingLibrary(random, FIRST_PICTURES);
    Store store = store("nights");
    List<Long> searched = new ArrayList<>();
    for (int night = 0; night < NIGHTS; night++) {
      if (night > 0) {
        changing.change(random);
      }
      Library library = changing.library().shuffled(night);
      searched.add(run(library, store, "night" + night, config).get("searched_pictures"));
    }
    assertThat(searched.get(0)).isGreaterThanOrEqualTo(FIRST_PICTURES);
    assertThat(searched.subList(1, NIGHTS)).allMatch(count -> count > 0 && count < 100);

    Store whole = store("whole");
    run(changing.library(), whole, "all", config);
    assertThat(rows(store, GroupsTable.SPEC))
        .hasSizeGreaterThan(20)
        .isEqualTo(rows(whole, GroupsTable.SPEC));
    assertThat(rows(store, MembersTable.SPEC)).isEqualTo(rows(whole, MembersTable.SPEC));
    assertThat(components(store)).isEqualTo(components(whole));
    List<String> variants = rows(store, VariantsTable.SPEC);
    assertThat(variants).isEqualTo(rows(whole, VariantsTable.SPEC));
    return variants;
  }

  private Store store(String name) {
    return new Store(SharedSpark.session(), folder.resolve(name).toString());
  }

  private static Map<String, Long> run(
      Library library, Store store, String runId, DuplicatesConfig config) {
    JobReport report =
        new DuplicatesJob(library.images(), library.shots(), library.bursts(), library.decisions())
            .run(config, new JobContext(store, Library.CATALOG, runId, Progress.SILENT));
    return report.counts();
  }

  /** All rows without the run that wrote them, sorted. */
  private static List<String> rows(Store store, TableSpec table) {
    return store.read(table).drop(GroupsTable.RUN_ID).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  /** Which contents hang together, by the lowest of each component. */
  private static Map<String, String> components(Store store) {
    List<Row> edges = store.read(EdgesTable.SPEC).collectAsList();
    Map<String, String> lowest = new TreeMap<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Row edge : edges) {
        String a = edge.getAs(EdgesTable.SHA_A);
        String b = edge.getAs(EdgesTable.SHA_B);
        String least = min(lowest.getOrDefault(a, a), lowest.getOrDefault(b, b));
        changed |= !least.equals(lowest.put(a, least));
        changed |= !least.equals(lowest.put(b, least));
      }
    }
    return lowest;
  }

  private static String min(String a, String b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
