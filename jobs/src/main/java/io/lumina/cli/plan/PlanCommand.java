package io.lumina.cli.plan;

import io.lumina.act.ApplyBody;
import io.lumina.act.plan.Plan;
import io.lumina.act.plan.Plans;
import io.lumina.cli.option.FormatOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.ledger.PlanRuns;
import io.lumina.run.CatalogRun;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import io.lumina.session.DatabaseSession;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at plans and carries them out. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists and shows plans, carries one out, or throws one away.")
public final class PlanCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "plan needs one of list, show, apply, discard");
  }

  @Command(description = "Lists the newest plans.", mixinStandardHelpOptions = true)
  int list(
      @Mixin GlobalOptions options,
      @Option(
              names = "--most",
              paramLabel = "N",
              defaultValue = "20",
              description = "How many (default: ${DEFAULT-VALUE}).")
          int most,
      @Mixin FormatOption format) {
    return Ask.of(
        options,
        """
        SELECT p.id, c.name AS catalog, p.kind, p.state, date_trunc('second', p.created_at) AS made,
          date_trunc('second', p.applied_at) AS applied, count(o.number) AS files,
          coalesce(sum(o.size_bytes), 0) AS bytes, count(o.number) FILTER (WHERE o.conflict IS NOT
          NULL) AS conflicts, count(o.number) FILTER (WHERE o.state = 'failed') AS failed
        FROM lumina.plans p JOIN lumina.catalogs c ON c.id = p.catalog_id
        LEFT JOIN lumina.plan_operations o ON o.plan_id = p.id
        GROUP BY p.id, c.name ORDER BY p.created_at DESC LIMIT\s\
        """
            + Math.max(0, most),
        format.value());
  }

  @Command(
      description = "Shows the operations of a plan, conflicts first, then by folder.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin GlobalOptions options,
      @Parameters(paramLabel = "PLAN", description = "Its id, or the first digits of it.")
          String id,
      @Option(names = "--failed", description = "Only those that failed, with the reason.")
          boolean failed,
      @Option(
              names = "--from",
              paramLabel = "N",
              defaultValue = "0",
              description = "Begins with operation N (default: ${DEFAULT-VALUE}).")
          long from,
      @Option(
              names = "--most",
              paramLabel = "N",
              defaultValue = "1000",
              description = "How many (default: ${DEFAULT-VALUE}).")
          long most,
      @Mixin FormatOption format) {
    return Ask.of(
        options,
        database -> {
          Plan plan = new Plans(database).get(id);
          return """
          SELECT number, kind, source_path, target_path, size_bytes AS bytes, state,
            coalesce(failure, conflict, reason) AS reason, kept_path AS kept
          FROM lumina.plan_operations WHERE plan_id = '%s' AND number >= %d%s
          ORDER BY conflict IS NULL, number LIMIT %d\
          """
              .formatted(
                  plan.id(),
                  Math.max(0, from),
                  failed ? " AND failure IS NOT NULL AND state <> 'skipped'" : "",
                  Math.max(0, most));
        },
        format.value());
  }

  @Command(
      description =
          "Carries a plan out exactly as it is shown; after a kill or a full disk it goes on.",
      mixinStandardHelpOptions = true)
  int apply(
      @Mixin GlobalOptions options,
      @Parameters(paramLabel = "PLAN", description = "Its id, or the first digits of it.")
          String id,
      @Option(
              names = "--accept-many",
              description = "Also when it takes more than act.max-fraction out of a source.")
          boolean acceptMany) {
    RunRequest request =
        RunRequest.of(PlanRuns.APPLY, options.values()).doing(List.of(Step.PUBLISH));
    return new CatalogRun(
            request,
            database -> Optional.of(new Plans(database).get(id).catalog()),
            ApplyBody.of(id, acceptMany, System.out))
        .execute()
        .code();
  }

  @Command(
      description = "Throws a plan away that was not begun; changes no file.",
      mixinStandardHelpOptions = true)
  int discard(
      @Mixin GlobalOptions options,
      @Parameters(paramLabel = "PLAN", description = "Its id, or the first digits of it.")
          String id) {
    try (DatabaseSession session = DatabaseSession.openMigrated(options.values())) {
      Plans plans = new Plans(session.database());
      Plan plan = plans.get(id);
      if (!plans.discard(plan.id())) {
        throw new LuminaException(
            ExitCode.USAGE,
            "Plan %s is %s and cannot be thrown away; lumina undo --plan %s takes it back"
                .formatted(plan.id(), plan.state().word(), plan.id()));
      }
      System.out.println("discarded " + plan.id());
      return ExitCode.SUCCESS.code();
    }
  }
}
