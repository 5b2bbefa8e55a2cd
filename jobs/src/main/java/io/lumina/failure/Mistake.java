package io.lumina.failure;

import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a user can mend behind what was thrown: it may have come from an executor. */
public final class Mistake {
  /** A chain of causes may be a circle. */
  private static final int LONGEST_CHAIN = 50;

  private static final int LONGEST_ORIGIN = 200;

  /** What Spark says when it ends while a job runs. */
  private static final List<String> STOPPED =
      List.of(
          "Master removed our application",
          "All masters are unresponsive",
          "SparkContext was shut down",
          "Cannot call methods on a stopped SparkContext");

  private Mistake() {}

  public static Optional<LuminaException> in(Throwable thrown) {
    Optional<LuminaException> told =
        causes(thrown)
            .filter(LuminaException.class::isInstance)
            .map(LuminaException.class::cast)
            .findFirst();
    boolean temporary = told.filter(e -> e.exit() == ExitCode.TEMPORARY).isPresent();
    return temporary
        ? told
        : diskFull(thrown).or(() -> told).or(() -> refused(thrown)).or(() -> stoppedSpark(thrown));
  }

  /**
   * Somebody stopped Spark, or its cluster went away, while a run was under way.
   *
   * @return none when an Error is behind it: memory that is too small, or our bug, stops Spark too,
   *     and will again
   */
  public static Optional<LuminaException> sparkStopped(Throwable failed) {
    if (causes(failed).anyMatch(Error.class::isInstance)) {
      return Optional.empty();
    }
    return Optional.of(
        new LuminaException(
            ExitCode.TEMPORARY,
            "Spark was stopped under the run: its application was killed, or its master is away ("
                + origin(failed)
                + "); nothing half written is shown, run it again",
            failed));
  }

  private static Optional<LuminaException> stoppedSpark(Throwable thrown) {
    return causes(thrown)
            .map(cause -> String.valueOf(cause.getMessage()))
            .anyMatch(message -> STOPPED.stream().anyMatch(message::contains))
        ? sparkStopped(thrown)
        : Optional.empty();
  }

  /** What the first of all causes said, on one line. */
  private static String origin(Throwable thrown) {
    Throwable first = causes(thrown).reduce((later, earlier) -> earlier).orElse(thrown);
    String said = String.valueOf(first.getMessage()).lines().findFirst().orElse("").strip();
    return first.getMessage() == null || said.isEmpty()
        ? first.getClass().getSimpleName()
        : said.substring(0, Math.min(said.length(), LONGEST_ORIGIN));
  }

  private static Optional<LuminaException> diskFull(Throwable thrown) {
    return causes(thrown)
        .filter(Mistake::isDiskFull)
        .findFirst()
        .map(
            cause ->
                new LuminaException(
                    ExitCode.TEMPORARY,
                    "The disk of the warehouse, of the home folder or of Spark's temporary files is"
                        + " full; nothing half written is shown, make room and run it again",
                    cause));
  }

  /** Storage far away that knows the key and does not like it, or knows none. */
  private static Optional<LuminaException> refused(Throwable thrown) {
    return causes(thrown)
        .filter(AccessDeniedException.class::isInstance)
        .map(cause -> String.valueOf(cause.getMessage()).lines().findFirst().orElse(""))
        .filter(message -> message.contains("://"))
        .findFirst()
        .map(
            message ->
                new LuminaException(
                    ExitCode.USAGE,
                    "The storage refuses us (" + message + "); check the key and its rights",
                    thrown));
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(LONGEST_CHAIN);
  }

  private static boolean isDiskFull(Throwable e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left on device") || message.contains("disk quota exceeded");
  }
}
