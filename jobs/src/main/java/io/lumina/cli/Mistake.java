package io.lumina.cli;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Finds what a user can mend behind what was thrown: it may have come from an executor. */
final class Mistake {

  private Mistake() {}

  static Optional<LuminaException> in(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof LuminaException mistake) {
        return Optional.of(mistake);
      }
      if (at instanceof IOException && isDiskFull(at)) {
        return Optional.of(
            new LuminaException(
                ExitCode.TEMPORARY,
                "The disk is full (" + at.getMessage() + "); make room and run it again",
                at));
      }
      if (at.getCause() == at) {
        break;
      }
    }
    return Optional.empty();
  }

  private static boolean isDiskFull(Throwable e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left on device") || message.contains("disk quota exceeded");
  }
}
