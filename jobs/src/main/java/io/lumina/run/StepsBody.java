package io.lumina.run;

import io.lumina.catalog.Catalog;
import io.lumina.failure.ExitCode;
import io.lumina.ledger.RunHandle;
import io.lumina.ledger.RunLedger;
import io.lumina.library.CatalogTotals;
import io.lumina.library.TotalsQuery;
import io.lumina.postgres.Database;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import io.lumina.run.step.StepContext;
import io.lumina.run.step.StepOutcome;
import io.lumina.text.Json;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of a night, or a single one. */
final class StepsBody implements RunBody {
  private final RunRequest request;
  private final PrintStream out;

  StepsBody(RunRequest request, PrintStream out) {
    this.request = request;
    this.out = out;
  }

  @Override
  public ExitCode run(StepContext context) {
    RunHandle run = context.run();
    List<StepOutcome> outcomes = steps(context);
    ExitCode exit = exit(outcomes);
    Summary summary = new Summary(context.catalog().name(), run.runId(), outcomes, exit);
    if (!request.isOneStep()) {
      CatalogTotals totals = new TotalsQuery(context.database()).of(context.catalog().id());
      String versions = Upkeep.ofNight(context).afterNight();
      Optional<String> decisions = NightBackup.of(context).afterNight();
      end(run, Json.of(night(outcomes, totals, versions, decisions)), outcomes, exit);
      summary.ofNight(totals, versions, decisions).forEach(out::println);
    } else {
      end(run, outcomes.get(0).json(), outcomes, exit);
      summary.ofStep().forEach(out::println);
    }
    return exit;
  }

  @Override
  public Optional<ExitCode> withoutSpark(
      Catalog catalog, Database database, RunLedger ledger, RunHandle run) {
    Optional<List<String>> lines =
        QuietNight.mayBe(request)
            ? new QuietNight(request, catalog, database, ledger, run).attempt()
            : Optional.empty();
    return lines.map(
        summary -> {
          summary.forEach(out::println);
          return ExitCode.SUCCESS;
        });
  }

  /** The row of the ledger of a night. */
  static Map<String, Object> night(
      List<StepOutcome> outcomes,
      CatalogTotals totals,
      String versions,
      Optional<String> decisions) {
    return Map.of(
        "steps",
        outcomes.stream().map(StepOutcome::runId).toList(),
        "totals",
        totals.byName(),
        "notes",
        Stream.of(
                StepOutcome.bottleneck(outcomes).map(sentence -> "Bottleneck: " + sentence),
                Optional.of("Versions of the tables are " + versions),
                decisions.map(clause -> "Decisions: " + clause))
            .flatMap(Optional::stream)
            .toList());
  }

  private List<StepOutcome> steps(StepContext context) {
    List<StepOutcome> outcomes = new ArrayList<>();
    if (!request.isOneStep()) {
      context.run().progress().total(request.steps().size());
    }
    try (StepRunner runner = new StepRunner(context, out)) {
      for (Step step : request.steps()) {
        outcomes.add(runner.run(step, outcomes));
        if (!request.isOneStep()) {
          context.run().progress().current(outcomes.size());
        }
      }
    }
    return outcomes;
  }

  private static ExitCode exit(List<StepOutcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> outcome.report().exit())
        .filter(exit -> exit != ExitCode.SUCCESS)
        .findFirst()
        .orElse(ExitCode.SUCCESS);
  }

  private static void end(RunHandle run, String result, List<StepOutcome> outcomes, ExitCode exit) {
    if (exit == ExitCode.SUCCESS) {
      run.succeed(result);
    } else {
      run.failWithResult(result, notes(outcomes), exit);
    }
  }

  private static String notes(List<StepOutcome> outcomes) {
    return String.join(
        "; ",
        outcomes.stream()
            .filter(outcome -> outcome.report().exit() != ExitCode.SUCCESS)
            .flatMap(outcome -> outcome.report().said().stream())
            .toList());
  }
}
