package io.lumina.act;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.lumina.act.file.OperationKind;
import io.lumina.act.plan.Operations;
import io.lumina.act.plan.Plan;
import io.lumina.failure.ExitCode;
import io.lumina.run.StepRunner;
import io.lumina.run.step.Step;
import io.lumina.run.step.StepContext;
import io.lumina.run.step.StepOutcome;
import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import io.lumina.table.PlanOperationsTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings the tables of a catalog to what the disk is after a plan, without looking at the disk. */
final class CatalogFollows {
  private static final String COPY = OperationKind.COPY.word();
  private static final String TRASH = OperationKind.TRASH.word();
  private static final String RESTORE = OperationKind.RESTORE.word();
  private static final List<Step> STEPS =
      List.of(Step.BURSTS, Step.DUPLICATES, Step.PUBLISH, Step.REPORT);

  /** Where files came into being that nobody has read. */
  private static final List<Step> FIRST = List.of(Step.SCAN, Step.ANALYZE);

  private final StepContext context;
  private final PrintStream out;

  CatalogFollows(StepContext context, PrintStream out) {
    this.context = context;
    this.out = out;
  }

  /**
   * Writes where the files of a plan are, and all that follows from it.
   *
   * @param roots source directories of the catalog now
   * @param isResumed whether the steps may not have run for what was brought to the tables before
   * @return what the steps say of it
   */
  ExitCode of(Plan plan, List<String> roots, boolean isResumed) {
    Store store = context.store();
    Dataset<Row> operations = new PlanRows(context).of(plan.id()).persist();
    try {
      Dataset<Row> changes = changes(operations).distinct();
      if (!changes.isEmpty()) {
        Dataset<Row> files =
            store
                .read(FilesTable.SPEC)
                .filter(col(FilesTable.CATALOG_ID).equalTo(context.catalogId()));
        store.replace(
            FilesTable.SPEC,
            context.catalogId(),
            new FollowedFiles(roots, context.run().runId()).of(files, changes),
            context.run().runId());
      }
      Dataset<Row> copies = copies(operations, roots);
      Column isFollowed =
          col(PlanOperationsTable.FOLLOWED).eqNullSafe(col(PlanOperationsTable.STATE));
      boolean isNew = !copies.filter(lit(isResumed).or(not(isFollowed))).isEmpty();
      boolean isSame = changes.isEmpty() && !isNew && !isResumed;
      new Operations(context.database(), plan.id()).followed();
      store.merge(PlanOperationsTable.SPEC, operations, context.run().runId());
      return isSame ? ExitCode.SUCCESS : steps(isNew);
    } finally {
      operations.unpersist();
    }
  }

  /** Copies that lie, or lay, in the sources. */
  private static Dataset<Row> copies(Dataset<Row> operations, List<String> roots) {
    Column inSources =
        roots.stream()
            .map(root -> col(PlanOperationsTable.TARGET_PATH).startsWith(root + "/"))
            .reduce(lit(false), Column::or);
    return operations.filter(
        col(PlanOperationsTable.KIND)
            .equalTo(COPY)
            .and(
                col(PlanOperationsTable.STATE)
                    .isin(PlanOperationsTable.DONE, PlanOperationsTable.UNDONE))
            .and(inSources));
  }

  private ExitCode steps(boolean isNew) {
    List<StepOutcome> outcomes = new ArrayList<>();
    List<Step> steps = new ArrayList<>(isNew ? FIRST : List.of());
    steps.addAll(STEPS);
    try (StepRunner runner = new StepRunner(context, out)) {
      for (Step step : steps) {
        outcomes.add(runner.run(step, outcomes));
      }
    }
    return outcomes.stream()
        .map(outcome -> outcome.report().exit())
        .filter(exit -> exit != ExitCode.SUCCESS)
        .findFirst()
        .orElse(ExitCode.SUCCESS);
  }

  /**
   * Which rows of files change: those of operations that are done, or were taken back, since the
   * tables were brought to them last.
   */
  static Dataset<Row> changes(Dataset<Row> operations) {
    Column kind = col(PlanOperationsTable.KIND);
    Column source = col(PlanOperationsTable.SOURCE_PATH);
    Column target = col(PlanOperationsTable.TARGET_PATH);
    Column isDone = col(PlanOperationsTable.STATE).equalTo(PlanOperationsTable.DONE);
    Column wasDone = col(PlanOperationsTable.FOLLOWED).eqNullSafe(lit(PlanOperationsTable.DONE));
    Column before = when(kind.isin(RESTORE, COPY), target).otherwise(source);
    Column after = when(kind.equalTo(TRASH), source).otherwise(target);
    Column inTrash = kind.equalTo(when(isDone, TRASH).otherwise(RESTORE));
    // A copy that is done is found by a scan, or lies outside of the sources.
    Column isNew = isDone.and(not(wasDone)).and(kind.notEqual(COPY));
    Column isBack = col(PlanOperationsTable.STATE).equalTo(PlanOperationsTable.UNDONE).and(wasDone);
    return operations
        .filter(isNew.or(isBack))
        .select(
            when(isDone, before).otherwise(after).alias(FollowedFiles.FROM),
            when(isDone, after).otherwise(before).alias(FollowedFiles.TO),
            when(kind.equalTo(COPY), lit(FollowedFiles.GONE))
                .when(inTrash, lit(FilesTable.TRASHED))
                .otherwise(FilesTable.PRESENT)
                .alias(FollowedFiles.NOW));
  }
}
