package io.lumina.run;

import io.lumina.failure.ExitCode;
import io.lumina.run.step.StepContext;
import io.lumina.run.step.StepOutcome;
import io.lumina.table.RunsTable;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Writes the finished steps of a run to the Delta table of runs, in one commit. */
final class RunRecord {
  private final StepContext context;

  RunRecord(StepContext context) {
    this.context = context;
  }

  void write(List<StepOutcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    List<Row> rows = outcomes.stream().map(this::row).toList();
    context
        .store()
        .append(
            RunsTable.SPEC,
            context.store().spark().createDataFrame(rows, RunsTable.SPEC.schema()),
            context.run().runId());
  }

  private Row row(StepOutcome outcome) {
    boolean nightly = !context.request().isOneStep();
    ExitCode exit = outcome.report().exit();
    Object[] cells = {
      context.catalogId(),
      outcome.runId(),
      nightly ? context.run().runId() : null,
      outcome.step().type(),
      exit == ExitCode.SUCCESS ? "SUCCESS" : "FAILURE",
      context.conf().toJson(),
      outcome.report().inputVersions(),
      outcome.report().outputVersions(),
      outcome.report().counts(),
      exit.code(),
      Timestamp.from(outcome.startedAt()),
      Timestamp.from(outcome.startedAt().plus(outcome.time()))
    };
    return new GenericRowWithSchema(cells, RunsTable.SPEC.schema());
  }
}
