package io.lumina.metrics;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run waited for most: of its longest step, the resource that took most of the time of all
 * cores. Each moment of each core is counted for one resource, so that the shares add up to all of
 * it. Garbage collection is named from a fifth of the tasks' time on, since memory is the cheapest
 * thing to change.
 *
 * @param step the longest one
 * @param ofRun its share of the time of all steps, 0-1
 * @param resource what it waited for most
 * @param ofStep the resource's share of the time of its cores, 0-1
 * @param cores that the step had
 */
public record Bottleneck(String step, double ofRun, Resource resource, double ofStep, int cores) {
  private static final double MUCH_GARBAGE = 0.2;

  public Bottleneck {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(resource, "resource");
  }

  /** That of a run; none when it took no time. */
  public static Optional<Bottleneck> of(List<StepLoad> steps) {
    double all = steps.stream().mapToDouble(StepLoad::seconds).sum();
    return steps.stream()
        .max(Comparator.comparingDouble(StepLoad::seconds))
        .filter(longest -> longest.seconds() > 0)
        .map(longest -> of(longest, longest.seconds() / all));
  }

  private static Bottleneck of(StepLoad step, double ofRun) {
    Map<Resource, Double> shares = shares(step);
    boolean garbage = step.gcSeconds() >= MUCH_GARBAGE * step.taskSeconds() && step.gcSeconds() > 0;
    Resource most =
        garbage && shares.get(Resource.DRIVER) < 0.5
            ? Resource.MEMORY
            : shares.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return new Bottleneck(step.step(), ofRun, most, shares.get(most), step.cores());
  }

  /**
   * Where the time of all cores of a step went, 0-1 each. Tasks compute, on their own threads or on
   * those of an analysis, or stand still for the garbage collector; of what is left, they wait for
   * storage and for rows first, since those waits were measured. Where no task ran, the driver
   * waited for PostgreSQL or worked itself.
   */
  static Map<Resource, Double> shares(StepLoad step) {
    double capacity = step.seconds() * step.cores();
    double tasks = Math.min(step.taskSeconds(), capacity);
    double garbage = Math.min(step.gcSeconds(), tasks);
    double analysis = Math.max(0, step.analysisSeconds() - garbage);
    double computing = Math.min(step.cpuSeconds() + analysis, tasks - garbage);
    double waiting = tasks - garbage - computing;
    double storage = Math.min(step.readSeconds(), waiting);
    double shuffle = Math.min(step.shuffleSeconds(), waiting - storage);
    double withoutTask =
        Math.max(
            0, Math.min(capacity - tasks, (step.seconds() - step.busySeconds()) * step.cores()));
    double database = Math.min(step.databaseSeconds() * step.cores(), withoutTask);
    Map<Resource, Double> shares = new EnumMap<>(Resource.class);
    shares.put(Resource.COMPUTING, computing / capacity);
    shares.put(Resource.MEMORY, garbage / capacity);
    shares.put(Resource.STORAGE, storage / capacity);
    shares.put(Resource.SHUFFLE, shuffle / capacity);
    shares.put(Resource.DATABASE, database / capacity);
    shares.put(Resource.OTHER_WAITS, (waiting - storage - shuffle) / capacity);
    shares.put(Resource.IDLE_CORES, (capacity - tasks - withoutTask) / capacity);
    shares.put(Resource.DRIVER, (withoutTask - database) / capacity);
    return shares;
  }

  /** For a person, without a full stop. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%s took %.0f %% of the time, %.0f %% of that %s (%d %s); %s",
        step,
        100 * ofRun,
        100 * ofStep,
        resource.words(),
        cores,
        cores == 1 ? "core" : "cores",
        resource.advice());
  }
}
