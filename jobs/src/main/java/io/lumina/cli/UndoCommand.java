package io.lumina.cli;

import io.lumina.act.ApplyBody;
import io.lumina.act.plan.Plans;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.cli.plan.Ask;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.ledger.LedgerRuns;
import io.lumina.ledger.PlanRuns;
import io.lumina.postgres.query.QueryFormat;
import io.lumina.run.CatalogRun;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import io.lumina.upkeep.UndoBody;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes back what a run wrote. */
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    description =
        "Brings the tables of a catalog to what they were before a run, and publishes that. What"
            + " people decided stays, and so do the photos. An undo can be undone.")
final class UndoCommand implements Callable<Integer> {
  static final String JOB_TYPE = "undo";

  /** Of a run that failed its tables may be half written. */
  private static final String UNDOABLE =
      """
      SELECT * FROM (
        SELECT 'undo --plan ' || p.id AS undone_by, c.name AS catalog, p.kind, p.state,
          date_trunc('second', p.applied_at) AS since
        FROM lumina.plans p JOIN lumina.catalogs c ON c.id = p.catalog_id
        WHERE p.state IN ('applying', 'applied', 'partly applied')
        UNION ALL
        SELECT 'undo --run ' || j.run_id, c.name, j.job_type, lower(j.status),
          date_trunc('second', j.created_at)
        FROM lumina.jobs j JOIN lumina.catalogs c ON c.id = j.catalog_id
        WHERE j.parent_id IS NULL AND j.finished_at IS NOT NULL
          AND j.job_type IN ('nightly', 'scan', 'analyze', 'bursts', 'duplicates', 'undo')
      ) undoable ORDER BY since DESC NULLS FIRST LIMIT 40\
      """;

  @Mixin private GlobalOptions options;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "The run, or a step of it, as lumina runs list says it.")
  private String runId;

  @Option(
      names = "--plan",
      paramLabel = "ID",
      description = "The plan, as lumina plan list says it: its files go back where they were.")
  private String planId;

  @Option(
      names = "--operation",
      paramLabel = "N",
      description = "Of a plan only the operation of this number; may be repeated.")
  private List<Long> numbers = List.of();

  @Option(names = "--cascade", description = "Undoes all later runs on the same catalog, too.")
  private boolean cascade;

  @Option(names = "--dry-run", description = "Says what would be restored, and restores nothing.")
  private boolean dryRun;

  @Option(
      names = "--list",
      description = "Lists the newest plans and runs that can be undone, and undoes nothing.")
  private boolean list;

  @Override
  public Integer call() {
    if (list) {
      return Ask.of(options, UNDOABLE, QueryFormat.TABLE);
    }
    if ((runId == null) == (planId == null)) {
      throw new LuminaException(
          ExitCode.USAGE,
          "Name what is to be undone: --run ID (see lumina runs list) or --plan ID (see lumina plan"
              + " list)");
    }
    return planId == null ? undoRun() : undoPlan();
  }

  private int undoPlan() {
    if (cascade || dryRun) {
      throw new LuminaException(
          ExitCode.USAGE,
          "--cascade and --dry-run belong to --run; lumina plan show "
              + planId
              + " says what would go back");
    }
    RunRequest request =
        RunRequest.of(PlanRuns.UNDO, options.values()).doing(List.of(Step.PUBLISH));
    ApplyBody body =
        numbers.isEmpty()
            ? ApplyBody.undo(planId, System.out)
            : ApplyBody.undo(planId, operation -> numbers.contains(operation.number()), System.out);
    return new CatalogRun(
            request, database -> Optional.of(new Plans(database).get(planId).catalog()), body)
        .execute()
        .code();
  }

  private int undoRun() {
    RunRequest request = RunRequest.of(JOB_TYPE, options.values()).doing(List.of(Step.PUBLISH));
    UndoBody body = new UndoBody(runId, cascade, System.out);
    return new CatalogRun(
            request,
            database -> Optional.of(new LedgerRuns(database).catalogOf(runId)),
            dryRun ? body::dryRun : body)
        .execute()
        .code();
  }
}
