package io.lumina.scan;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    List<Entry> entries = new ArrayList<>();
    try {
      Path path = new Path(directory);
      FileSystem fileSystem = path.getFileSystem(configuration);
      RemoteIterator<FileStatus> statuses = fileSystem.listStatusIterator(path);
      while (statuses.hasNext()) {
        entries.add(entry(statuses.next()));
      }
    } catch (FileNotFoundException e) {
      entries.add(new Entry.Problem(directory, Entry.Problem.VANISHED, "There is no such folder"));
    } catch (IOException | RuntimeException e) {
      entries.add(
          new Entry.Problem(directory, Entry.Problem.UNREADABLE, e.getClass().getSimpleName()));
    }
    return entries;
  }

  private static Entry entry(FileStatus status) {
    String path = status.getPath().toString();
    if (status.isDirectory()) {
      return new Entry.Directory(path, path);
    }
    if (status.isSymlink()) {
      return new Entry.Problem(path, Entry.Problem.LINK, "Symbolic links are not followed");
    }
    Optional<Instant> modified =
        status.getModificationTime() <= 0
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(status.getModificationTime()));
    return new Entry.File(path, status.getLen(), modified);
  }
}
