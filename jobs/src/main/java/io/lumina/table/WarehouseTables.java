package io.lumina.table;

import java.util.List;
import java.util.stream.Stream;

/** The Delta tables of a warehouse. */
public final class WarehouseTables {
  /** What runs compute, in the order of the steps: what an undo brings back. */
  public static final List<TableSpec> COMPUTED =
      List.of(
          FilesTable.SPEC,
          AssetsTable.SPEC,
          ShotsTable.SPEC,
          BurstsTable.SPEC,
          EdgesTable.SPEC,
          ComparedTable.SPEC,
          GroupsTable.SPEC,
          MembersTable.SPEC,
          VariantsTable.SPEC);

  /** These and the records of runs and of plans. */
  public static final List<TableSpec> ALL =
      Stream.concat(COMPUTED.stream(), Stream.of(RunsTable.SPEC, PlanOperationsTable.SPEC))
          .toList();

  private WarehouseTables() {}
}
