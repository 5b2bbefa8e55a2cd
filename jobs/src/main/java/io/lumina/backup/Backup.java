package io.lumina.backup;

import io.lumina.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what people decided beside the warehouse. */
public final class Backup {
  private static final int NEWEST = 30;

  private final Database database;
  private final BackupFolder folder;

  public Backup(Database database, BackupFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * Writes a backup, unless the newest of this database says the same, and removes old ones.
   *
   * @return what came of it
   */
  public Result write(Instant now) throws IOException {
    Path written = Files.createTempFile("lumina-decisions", ".jsonl.gz");
    try {
      BackupSummary summary = new BackupWriter(database).write(written, now);
      List<BackupName> all = folder.list();
      List<BackupName> ours = all.stream().filter(name -> name.isOf(summary.database())).toList();
      Optional<BackupSummary> lost = ours.isEmpty() ? lost(all) : Optional.empty();
      Optional<BackupSummary> newest = ours.stream().findFirst().flatMap(this::summary);
      if (newest.filter(old -> old.sha256().equals(summary.sha256())).isPresent()) {
        return new Result(summary, Optional.empty(), lost);
      }
      BackupName name = BackupName.of(now, summary.database());
      folder.put(written, name);
      for (BackupName old : ours.subList(Math.min(NEWEST - 1, ours.size()), ours.size())) {
        folder.delete(old);
      }
      return new Result(summary, Optional.of(folder.place(name)), lost);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** The newest in which people decided anything: others were new databases themselves. */
  private Optional<BackupSummary> lost(List<BackupName> others) {
    return others.stream()
        .flatMap(name -> summary(name).stream())
        .filter(summary -> !summary.isEmpty())
        .findFirst();
  }

  /** None of one that is damaged: a new one takes its place. */
  private Optional<BackupSummary> summary(BackupName name) {
    try {
      return Optional.of(BackupReader.read(folder.open(name), BackupReader.Lines.none()));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /**
   * What came of a backup.
   *
   * @param summary of what people decided
   * @param file where it was written; none when the newest says the same
   * @param before the newest of another database with any decision that lay there before this one
   *     wrote any
   */
  public record Result(
      BackupSummary summary, Optional<String> file, Optional<BackupSummary> before) {

    /** Whether another database had more: it may have been lost, and this one be new. */
    public boolean isPoorer() {
      return before
          .filter(
              other ->
                  other.statuses() + other.decisions() + other.reviews()
                      > summary.statuses() + summary.decisions() + summary.reviews())
          .isPresent();
    }
  }
}
