package io.lumina.cli;

import io.lumina.backup.BackupFile;
import io.lumina.backup.BackupFolder;
import io.lumina.backup.Restore;
import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.cli.option.Message;
import io.lumina.postgres.query.QueryFormat;
import io.lumina.session.DatabaseSession;
import io.lumina.session.RunOptions;
import io.lumina.session.StorageSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings back what people decided. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Brings statuses, reviews, decisions and catalogs back from a backup that a night wrote"
            + " beside the warehouse. A damaged embedded database is put aside and a new one made."
            + " What people decided since stays as it is.")
final class RestoreCommand implements Callable<Integer> {
  private static final int MOST_LINES = 5;
  private static final int FETCH_ROWS = 1000;

  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "The backup (default: the newest of a database that was lost, else the newest).")
  private Path from;

  @Option(names = "--dry-run", description = "Says what would be restored, and restores nothing.")
  private boolean dryRun;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Prints what came of each line instead: one of ${COMPLETION-CANDIDATES}.")
  private QueryFormat format;

  @Override
  public Integer call() {
    PrintStream out = System.out;
    RunOptions chosen = options.values();
    List<BackupFile> whole = backups(chosen);
    List<String> aside = new ArrayList<>();
    try (DatabaseSession session =
        dryRun
            ? DatabaseSession.openMigrated(chosen)
            : DatabaseSession.openReplaced(chosen, path -> aside.add(path.toString()))) {
      Restore restore = new Restore(session.database());
      BackupFile backup = restore.choose(whole, catalog.name());
      List<String> open = new ArrayList<>();
      Map<String, Long> counts =
          restore.run(
              backup,
              catalog.name(),
              dryRun ? Restore.Mode.DRY_RUN : Restore.Mode.REAL,
              connection -> open.addAll(details(connection)));
      if (format == null) {
        new RestoreSummary(backup, aside, counts, open, dryRun).lines().forEach(out::println);
      }
      out.flush();
      return 0;
    }
  }

  private List<BackupFile> backups(RunOptions chosen) {
    if (from != null) {
      return List.of(BackupFile.at(from));
    }
    BackupFolder folder =
        BackupFolder.beside(chosen.home().warehouse(), StorageSettings.ofThisProgram());
    return BackupFile.in(folder, Message::print);
  }

  /** Prints them where they were asked for; otherwise the first that are not as in the backup. */
  private List<String> details(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_ROWS);
      ResultSet rows = statement.executeQuery(Restore.DETAILS);
      if (format != null) {
        format.print(rows, System.out);
        return List.of();
      }
      List<String> first = new ArrayList<>();
      while (rows.next() && first.size() < MOST_LINES) {
        RestoreSummary.sentence(rows).ifPresent(first::add);
      }
      return first;
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
