package io.lumina.act;

import io.lumina.act.file.Carrier;
import io.lumina.act.file.Direction;
import io.lumina.act.file.Journal;
import io.lumina.act.file.Operation;
import io.lumina.act.file.Outcome;
import io.lumina.act.file.Reversal;
import io.lumina.act.plan.OperationCounts;
import io.lumina.act.plan.Operations;
import io.lumina.act.plan.Plan;
import io.lumina.act.plan.PlanState;
import io.lumina.act.plan.Plans;
import io.lumina.catalog.Catalogs;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import io.lumina.ledger.StepsBefore;
import io.lumina.run.RunBody;
import io.lumina.run.Summary;
import io.lumina.run.step.Step;
import io.lumina.run.step.StepContext;
import io.lumina.text.Json;
import io.lumina.text.Spoken;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Carries a plan out, or takes it back: one way for both. Goes on where a killed one stopped. */
public final class ApplyBody implements RunBody {
  private final String planId;
  private final Direction direction;
  private final Predicate<Operation> chosen;
  private final boolean isAll;
  private final boolean acceptMany;
  private final PrintStream out;

  private ApplyBody(
      String planId,
      Direction direction,
      Predicate<Operation> chosen,
      boolean isAll,
      boolean acceptMany,
      PrintStream out) {
    this.planId = planId;
    this.direction = direction;
    this.chosen = chosen;
    this.isAll = isAll;
    this.acceptMany = acceptMany;
    this.out = out;
  }

  /**
   * An apply of all that is open in a plan.
   *
   * @param acceptMany whether it may take more than act.max-fraction out of a source directory
   */
  public static ApplyBody of(String planId, boolean acceptMany, PrintStream out) {
    return new ApplyBody(planId, Direction.FORWARD, any -> true, true, acceptMany, out);
  }

  /** An undo of a whole plan. */
  public static ApplyBody undo(String planId, PrintStream out) {
    return new ApplyBody(planId, Direction.BACK, any -> true, true, true, out);
  }

  /** An undo of some operations of a plan. */
  public static ApplyBody undo(String planId, Predicate<Operation> chosen, PrintStream out) {
    return new ApplyBody(planId, Direction.BACK, chosen, false, true, out);
  }

  @Override
  public ExitCode run(StepContext context) {
    Plan plan = new Plans(context.database()).get(planId);
    out.println("Catalog " + context.catalog().name() + ", run " + context.run().runId());
    checkState(plan);
    if (new StepsBefore(context.database(), plan.catalogId(), context.run().runId())
        .hasDied(Step.ANALYZE.type())) {
      throw new LuminaException(
          ExitCode.SAFETY_GUARD,
          "The last lumina analyze of catalog '%s' died, and its files are read in part; run lumina nightly before a plan is carried out"
              .formatted(plan.catalog()));
    }
    try {
      return carry(context, plan);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private ExitCode carry(StepContext context, Plan plan) throws IOException {
    List<String> roots = new ArrayList<>(context.catalog().sourceDirectories());
    plan.newSource().filter(source -> !roots.contains(source)).ifPresent(roots::add);
    Operations operations = new Operations(context.database(), plan.id());
    if (direction == Direction.FORWARD) {
      ApplyGuards guards = new ApplyGuards(context.database(), plan);
      if (!acceptMany) {
        guards.checkShare(
            context.catalog().sourceDirectories(), context.conf().fraction("act.max-fraction"));
      }
      guards.checkSpace();
    }
    new Plans(context.database()).state(plan.id(), PlanState.APPLYING);
    context.run().progress().total(operations.counts().planned());
    Optional<Outcome> stopped;
    try (Journal journal =
        Journal.open(context.request().options().home().journal(plan.id()), plan.id().toString())) {
      Carrier carrier =
          new Carrier(journal, plan.id().toString(), direction, writable(plan, roots));
      stopped =
          new Carrying(
                  operations,
                  journal,
                  carrier,
                  direction,
                  chosen,
                  context.lock(),
                  context.run().progress())
              .run();
      if (direction == Direction.BACK && operations.counts().done() == 0) {
        Reversal.finish(journal.state());
      }
    }
    ExitCode followed = follow(context, plan, roots);
    OperationCounts counts = operations.counts();
    PlanState state = stopped.isPresent() ? PlanState.APPLYING : counts.state();
    new Plans(context.database()).state(plan.id(), state);
    return end(context, plan, counts, stopped, followed);
  }

  private ExitCode follow(StepContext context, Plan plan, List<String> roots) {
    if (direction == Direction.FORWARD && plan.newSource().isPresent()) {
      new Catalogs(context.database())
          .addSourceDirectories(plan.catalog(), List.of(plan.newSource().get()));
    }
    return new CatalogFollows(context, out)
        .of(plan, roots, direction == Direction.FORWARD ? "done" : "undone");
  }

  /** Where targets may lie, there and back. */
  private static List<Path> writable(Plan plan, List<String> roots) {
    List<Path> writable = new ArrayList<>(roots.stream().map(Path::of).toList());
    plan.target().map(Path::of).ifPresent(writable::add);
    return writable;
  }

  private void checkState(Plan plan) {
    boolean mayGo =
        direction == Direction.FORWARD
            ? plan.state() != PlanState.DISCARDED && plan.state() != PlanState.UNDONE
            : plan.state() != PlanState.DISCARDED && plan.state() != PlanState.PLANNED;
    if (!mayGo) {
      throw new LuminaException(
          ExitCode.USAGE,
          "Plan %s is %s; there is nothing to %s"
              .formatted(
                  plan.id(),
                  plan.state().word(),
                  direction == Direction.FORWARD ? "apply, make a new one" : "undo"));
    }
  }

  private ExitCode end(
      StepContext context,
      Plan plan,
      OperationCounts counts,
      Optional<Outcome> stopped,
      ExitCode followed) {
    out.println(Summary.line("plan", plan.id() + ", " + plan.kind().word()));
    out.println(
        Summary.line(
            "files",
            "%s done, %s there already, %s failed, %s undone"
                .formatted(
                    Spoken.count(counts.done()),
                    Spoken.count(counts.skipped()),
                    Spoken.count(counts.failed()),
                    Spoken.count(counts.undone()))));
    Map<String, Object> result =
        Map.of("total", counts.done(), "plan", plan.id().toString(), "failed", counts.failed());
    if (stopped.isPresent()) {
      throw new LuminaException(
          ExitCode.SAFETY_GUARD,
          "%s; %s are left. Make room, and lumina plan apply %s goes on"
              .formatted(
                  stopped.get().reason(), Spoken.many(counts.planned(), "operation"), plan.id()));
    }
    boolean isWhole =
        direction == Direction.BACK ? counts.done() == 0 || !isAll : counts.failed() == 0;
    if (!isWhole) {
      String words =
          "%s could not be %s; lumina plan show %s --failed says why"
              .formatted(
                  Spoken.many(
                      direction == Direction.BACK ? counts.done() : counts.failed(), "operation"),
                  direction == Direction.BACK ? "taken back" : "carried out",
                  plan.id());
      out.println(Summary.line("failed", words));
      new Operations(context.database(), plan.id())
          .firstFailure()
          .ifPresent(why -> out.println(Summary.line("such as", Printable.of(why))));
      context.run().failWithResult(Json.of(result), words, ExitCode.TOO_MANY_FAILURES);
      return ExitCode.TOO_MANY_FAILURES;
    }
    if (direction == Direction.FORWARD) {
      out.println(Summary.line("note", "lumina undo --plan " + plan.id() + " takes it back"));
    }
    context.run().succeed(Json.of(result));
    return followed;
  }
}
