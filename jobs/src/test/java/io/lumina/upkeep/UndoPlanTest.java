package io.lumina.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.ledger.LedgerRun;
import io.lumina.store.Commit;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UndoPlanTest {
  private static final Instant START = Instant.parse("2026-01-01T02:00:00Z");

  private static final List<LedgerRun> LEDGER =
      List.of(
          run("night-1", null, 0),
          run("scan-1", "night-1", 1, "files"),
          run("analyze-1", "night-1", 2, "assets"),
          run("night-2", null, 10),
          run("scan-2", "night-2", 11, "files"),
          run("analyze-2", "night-2", 12));

  private static final Map<TableSpec, List<Commit>> COMMITS =
      tables(
          List.of(commit(0, 0, null), commit(1, 1, "scan-1"), commit(2, 11, "scan-2")),
          List.of(commit(0, 1, null), commit(1, 2, "analyze-1")));

  @Test
  void the_newest_night_goes_back_to_the_versions_before_it() {
    UndoPlan plan = UndoPlan.of("night-2", LEDGER, COMMITS, START, false);
    assertThat(plan.restorations())
        .containsExactly(new Restoration(FilesTable.SPEC, 1, Restoration.Extent.WHOLE));
    assertThat(plan.roots()).containsExactly("night-2");
  }

  @Test
  void later_runs_stop_an_undo_unless_they_are_undone_too() {
    assertThatThrownBy(() -> UndoPlan.of("night-1", LEDGER, COMMITS, START, false))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.SAFETY_GUARD))
        .hasMessage(
            "Run night-1 cannot be undone alone: 1 run wrote tables after it (night-2); undo the"
                + " newest first, or all of them with --cascade");
    assertThat(UndoPlan.of("night-1", LEDGER, COMMITS, START, true).restorations())
        .containsExactly(
            new Restoration(FilesTable.SPEC, 0, Restoration.Extent.WHOLE),
            new Restoration(AssetsTable.SPEC, 0, Restoration.Extent.WHOLE));
  }

  @Test
  void a_step_is_not_undone_below_later_steps_of_its_night() {
    List<LedgerRun> first = LEDGER.subList(0, 3);
    assertThatThrownBy(() -> UndoPlan.of("scan-1", first, COMMITS, START, false))
        .hasMessageStartingWith("Step scan-1 cannot be undone alone: later steps of its night");
  }

  @Test
  void what_other_catalogs_wrote_since_stays() {
    Map<TableSpec, List<Commit>> shared =
        tables(
            List.of(commit(0, 0, null), commit(1, 1, "scan-1"), commit(2, 3, "of-another")),
            List.of(commit(0, 1, null), commit(1, 2, "analyze-1"), commit(2, 4, "of-another")));
    assertThat(UndoPlan.of("night-1", LEDGER.subList(0, 3), shared, START, false).restorations())
        .containsExactly(
            new Restoration(FilesTable.SPEC, 0, Restoration.Extent.CATALOG),
            new Restoration(AssetsTable.SPEC, 0, Restoration.Extent.NONE));
  }

  @Test
  void contents_stay_that_another_catalog_may_have_found_known() {
    Map<TableSpec, List<Commit>> shared =
        tables(
            List.of(commit(0, 0, null), commit(1, 1, "scan-1"), commit(2, 3, "of-another")),
            List.of(commit(0, 1, null), commit(1, 2, "analyze-1")));
    assertThat(UndoPlan.of("night-1", LEDGER.subList(0, 3), shared, START, false).restorations())
        .containsExactly(
            new Restoration(FilesTable.SPEC, 0, Restoration.Extent.CATALOG),
            new Restoration(AssetsTable.SPEC, 0, Restoration.Extent.NONE));
  }

  @Test
  void a_version_beyond_the_window_is_refused_also_when_the_log_forgot_it() {
    assertThatThrownBy(() -> UndoPlan.of("night-2", LEDGER, COMMITS, START.plusSeconds(600), false))
        .hasMessageContaining("the version of files before it is not kept any more")
        .hasMessageContaining("2026-01-01 02:10:00 UTC");
    Map<TableSpec, List<Commit>> cleaned = tables(List.of(commit(9, 99, null)), List.of());
    assertThatThrownBy(() -> UndoPlan.of("night-2", LEDGER, cleaned, START, false))
        .hasMessageContaining("not kept any more");
  }

  @Test
  void a_run_that_wrote_nothing_has_nothing_to_undo() {
    assertThat(UndoPlan.of("analyze-2", LEDGER, COMMITS, START, false).restorations()).isEmpty();
  }

  private static LedgerRun run(String id, String parent, int second, String... written) {
    return new LedgerRun(
        id,
        Optional.ofNullable(parent),
        START.plusSeconds(second),
        Arrays.stream(written).collect(Collectors.toMap(table -> table, table -> 1L)));
  }

  private static Commit commit(long version, int second, String run) {
    return new Commit(version, START.plusSeconds(second), Optional.ofNullable(run));
  }

  private static Map<TableSpec, List<Commit>> tables(List<Commit> files, List<Commit> assets) {
    Map<TableSpec, List<Commit>> tables = new LinkedHashMap<>();
    tables.put(FilesTable.SPEC, files);
    tables.put(AssetsTable.SPEC, assets);
    return tables;
  }
}
