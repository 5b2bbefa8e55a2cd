package io.lumina.analyze.read;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What the modification times of listed files are worth. */
public enum ListedTimes {
  /** They are those of the files: one that has another time now holds other bytes, it may be. */
  OF_FILES,
  /** Somebody else wrote them down, in a precision and a time zone of his own. */
  OF_A_LISTING;

  /** Whether a file may still be the one that was listed. */
  boolean agree(Optional<Instant> listed, Optional<Instant> now) {
    return this == OF_A_LISTING
        || listed.isEmpty()
        || now.isEmpty()
        || isSame(
            listed.get().truncatedTo(ChronoUnit.MILLIS), now.get().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Some storage says whole seconds in one answer and more in another. */
  private static boolean isSame(Instant listed, Instant now) {
    boolean wholeSeconds = listed.getNano() == 0 || now.getNano() == 0;
    return wholeSeconds ? listed.getEpochSecond() == now.getEpochSecond() : listed.equals(now);
  }
}
