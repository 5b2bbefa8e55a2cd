package io.lumina.act;

import io.lumina.act.file.Operation;
import io.lumina.act.file.OperationKind;
import io.lumina.act.plan.OperationCounts;
import io.lumina.act.plan.Operations;
import io.lumina.act.plan.Plan;
import io.lumina.act.plan.PlanState;
import io.lumina.act.plan.PlanWriter;
import io.lumina.act.plan.PlannedOperation;
import io.lumina.act.plan.Plans;
import io.lumina.failure.ExitCode;
import io.lumina.run.RunBody;
import io.lumina.run.Summary;
import io.lumina.run.step.StepContext;
import io.lumina.table.PlanOperationsTable;
import io.lumina.text.Json;
import io.lumina.text.Spoken;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Makes a plan and keeps it; changes no file. */
public final class PlanBody implements RunBody {
  private final Planner planner;
  private final PrintStream out;
  private Optional<UUID> made = Optional.empty();

  public PlanBody(Planner planner, PrintStream out) {
    this.planner = planner;
    this.out = out;
  }

  /** The plan that the run made; none when there was nothing to do. */
  public Optional<UUID> made() {
    return made;
  }

  @Override
  public ExitCode run(StepContext context) {
    out.println("Catalog " + context.catalog().name() + ", run " + context.run().runId());
    UUID id = UUID.randomUUID();
    try (PlanTables tables = new PlanTables(context)) {
      Planned planned = planner.plan(tables, id);
      planned.notes().forEach(note -> out.println(Summary.line("note", note)));
      Dataset<Row> rows =
          NumberedRows.of(planned.operations(), context.catalogId(), id.toString())
              .persist(StorageLevel.MEMORY_AND_DISK());
      try {
        if (rows.isEmpty()) {
          out.println(Summary.line("plan", "nothing to do"));
          context.run().succeed(Json.of(Map.of("total", 0)));
          return ExitCode.SUCCESS;
        }
        keep(context, id, rows);
      } finally {
        rows.unpersist();
      }
    }
    OperationCounts counts = new Operations(context.database(), id).counts();
    out.println(Summary.line("plan", id.toString()));
    out.println(
        Summary.line(
            "would",
            "%s %s, %s"
                .formatted(
                    planner.kind().word(),
                    Spoken.many(counts.planned(), "file"),
                    Spoken.bytes(counts.bytes()))));
    if (counts.conflicts() > 0) {
      out.println(
          Summary.line("conflicts", Spoken.many(counts.conflicts(), "file") + " stay as they are"));
    }
    out.println(
        Summary.line(
            "note",
            "Nothing was changed. lumina plan show %s lists it, lumina plan apply %s does it"
                .formatted(id, id)));
    context.run().succeed(Json.of(Map.of("total", counts.planned(), "plan", id.toString())));
    return ExitCode.SUCCESS;
  }

  private void keep(StepContext context, UUID id, Dataset<Row> rows) {
    context.store().append(PlanOperationsTable.SPEC, rows, context.run().runId());
    Iterator<Row> all = rows.sort(PlanOperationsTable.NUMBER).toLocalIterator();
    Iterator<PlannedOperation> operations =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public PlannedOperation next() {
            return operation(all.next());
          }
        };
    Plan plan =
        new Plan(
            id,
            context.catalog().id(),
            context.catalog().name(),
            planner.kind(),
            PlanState.PLANNED,
            Optional.empty(),
            Optional.empty());
    String parameters = Json.of(planner.parameters());
    new PlanWriter(context.database()).write(plan, parameters, context.run().runId(), operations);
    new Plans(context.database()).supersede(plan, parameters);
    made = Optional.of(id);
  }

  private static PlannedOperation operation(Row row) {
    return new PlannedOperation(
        new Operation(
            row.getAs(PlanOperationsTable.NUMBER),
            row.getAs(PlanOperationsTable.UNIT),
            OperationKind.of(row.getAs(PlanOperationsTable.KIND)),
            Path.of(row.<String>getAs(PlanOperationsTable.SOURCE_PATH)),
            Path.of(row.<String>getAs(PlanOperationsTable.TARGET_PATH)),
            row.getAs(PlanOperationsTable.SHA256),
            row.getAs(PlanOperationsTable.SIZE_BYTES),
            row.<java.sql.Timestamp>getAs(PlanOperationsTable.MODIFIED_AT).toInstant(),
            row.getAs(PlanOperationsTable.REASON),
            List.of()),
        Optional.ofNullable(row.getAs(PlanOperationsTable.IMAGE_ID)),
        Optional.ofNullable(row.getAs(PlanOperationsTable.KEPT_PATH)),
        Optional.ofNullable(row.getAs(PlanOperationsTable.NEEDS_PATH)),
        Optional.ofNullable(row.getAs(PlanOperationsTable.CONFLICT)));
  }
}
