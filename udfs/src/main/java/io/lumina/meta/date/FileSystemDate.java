package io.lumina.meta.date;

import java.time.Instant;

/** The modification time of a file as the weakest of dates. */
public final class FileSystemDate {
  private FileSystemDate() {}

  /**
   * A candidate of confidence 30. Not to be asked for an object store, whose times say when a file
   * was uploaded.
   */
  public static DateCandidate of(Instant modified) {
    return DateCandidate.instant(DateField.FILE_SYSTEM, modified.toString(), modified);
  }
}
