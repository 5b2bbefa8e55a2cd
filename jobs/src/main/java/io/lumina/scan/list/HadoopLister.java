package io.lumina.scan.list;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Lists directories of any Hadoop FileSystem. */
final class HadoopLister implements DirectoryLister {
  private final Configuration configuration;

  HadoopLister(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public List<Entry> list(String directory) {
    Map<String, Entry> entries = new TreeMap<>();
    try {
      Path path = new Path(directory);
      FileSystem fileSystem = path.getFileSystem(configuration);
      RemoteIterator<FileStatus> statuses = fileSystem.listStatusIterator(path);
      while (statuses.hasNext()) {
        Entry entry = entry(statuses.next());
        entries.put(entry.path(), entry);
      }
    } catch (FileNotFoundException e) {
      return List.of(
          new Entry.Problem(directory, Entry.Problem.VANISHED, "There is no such folder"));
    } catch (IOException | RuntimeException e) {
      entries.put(directory, new Entry.Problem(directory, Entry.Problem.UNREADABLE, reason(e)));
    }
    if (entries.get(directory) instanceof Entry.File) {
      // Hadoop lists a file as itself.
      return List.of(new Entry.Problem(directory, Entry.Problem.VANISHED, "It is not a folder"));
    }
    return new ArrayList<>(entries.values());
  }

  private static Entry entry(FileStatus status) {
    String path = status.getPath().toString();
    if (status.isSymlink() || isHiddenLink(status.getPath())) {
      return new Entry.Problem(path, Entry.Problem.LINK, "Symbolic links are not followed");
    }
    if (status.isDirectory()) {
      return new Entry.Directory(path);
    }
    Optional<Instant> modified =
        status.getModificationTime() <= 0
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(status.getModificationTime()));
    return new Entry.File(path, status.getLen(), modified);
  }

  /** Hadoop follows links on a local disk and shows what is behind them: loops would go on. */
  private static boolean isHiddenLink(Path path) {
    return "file".equals(path.toUri().getScheme())
        && Files.isSymbolicLink(java.nio.file.Path.of(path.toUri().getPath()));
  }

  /** One line; what went wrong at a storage far away says little by its type alone. */
  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return e.getClass().getSimpleName() + ": " + message;
  }
}
