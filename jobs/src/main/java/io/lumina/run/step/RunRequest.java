package io.lumina.run.step;

import io.lumina.config.LuminaConf;
import io.lumina.ledger.Missing;
import io.lumina.session.RunOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a command is asked to do.
 *
 * @param jobType of the run, such as nightly or scan
 * @param steps in order
 * @param isOneStep whether it is one step and nothing else, which then has no row of its own in the
 *     ledger
 * @param catalog by name
 * @param photos source directories that the catalog should have; empty for those it has
 * @param listing a file to read instead of walking
 * @param accepted what may be missing
 * @param start where it begins
 * @param options where data lie, and the configuration
 */
public record RunRequest(
    String jobType,
    List<Step> steps,
    boolean isOneStep,
    Optional<String> catalog,
    List<String> photos,
    Optional<String> listing,
    Set<Missing> accepted,
    Start start,
    RunOptions options) {

  public RunRequest {
    Objects.requireNonNull(jobType, "jobType");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(options, "options");
    steps = List.copyOf(steps);
    photos = List.copyOf(photos);
    accepted = Set.copyOf(accepted);
  }

  /** A run without steps on the only catalog, beginning where the last run came to. */
  public static RunRequest of(String jobType, RunOptions options) {
    return new RunRequest(
        jobType,
        List.of(),
        false,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Set.of(),
        Start.RESUME,
        options);
  }

  /** A run of one step on a catalog that is there. */
  public static RunRequest of(Step step, Optional<String> catalog, RunOptions options) {
    return new RunRequest(
        step.type(),
        List.of(step),
        true,
        catalog,
        List.of(),
        Optional.empty(),
        Set.of(),
        Start.RESUME,
        options);
  }

  /** The same with these steps, each with a row of its own. */
  public RunRequest doing(List<Step> chosen) {
    return new RunRequest(
        jobType, chosen, false, catalog, photos, listing, accepted, start, options);
  }

  /** The same on another catalog, by name. */
  public RunRequest on(Optional<String> chosen) {
    return new RunRequest(
        jobType, steps, isOneStep, chosen, photos, listing, accepted, start, options);
  }

  /** The same on a catalog with these source directories. */
  public RunRequest withPhotos(List<String> chosen) {
    return new RunRequest(
        jobType, steps, isOneStep, catalog, chosen, listing, accepted, start, options);
  }

  /** The same with a scan that reads a file instead of walking, or takes what is gone for gone. */
  public RunRequest scanning(Optional<String> chosen, Set<Missing> accept) {
    return new RunRequest(
        jobType, steps, isOneStep, catalog, photos, chosen, accept, start, options);
  }

  /** The same, beginning there. */
  public RunRequest from(Start chosen) {
    return new RunRequest(
        jobType, steps, isOneStep, catalog, photos, listing, accepted, chosen, options);
  }

  /** Whether files may be missing in large numbers. */
  public boolean acceptMissing() {
    return accepted.contains(Missing.FILES);
  }

  /** The configuration that the options amount to. */
  public LuminaConf conf() {
    return options.conf();
  }
}
