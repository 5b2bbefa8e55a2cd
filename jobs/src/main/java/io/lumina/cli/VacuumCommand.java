package io.lumina.cli;

import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.failure.ExitCode;
import io.lumina.ledger.VacuumRuns;
import io.lumina.run.CatalogRun;
import io.lumina.run.Summary;
import io.lumina.run.Upkeep;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.StepContext;
import io.lumina.store.Vacuum;
import io.lumina.table.TableSpec;
import io.lumina.text.Json;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes versions of the tables that are older than the window. */
@Command(
    name = "vacuum",
    mixinStandardHelpOptions = true,
    description =
        "Removes files of the tables that no version younger than store.retention needs; a nightly"
            + " run does so once a day.")
final class VacuumCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;

  @Option(names = "--dry-run", description = "Says which tables are due, and removes nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    RunRequest request = RunRequest.of(VacuumRuns.JOB_TYPE, options.values()).on(catalog.name());
    return new CatalogRun(request, this::run).execute().code();
  }

  private ExitCode run(StepContext context) {
    PrintStream out = System.out;
    Upkeep upkeep = Upkeep.asAsked(context);
    List<TableSpec> due = upkeep.due();
    out.println("Catalog " + context.catalog().name() + ", run " + context.run().runId());
    out.println(Summary.line("versions", upkeep.kept()));
    if (dryRun) {
      String names = String.join(", ", due.stream().map(TableSpec::name).toList());
      out.println(Summary.line("due", due.isEmpty() ? "nothing" : names));
      context.run().succeed(Json.of(java.util.Map.of("total", 0)));
      return ExitCode.SUCCESS;
    }
    Vacuum.Result result = upkeep.now(due);
    out.println(Summary.line("vacuum", due.isEmpty() ? "nothing to do" : Upkeep.words(result)));
    return ExitCode.SUCCESS;
  }
}
