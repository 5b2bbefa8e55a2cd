package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedSpark;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.run.step.StepContext;
import io.lumina.store.Guard;
import io.lumina.table.FilesTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import io.lumina.upkeep.UndoBody;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkException;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoStopsIT {
  @TempDir Path warehouse;

  @Test
  void an_undo_that_stops_half_done_says_which_tables_are_back_and_can_be_finished() {
    try (HeldCatalog held = new HeldCatalog(warehouse)) {
      StepContext night = held.run("nightly", Guard.NONE);
      List.of(FilesTable.SPEC, ShotsTable.SPEC).forEach(table -> replace(table, night));
      night.run().succeed("{}");
      String run = night.run().runId();
      AtomicInteger writes = new AtomicInteger();
      StepContext undo =
          held.run(
              "undo",
              () -> {
                if (writes.incrementAndGet() > 1) {
                  throw HeldCatalog.<RuntimeException>undeclared(new SparkException("disk away"));
                }
              });

      assertThatThrownBy(() -> body(run, false).run(undo))
          .isInstanceOfSatisfying(
              LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.UNEXPECTED))
          .hasMessage(
              "The undo of run %s stopped (disk away): restored are files, the other tables are"
                  + " not. Finish it with lumina undo --run %s --cascade, or take it back with"
                  + " lumina undo --run %s",
              run, run, undo.run().runId());
      undo.run().fail("disk away", ExitCode.UNEXPECTED);

      StepContext again = held.run("undo", Guard.NONE);
      assertThat(body(run, true).run(again)).isEqualTo(ExitCode.SUCCESS);
      assertThat(again.store().commits(ShotsTable.SPEC))
          .last()
          .satisfies(commit -> assertThat(commit.runId()).contains(again.run().runId()));
    }
  }

  private static UndoBody body(String run, boolean cascade) {
    return new UndoBody(run, cascade, new PrintStream(new ByteArrayOutputStream()));
  }

  private static void replace(TableSpec table, StepContext context) {
    Object[] cells =
        Arrays.stream(table.schema().fields()).map(field -> cell(field, context)).toArray();
    context
        .store()
        .replace(
            table,
            context.catalogId(),
            SharedSpark.session()
                .createDataFrame(List.of(RowFactory.create(cells)), table.schema()),
            context.run().runId());
  }

  private static Object cell(StructField field, StepContext context) {
    return switch (field.dataType().typeName()) {
      case "string" -> field.name().equals(FilesTable.CATALOG_ID) ? context.catalogId() : "x";
      case "boolean" -> true;
      case "long" -> 1L;
      case "integer" -> 1;
      case "timestamp" -> Timestamp.from(Instant.EPOCH);
      default -> null;
    };
  }
}
