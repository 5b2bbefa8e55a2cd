package io.lumina.run.step;

import io.lumina.store.TableMarks;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.ComparedTable;
import io.lumina.table.EdgesTable;
import io.lumina.table.FilesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import io.lumina.table.VariantsTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The jobs in the order in which a nightly run does them, each with the tables it works on. */
public enum Step {
  SCAN(List.of(), List.of(FilesTable.SPEC)),
  ANALYZE(List.of(FilesTable.SPEC), List.of(AssetsTable.SPEC, FilesTable.SPEC)),
  BURSTS(List.of(FilesTable.SPEC, AssetsTable.SPEC), List.of(ShotsTable.SPEC, BurstsTable.SPEC)),
  DUPLICATES(
      List.of(FilesTable.SPEC, AssetsTable.SPEC, ShotsTable.SPEC, BurstsTable.SPEC),
      List.of(
          EdgesTable.SPEC,
          ComparedTable.SPEC,
          GroupsTable.SPEC,
          MembersTable.SPEC,
          VariantsTable.SPEC)),
  PUBLISH(TableMarks.SHOWN, List.of()),
  REPORT(TableMarks.SHOWN, List.of());

  private final List<TableSpec> reads;
  private final List<TableSpec> writes;

  Step(List<TableSpec> reads, List<TableSpec> writes) {
    this.reads = reads;
    this.writes = writes;
  }

  /** The value in {@code jobs.job_type}. */
  public String type() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tables that it reads and does not write. */
  public List<TableSpec> reads() {
    return reads;
  }

  /** Tables that it writes, one commit after the other. */
  public List<TableSpec> writes() {
    return writes;
  }

  /**
   * The step whose end says which versions of the tables read fit together; none for one that goes
   * on from whatever is there.
   */
  public Optional<Step> basis() {
    return switch (this) {
      case SCAN, ANALYZE, BURSTS -> Optional.empty();
      case DUPLICATES -> Optional.of(BURSTS);
      case PUBLISH, REPORT -> Optional.of(DUPLICATES);
    };
  }

  /** Whether its answer follows from tables and settings alone, so that it may be passed by. */
  public boolean mayPass() {
    return this != SCAN && this != ANALYZE;
  }
}
