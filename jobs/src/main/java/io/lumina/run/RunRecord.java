package io.lumina.run;

import io.lumina.failure.ExitCode;
import io.lumina.run.step.StepContext;
import io.lumina.run.step.StepOutcome;
import io.lumina.table.RunsTable;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Writes finished steps to the Delta table of runs. */
final class RunRecord {
  private final StepContext context;

  RunRecord(StepContext context) {
    this.context = context;
  }

  void write(StepOutcome outcome) {
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
    Row row = new GenericRowWithSchema(cells, RunsTable.SPEC.schema());
    context
        .store()
        .append(
            RunsTable.SPEC,
            context.store().spark().createDataFrame(List.of(row), RunsTable.SPEC.schema()),
            outcome.runId());
  }
}
