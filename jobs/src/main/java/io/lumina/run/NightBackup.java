package io.lumina.run;

import io.lumina.backup.Backup;
import io.lumina.backup.BackupFolder;
import io.lumina.backup.BackupSummary;
import io.lumina.postgres.Database;
import io.lumina.run.step.StepContext;
import io.lumina.text.Spoken;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what people decided beside the warehouse, at the end of a night. */
public final class NightBackup {
  private static final Logger LOG = LoggerFactory.getLogger(NightBackup.class);

  private final Database database;
  private final UUID catalogId;
  private final BackupFolder folder;

  NightBackup(Database database, UUID catalogId, BackupFolder folder) {
    this.database = database;
    this.catalogId = catalogId;
    this.folder = folder;
  }

  /** Beside the warehouse of a run. */
  static NightBackup of(StepContext context) {
    return new NightBackup(
        context.database(),
        context.catalog().id(),
        BackupFolder.beside(
            context.store().warehouse(), context.store().spark().sessionState().newHadoopConf()));
  }

  /**
   * Gives reviews that were restored back to their groups, and writes. A backup that fails takes
   * nothing from the night.
   *
   * @return what there is to say, a clause; nothing where nobody decided anything new
   */
  Optional<String> afterNight() {
    try {
      database.first(
          "reviews", "SELECT lumina.return_reviews(?)", row -> row.getLong(1), catalogId);
      Backup.Result result = new Backup(database, folder).write(Instant.now());
      if (result.isPoorer()) {
        return Optional.of(
            "another database has left a backup with "
                + words(result.before().orElseThrow())
                + " in "
                + folder
                + "; lumina restore brings them back");
      }
      return result
          .file()
          .filter(file -> !result.summary().isEmpty())
          .map(file -> words(result.summary()) + " kept in " + file);
    } catch (Exception failed) {
      // Storage of any kind throws what it likes.
      LOG.error("the backup of decisions failed", failed);
      return Optional.of(
          "what people decided could not be backed up to " + folder + ": " + failed.getMessage());
    }
  }

  public static String words(BackupSummary summary) {
    return Spoken.count(summary.statuses())
        + (summary.statuses() == 1 ? " status, " : " statuses, ")
        + Spoken.many(summary.decisions(), "decision")
        + ", "
        + Spoken.many(summary.reviews(), "review");
  }
}
