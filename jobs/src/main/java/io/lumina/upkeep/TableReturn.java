package io.lumina.upkeep;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Mistake;
import io.lumina.run.step.StepContext;
import io.lumina.store.Store;
import io.lumina.text.Spoken;
import java.util.List;
import java.util.Optional;

/**
 * One table on its way back to an older version.
 *
 * @param context of the undo
 * @param restoration of a table that changes
 */
record TableReturn(StepContext context, Restoration restoration) {

  /**
   * Makes sure that the version is whole: vacuums remove files, and so do accidents.
   *
   * @param undone the run that is undone
   * @throws LuminaException (usage) when it is not, or when the log does not know it any more
   */
  void check(String undone) {
    List<String> missing;
    try {
      missing = context.store().missingFiles(restoration.table(), restoration.version(), rows());
    } catch (Exception unreadable) {
      // Delta throws exceptions that it does not declare.
      if (Mistake.in(unreadable).isPresent()) {
        throw unreadable;
      }
      throw broken(undone, "is not readable (" + firstLine(unreadable) + ")", unreadable);
    }
    if (!missing.isEmpty()) {
      String lost = "has lost " + Spoken.many(missing.size(), "file") + ", such as ";
      throw broken(undone, lost + missing.get(0), null);
    }
  }

  /** Writes the version again, and returns the number of the new one. */
  long run() {
    Store store = context.store();
    String undo = context.run().runId();
    return restoration.extent() == Restoration.Extent.WHOLE
        ? store.restore(restoration.table(), restoration.version(), undo)
        : store.replace(
            restoration.table(),
            context.catalogId(),
            store.read(restoration.table(), restoration.version(), context.catalogId()),
            undo);
  }

  /** The catalog whose rows come back; all when there is none. */
  private Optional<String> rows() {
    return restoration.extent() == Restoration.Extent.WHOLE
        ? Optional.empty()
        : Optional.of(context.catalogId());
  }

  private LuminaException broken(String undone, String why, Exception cause) {
    return new LuminaException(
        ExitCode.USAGE,
        "Run %s cannot be undone: version %d of table %s %s. Nothing was restored; lumina nightly computes the tables from the sources"
            .formatted(undone, restoration.version(), restoration.table().name(), why),
        cause);
  }

  private static String firstLine(Exception failed) {
    return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
  }
}
