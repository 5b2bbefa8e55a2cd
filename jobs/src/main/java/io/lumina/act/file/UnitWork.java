package io.lumina.act.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One unit on its way: what is still to do, and what stopped it. */
final class UnitWork {
  private final PlanUnit unit;
  private final Map<Operation, Placed> placed = new LinkedHashMap<>();
  private final Map<Operation, Outcome> ended = new LinkedHashMap<>();
  private Optional<Outcome> stopped = Optional.empty();
  private boolean isStuck;

  UnitWork(PlanUnit unit) {
    this.unit = unit;
  }

  /** The operations that are neither skipped nor stopped. */
  List<Operation> open() {
    return stopped.isPresent()
        ? List.of()
        : unit.operations().stream().filter(operation -> !ended.containsKey(operation)).toList();
  }

  /** Whether it is one file alone. */
  boolean isAlone() {
    return unit.operations().size() == 1;
  }

  /** Those that may have left something on the disk. */
  List<Operation> touched() {
    return List.copyOf(placed.keySet());
  }

  Placed placed(Operation operation) {
    return placed.get(operation);
  }

  void placed(Operation operation, Placed now) {
    placed.put(operation, now);
  }

  void skip(Operation operation, String reason) {
    ended.put(operation, new Outcome(operation, Mark.SKIPPED, reason));
  }

  /** All of the unit stays as it was. */
  void stop(Operation operation, Mark mark, String reason) {
    if (stopped.isEmpty()) {
      stopped = Optional.of(new Outcome(operation, mark, reason));
    }
  }

  boolean isStopped() {
    return stopped.isPresent();
  }

  /** A part of it could not be brought back: the journal keeps it as it is, to be tried again. */
  void stuck(Operation operation, String reason) {
    isStuck = true;
    stopped =
        stopped.map(
            stop ->
                new Outcome(
                    stop.operation(),
                    stop.mark(),
                    stop.reason() + "; and " + operation.target() + " stays there: " + reason));
  }

  boolean isStuck() {
    return isStuck;
  }

  /** What came of each operation of the unit. */
  List<Outcome> outcomes(Mark done) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Operation operation : unit.operations()) {
      outcomes.add(
          ended.containsKey(operation)
              ? ended.get(operation)
              : stopped
                  .map(stop -> new Outcome(operation, stop.mark(), words(operation, stop)))
                  .orElse(new Outcome(operation, done, "")));
    }
    return outcomes;
  }

  private static String words(Operation operation, Outcome stop) {
    return operation.equals(stop.operation())
        ? stop.reason()
        : "Its unit stays whole: " + stop.reason();
  }

  /** A part of the work on one operation. */
  @FunctionalInterface
  interface Part {
    void on(UnitWork work, Operation operation) throws IOException;
  }
}
