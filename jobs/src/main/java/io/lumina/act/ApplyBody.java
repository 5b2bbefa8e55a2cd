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
  private final boolean acceptMany;
  private final PrintStream out;

  private ApplyBody(
      String planId,
      Direction direction,
      Predicate<Operation> chosen,
      boolean acceptMany,
      PrintStream out) {
    this.planId = planId;
    this.direction = direction;
    this.chosen = chosen;
    this.acceptMany = acceptMany;
    this.out = out;
  }

  /**
   * An apply of all that is open in a plan.
   *
   * @param acceptMany whether it may take more than act.max-fraction out of a source directory
   */
  public static ApplyBody of(String planId, boolean acceptMany, PrintStream out) {
    return new ApplyBody(planId, Direction.FORWARD, any -> true, acceptMany, out);
  }

  /** An undo of a whole plan. */
  public static ApplyBody undo(String planId, PrintStream out) {
    return new ApplyBody(planId, Direction.BACK, any -> true, true, out);
  }

  /** An undo of some operations of a plan. */
  public static ApplyBody undo(String planId, Predicate<Operation> chosen, PrintStream out) {
    return new ApplyBody(planId, Direction.BACK, chosen, true, out);
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
    Path file = context.request().options().home().journal(plan.id());
    new ApplyGuards(context.database(), plan).checkJournal(file, operations.counts());
    if (direction == Direction.FORWARD) {
      checkForward(context, plan);
    }
    new Plans(context.database()).state(plan.id(), PlanState.APPLYING);
    context.run().progress().total(operations.counts().planned());
    Optional<Outcome> stopped;
    long refused;
    try (Journal journal = Journal.open(file, plan.id().toString())) {
      // What was begun the other way and not ended is brought to its end first.
      Carrying settling = carrying(context, plan, roots, journal, direction.opposite(), true);
      settling.run();
      Carrying carrying = carrying(context, plan, roots, journal, direction, false);
      stopped = carrying.run();
      refused = settling.refused() + carrying.refused();
      if (direction == Direction.BACK && refused == 0 && operations.counts().done() == 0) {
        Reversal.finish(journal.state());
      }
    }
    ExitCode followed = follow(context, plan, roots, operations.counts());
    OperationCounts counts = operations.counts();
    boolean isBack = direction == Direction.BACK && refused == 0 && counts.done() == 0;
    PlanState state =
        stopped.isPresent() ? PlanState.APPLYING : isBack ? PlanState.UNDONE : counts.state();
    new Plans(context.database()).state(plan.id(), state);
    return end(context, plan, counts, stopped, refused, followed);
  }

  private void checkForward(StepContext context, Plan plan) throws IOException {
    ApplyGuards guards = new ApplyGuards(context.database(), plan);
    if (!acceptMany) {
      guards.checkShare(
          context.catalog().sourceDirectories(), context.conf().fraction("act.max-fraction"));
    }
    guards.checkSpace();
  }

  private Carrying carrying(
      StepContext context,
      Plan plan,
      List<String> roots,
      Journal journal,
      Direction way,
      boolean isSettling) {
    return new Carrying(
        new Operations(context.database(), plan.id()),
        journal,
        new Carrier(journal, plan.id().toString(), way, writable(plan, roots)),
        way,
        isSettling ? any -> true : chosen,
        isSettling,
        context.lock(),
        context.run().progress());
  }

  private ExitCode follow(
      StepContext context, Plan plan, List<String> roots, OperationCounts counts) {
    Catalogs catalogs = new Catalogs(context.database());
    if (plan.newSource().isPresent() && counts.done() > 0) {
      catalogs.addSourceDirectories(plan.catalog(), List.of(plan.newSource().get()));
    }
    boolean isResumed = plan.state() == PlanState.APPLYING;
    ExitCode followed = new CatalogFollows(context, out).of(plan, roots, isResumed);
    if (plan.newSource().isPresent() && counts.done() == 0) {
      // Its folder was made by the plan and is gone with it.
      catalogs.forgetMissingSource(plan.catalog(), plan.newSource().get());
    }
    return followed;
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
      long refused,
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
    if (refused > 0) {
      String words =
          "%s could not be %s; lumina plan show %s --failed says why"
              .formatted(
                  Spoken.many(refused, "operation"),
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
