package io.lumina.metrics;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run waited for most, and in which step. Each moment of each core is counted for one
 * resource, so that their shares add up to all of the time; the largest one is named. Garbage
 * collection is named from a fifth of the tasks' time on, if tasks took most of the run, since
 * memory is the cheapest thing to change.
 *
 * @param resource that took most
 * @param ofRun its share of the time of all cores, 0-1
 * @param step that used most of it
 * @param ofResource the step's part of that share, 0-1
 * @param cores that the step had
 */
public record Bottleneck(
    Resource resource, double ofRun, String step, double ofResource, int cores) {
  private static final double MUCH_GARBAGE = 0.2;
  private static final double HALF = 0.5;

  public Bottleneck {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(step, "step");
  }

  /** That of a run; none when it took no time. */
  public static Optional<Bottleneck> of(List<StepLoad> steps) {
    List<StepLoad> timed = steps.stream().filter(step -> step.seconds() > 0).toList();
    Map<Resource, Double> sums = new EnumMap<>(Resource.class);
    timed.forEach(
        step -> seconds(step).forEach((resource, time) -> sums.merge(resource, time, Double::sum)));
    double all = sums.values().stream().mapToDouble(time -> time).sum();
    return sums.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> garbage(sums, all) ? Resource.MEMORY : most.getKey())
        .map(most -> of(most, sums.get(most), all, timed));
  }

  private static Bottleneck of(Resource most, double time, double all, List<StepLoad> steps) {
    StepLoad step =
        steps.stream()
            .max(Comparator.comparingDouble(each -> seconds(each).get(most)))
            .orElseThrow();
    return new Bottleneck(
        most, time / all, step.step(), seconds(step).get(most) / time, step.cores());
  }

  private static boolean garbage(Map<Resource, Double> sums, double all) {
    double tasks =
        all
            - sums.get(Resource.DRIVER)
            - sums.get(Resource.DATABASE)
            - sums.get(Resource.IDLE_CORES);
    return tasks > HALF * all && sums.get(Resource.MEMORY) >= MUCH_GARBAGE * tasks;
  }

  /**
   * Where the time of all cores of a step went, seconds. Tasks compute, on their own threads or on
   * those of an analysis, or stand still for the garbage collector; of what is left, they wait for
   * storage and for rows first, since those waits were measured. Where no task ran, the driver
   * waited for PostgreSQL or worked itself.
   */
  static Map<Resource, Double> seconds(StepLoad step) {
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
    Map<Resource, Double> seconds = new EnumMap<>(Resource.class);
    seconds.put(Resource.COMPUTING, computing);
    seconds.put(Resource.MEMORY, garbage);
    seconds.put(Resource.STORAGE, storage);
    seconds.put(Resource.SHUFFLE, shuffle);
    seconds.put(Resource.DATABASE, database);
    seconds.put(Resource.OTHER_WAITS, (waiting - storage - shuffle));
    seconds.put(Resource.IDLE_CORES, (capacity - tasks - withoutTask));
    seconds.put(Resource.DRIVER, (withoutTask - database));
    return seconds;
  }

  /** For a person, without a full stop. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%s: %.0f %% of the time of %s, of that %.0f %% in %s; %s",
        resource.words(),
        100 * ofRun,
        cores == 1 ? "1 core" : cores + " cores",
        100 * ofResource,
        step,
        resource.advice());
  }
}
