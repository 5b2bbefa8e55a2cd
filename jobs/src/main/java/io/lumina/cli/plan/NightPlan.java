package io.lumina.cli.plan;

import io.lumina.act.ApplyBody;
import io.lumina.act.PlanBody;
import io.lumina.act.Planner;
import io.lumina.act.plan.Operations;
import io.lumina.act.plan.Plans;
import io.lumina.config.LuminaConf;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.ledger.PlanRuns;
import io.lumina.organize.OrganizePlanner;
import io.lumina.organize.OrganizeRules;
import io.lumina.organize.layout.Layout;
import io.lumina.organize.layout.OnClash;
import io.lumina.resolve.Policy;
import io.lumina.resolve.ResolvePlanner;
import io.lumina.resolve.ResolveRules;
import io.lumina.run.CatalogRun;
import io.lumina.run.Summary;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import io.lumina.session.DatabaseSession;
import io.lumina.session.RunOptions;
import io.lumina.source.SourcePath;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A plan that a night makes at its end, by the configuration alone. */
public enum NightPlan {
  RESOLVE,
  ORGANIZE;

  /** A night that makes none. */
  public static final Work NONE = (catalog, apply) -> ExitCode.SUCCESS;

  /**
   * What is to be done behind a night; looked at before the night begins.
   *
   * @throws LuminaException (usage) when the configuration does not say how
   */
  public Work of(RunOptions options, PrintStream out) {
    Planner planner = this == RESOLVE ? resolve(options.conf()) : organize(options.conf());
    return (catalog, apply) -> run(options, catalog, apply, planner, out);
  }

  private ExitCode run(
      RunOptions options,
      Optional<String> catalog,
      boolean apply,
      Planner planner,
      PrintStream out) {
    PlanBody body = new PlanBody(planner, out);
    RunRequest request = RunRequest.of(name().toLowerCase(Locale.ROOT), options).on(catalog);
    ExitCode planned = new CatalogRun(request, body).execute();
    if (!apply || body.made().isEmpty()) {
      return planned;
    }
    UUID id = body.made().get();
    String name;
    try (DatabaseSession session = DatabaseSession.openMigrated(options)) {
      name = new Plans(session.database()).get(id.toString()).catalog();
      if (new Operations(session.database(), id).counts().conflicts() > 0) {
        out.println(
            Summary.line(
                "note", "The plan has conflicts and waits for you: lumina plan show " + id));
        return planned;
      }
    }
    return new CatalogRun(
            RunRequest.of(PlanRuns.APPLY, options).doing(List.of(Step.PUBLISH)),
            any -> Optional.of(name),
            ApplyBody.of(id.toString(), false, out))
        .execute();
  }

  private static Planner resolve(LuminaConf conf) {
    return new ResolvePlanner(
        new ResolveRules(
            Policy.KEEP_BEST,
            conf.fraction("resolve.min-margin"),
            Optional.empty(),
            false,
            conf.texts("resolve.protect").stream().map(SourcePath::of).toList()));
  }

  private static Planner organize(LuminaConf conf) {
    String to = conf.text("organize.to");
    if (to.isEmpty()) {
      throw new LuminaException(
          ExitCode.USAGE,
          "--then organize needs organize.to, the folder in which the files should lie; set it in a"
              + " --config file or with --set organize.to=DIR");
    }
    return new OrganizePlanner(
        new OrganizeRules(
            SourcePath.of(to),
            conf.flag("organize.move"),
            Layout.of(
                conf.text("organize.strategy"),
                Optional.of(conf.text("organize.template")).filter(text -> !text.isEmpty())),
            OnClash.SUFFIX,
            Optional.empty(),
            false));
  }

  /** Makes the plan, and carries it out where that is asked for. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it.
     *
     * @param catalog by name; none for the only one
     */
    ExitCode run(Optional<String> catalog, boolean apply);
  }
}
