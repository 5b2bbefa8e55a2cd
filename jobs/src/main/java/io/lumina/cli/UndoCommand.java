package io.lumina.cli;

import io.lumina.cli.option.GlobalOptions;
import io.lumina.ledger.LedgerRuns;
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

  @Mixin private GlobalOptions options;

  @Option(
      names = "--run",
      paramLabel = "ID",
      required = true,
      description = "The run, or a step of it, as lumina runs list says it.")
  private String runId;

  @Option(names = "--cascade", description = "Undoes all later runs on the same catalog, too.")
  private boolean cascade;

  @Option(names = "--dry-run", description = "Says what would be restored, and restores nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
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
