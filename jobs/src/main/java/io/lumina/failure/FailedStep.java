package io.lumina.failure;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says where a failure happened; goes with it as one that was suppressed. */
public final class FailedStep extends RuntimeException {
  private static final int LONGEST_CHAIN = 50;

  private FailedStep(String where) {
    super(where, null, false, false);
  }

  /** Notes the step of a failure that passes by. */
  public static void note(Throwable failed, String where) {
    failed.addSuppressed(new FailedStep(where));
  }

  /** Where it happened, as far as anybody knows: a clause, or nothing. */
  public static Optional<String> of(Throwable failed) {
    Optional<String> step =
        chain(failed)
            .flatMap(each -> Arrays.stream(each.getSuppressed()))
            .filter(FailedStep.class::isInstance)
            .map(Throwable::getMessage)
            .findFirst();
    Optional<String> file =
        chain(failed)
            .filter(FileFailure.class::isInstance)
            .map(FileFailure.class::cast)
            .map(each -> "file " + each.file())
            .findFirst();
    String where = String.join(", ", Stream.of(step, file).flatMap(Optional::stream).toList());
    return Optional.of(where).filter(text -> !text.isEmpty());
  }

  private static Stream<Throwable> chain(Throwable failed) {
    return Stream.iterate(failed, Objects::nonNull, Throwable::getCause).limit(LONGEST_CHAIN);
  }
}
