package io.lumina.act;

import io.lumina.act.file.Carrier;
import io.lumina.act.file.Direction;
import io.lumina.act.file.Journal;
import io.lumina.act.file.Mark;
import io.lumina.act.file.Need;
import io.lumina.act.file.Operation;
import io.lumina.act.file.Outcome;
import io.lumina.act.file.PlanUnit;
import io.lumina.act.plan.Operations;
import io.lumina.job.Progress;
import io.lumina.store.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Takes the operations of a plan out of the database, unit by unit, and has them carried out. */
final class Carrying implements Operations.Reader {
  private static final int BATCH_OPERATIONS = 256;
  private static final Set<Mark> REFUSED = EnumSet.of(Mark.FAILED, Mark.UNDO_FAILED);
  private static final Set<Mark> SURE = EnumSet.of(Mark.DONE, Mark.UNDONE, Mark.SKIPPED);

  private final Operations rows;
  private final Journal journal;
  private final Carrier carrier;
  private final Direction direction;
  private final Predicate<Operation> chosen;
  private final boolean isSettling;
  private final Guard lock;
  private final Progress progress;
  private final List<Operation> unit = new ArrayList<>();
  private final List<PlanUnit> batch = new ArrayList<>();
  private final Set<Path> paths = new HashSet<>();
  private final List<Outcome> late = new ArrayList<>();
  private int batched;
  private long carried;
  private long refused;
  private Optional<Outcome> stopped = Optional.empty();

  Carrying(
      Operations rows,
      Journal journal,
      Carrier carrier,
      Direction direction,
      Predicate<Operation> chosen,
      boolean isSettling,
      Guard lock,
      Progress progress) {
    this.rows = rows;
    this.journal = journal;
    this.carrier = carrier;
    this.direction = direction;
    this.chosen = chosen;
    this.isSettling = isSettling;
    this.lock = lock;
    this.progress = progress;
  }

  /**
   * Carries out all that is open.
   *
   * @return what stopped it before its end, such as a full disk
   */
  Optional<Outcome> run() {
    rows.each(
        direction == Direction.FORWARD ? Operations.Order.ASCENDING : Operations.Order.DESCENDING,
        this);
    endUnit();
    carry();
    bringUp();
    return stopped;
  }

  /** How many operations were not carried out, each with its reason. */
  long refused() {
    return refused;
  }

  @Override
  public void on(Operation operation, String state) {
    if (!unit.isEmpty() && !unit.get(0).unit().equals(operation.unit())) {
      endUnit();
    }
    if (chosen.test(operation)) {
      note(operation, state);
      unit.add(operation);
    }
  }

  /** The journal knew it before a crash, and the row did not. */
  private void note(Operation operation, String state) {
    Optional<Mark> mark = journal.state().mark(operation.number());
    boolean isSure = mark.isPresent() && SURE.contains(mark.get());
    if (isSure && !Operations.stateOf(mark.get()).equals(Optional.of(state))) {
      late.add(new Outcome(operation, mark.get(), ""));
    }
  }

  /** Before anything is carried that these rows speak of. */
  private void bringUp() {
    rows.ended(late);
    late.clear();
  }

  private void endUnit() {
    boolean isOpen = unit.stream().anyMatch(this::isOpen);
    if (isOpen && stopped.isEmpty()) {
      List<Operation> whole =
          direction == Direction.FORWARD
              ? List.copyOf(unit)
              : unit.stream().filter(this::isOpen).map(Operation::reversed).toList();
      if (whole.stream().anyMatch(this::meetsBatch)) {
        carry();
      }
      if (stopped.isPresent()) {
        unit.clear();
        return;
      }
      whole.forEach(operation -> paths.addAll(List.of(operation.source(), operation.target())));
      batch.add(new PlanUnit(whole));
      batched += whole.size();
      if (batched >= BATCH_OPERATIONS) {
        carry();
      }
    }
    unit.clear();
  }

  /** What one unit leaves and another takes, or needs, are not done at once. */
  private boolean meetsBatch(Operation operation) {
    return paths.contains(operation.source())
        || paths.contains(operation.target())
        || operation.needs().stream().map(Need::path).anyMatch(paths::contains);
  }

  private boolean isOpen(Operation operation) {
    Optional<Mark> mark = journal.state().mark(operation.number());
    if (isSettling) {
      return mark.filter(direction::isUnderWay).isPresent();
    }
    return direction == Direction.FORWARD
        ? mark.isEmpty() || !mark.get().isEnd()
        : mark.isPresent() && mark.get().isUndoable();
  }

  private void carry() {
    if (batch.isEmpty()) {
      return;
    }
    lock.check();
    bringUp();
    try {
      List<Outcome> outcomes = carrier.carry(batch);
      rows.ended(outcomes);
      refused += outcomes.stream().filter(outcome -> REFUSED.contains(outcome.mark())).count();
      stopped = outcomes.stream().filter(outcome -> outcome.mark() == Mark.BACKED_OUT).findFirst();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    carried += batched;
    progress.current(carried);
    batch.clear();
    paths.clear();
    batched = 0;
  }
}
