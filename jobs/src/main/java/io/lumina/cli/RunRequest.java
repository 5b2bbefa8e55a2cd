package io.lumina.cli;

import io.lumina.config.LuminaConf;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a command is asked to do.
 *
 * @param jobType of the run, such as nightly or scan
 * @param steps in order
 * @param catalog by name
 * @param photos source directories that the catalog should have; empty for those it has
 * @param listing a file to read instead of walking
 * @param acceptMissing whether the disappearance guard is off
 * @param duplicates what duplicates are, beside the configuration
 * @param start where it begins
 * @param options of every command
 */
record RunRequest(
    String jobType,
    List<Step> steps,
    Optional<String> catalog,
    List<String> photos,
    Optional<String> listing,
    boolean acceptMissing,
    DuplicatesOptions duplicates,
    Start start,
    GlobalOptions options) {

  RunRequest {
    Objects.requireNonNull(jobType, "jobType");
    Objects.requireNonNull(start, "start");
    steps = List.copyOf(steps);
    photos = List.copyOf(photos);
  }

  /** With duplicates as the configuration says, beginning where the last run came to. */
  RunRequest(
      String jobType,
      List<Step> steps,
      Optional<String> catalog,
      List<String> photos,
      Optional<String> listing,
      boolean acceptMissing,
      GlobalOptions options) {
    this(
        jobType,
        steps,
        catalog,
        photos,
        listing,
        acceptMissing,
        DuplicatesOptions.NONE,
        Start.RESUME,
        options);
  }

  /** A command of one step on a catalog that is there. */
  static RunRequest of(Step step, Optional<String> catalog, GlobalOptions options) {
    return new RunRequest(
        step.type(), List.of(step), catalog, List.of(), Optional.empty(), false, options);
  }

  /** The same on another catalog, by name. */
  RunRequest on(Optional<String> other) {
    return new RunRequest(
        jobType, steps, other, photos, listing, acceptMissing, duplicates, start, options);
  }

  /** The same with options that say what duplicates are. */
  RunRequest with(DuplicatesOptions chosen) {
    return new RunRequest(
        jobType, steps, catalog, photos, listing, acceptMissing, chosen, start, options);
  }

  /** The same, beginning there. */
  RunRequest from(Start chosen) {
    return new RunRequest(
        jobType, steps, catalog, photos, listing, acceptMissing, duplicates, chosen, options);
  }

  /** The configuration that the options amount to. */
  LuminaConf conf() {
    return duplicates.in(options.conf());
  }

  /** Whether this is a run of steps that have rows of their own in the ledger. */
  boolean hasSteps() {
    return steps.size() != 1 || !steps.get(0).type().equals(jobType);
  }
}
