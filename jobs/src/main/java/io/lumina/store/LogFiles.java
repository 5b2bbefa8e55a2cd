package io.lumina.store;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.hash.Sha256;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** What lies in the folder of a Delta table, found by listing alone. */
final class LogFiles {
  private static final Pattern COMMIT = Pattern.compile("\\d{20}\\.json");
  private static final int MARK_LETTERS = 16;
  private static final String LOG = "_delta_log";

  /** How the name of a file begins that is not whole yet, or of its checksum. */
  private static final String UNFINISHED = ".";

  private static final String COMMIT_INFO = "{\"commitInfo\"";

  private final Path table;
  private final Configuration hadoop;

  LogFiles(String table, Configuration hadoop) {
    this.table = new Path(table);
    this.hadoop = hadoop;
  }

  /** The newest version; none where there is no table. */
  Optional<TableMark> newest() {
    List<FileStatus> commits = commits();
    return commits.isEmpty()
        ? Optional.empty()
        : Optional.of(mark(version(commits.get(commits.size() - 1))));
  }

  /** A version, told from others of its number. */
  TableMark mark(long version) {
    return commitInfo(version)
        .map(info -> Sha256.of(info.getBytes(StandardCharsets.UTF_8)).substring(0, MARK_LETTERS))
        .map(commit -> new TableMark(version, commit))
        .orElseGet(() -> TableMark.unknown(version));
  }

  /** What the log says of a commit: its time, writer and transaction; none when it is cleaned. */
  private Optional<String> commitInfo(long version) {
    Path file = new Path(new Path(table, LOG), String.format(Locale.ROOT, "%020d.json", version));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(file.getFileSystem(hadoop).open(file), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> line.startsWith(COMMIT_INFO)).findFirst();
    } catch (FileNotFoundException cleaned) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException("The log " + file + " cannot be read", failed);
    }
  }

  /** Whether the table may hold files that nobody needs any more, and did not at the last look. */
  boolean isDue(Instant lastHorizon, Instant horizon) {
    List<FileStatus> commits = commits();
    if (commits.isEmpty()) {
      return false;
    }
    boolean wasCleaned = version(commits.get(0)) > 0 && time(commits.get(0)).isAfter(lastHorizon);
    return wasCleaned
        || commits.stream()
            .map(LogFiles::time)
            .anyMatch(time -> time.isAfter(lastHorizon) && !time.isAfter(horizon));
  }

  /**
   * Removes what a creation left that died before its commit: Delta takes each folder with
   * something in it for a table that is there already.
   *
   * @throws LuminaException (safety guard) when other files lie there: nobody knows whose
   */
  void clearUnborn() {
    Path log = new Path(table, LOG);
    try {
      FileSystem files = log.getFileSystem(hadoop);
      if (files.exists(log) && holdsOnlyUnfinished(files, log)) {
        files.delete(log, true);
      }
      if (files.exists(table)) {
        if (files.listStatus(table).length > 0) {
          throw new LuminaException(
              ExitCode.SAFETY_GUARD,
              "The folder "
                  + table
                  + " holds files but no table, its log is lost; put it back, or move the folder"
                  + " away");
        }
        files.delete(table, false);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("The folder " + table + " cannot be cleared", failed);
    }
  }

  private static boolean holdsOnlyUnfinished(FileSystem files, Path log) throws IOException {
    RemoteIterator<LocatedFileStatus> all = files.listFiles(log, true);
    while (all.hasNext()) {
      if (!all.next().getPath().getName().startsWith(UNFINISHED)) {
        return false;
      }
    }
    return true;
  }

  /** Files of rows, whether a version names them or not. */
  Size data() {
    try {
      long files = 0;
      long bytes = 0;
      RemoteIterator<LocatedFileStatus> all = table.getFileSystem(hadoop).listFiles(table, true);
      while (all.hasNext()) {
        LocatedFileStatus file = all.next();
        if (!file.getPath().toString().contains("/" + LOG + "/")) {
          files++;
          bytes += file.getLen();
        }
      }
      return new Size(files, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException("The table " + table + " cannot be listed", failed);
    }
  }

  private List<FileStatus> commits() {
    Path log = new Path(table, LOG);
    try {
      FileSystem files = log.getFileSystem(hadoop);
      List<FileStatus> commits = new ArrayList<>();
      if (files.exists(log)) {
        for (FileStatus file : files.listStatus(log)) {
          if (COMMIT.matcher(file.getPath().getName()).matches()) {
            commits.add(file);
          }
        }
      }
      commits.sort(Comparator.comparingLong(LogFiles::version));
      return commits;
    } catch (IOException failed) {
      throw new UncheckedIOException("The log " + log + " cannot be listed", failed);
    }
  }

  private static long version(FileStatus commit) {
    String name = commit.getPath().getName();
    return Long.parseLong(name.substring(0, name.indexOf('.')));
  }

  private static Instant time(FileStatus commit) {
    return Instant.ofEpochMilli(commit.getModificationTime());
  }

  /** How many files, and their bytes. */
  record Size(long files, long bytes) {}
}
