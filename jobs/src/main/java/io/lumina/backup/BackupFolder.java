package io.lumina.backup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of the backups, on whatever storage the warehouse is. */
public final class BackupFolder {
  private static final String SUFFIX = "-decisions";

  private final Path folder;
  private final Configuration storage;

  private BackupFolder(Path folder, Configuration storage) {
    this.folder = folder;
    this.storage = storage;
  }

  /**
   * That of a warehouse: beside it, with its name and {@code -decisions}, so that who removes or
   * rebuilds the tables does not remove it; below a warehouse that is a whole bucket or disk.
   *
   * @param warehouse as a Hadoop path
   * @param storage how to reach it
   */
  public static BackupFolder beside(String warehouse, Configuration storage) {
    Path tables = new Path(warehouse);
    Path folder =
        tables.getParent() == null || tables.getName().isEmpty()
            ? new Path(tables, "lumina" + SUFFIX)
            : new Path(tables.getParent(), tables.getName() + SUFFIX);
    return new BackupFolder(folder, storage);
  }

  /** The backups that are there, the newest first. */
  List<BackupName> list() throws IOException {
    List<BackupName> names = new ArrayList<>();
    try {
      for (FileStatus file : files().listStatus(folder)) {
        BackupName.parse(file.getPath().getName()).ifPresent(names::add);
      }
    } catch (FileNotFoundException noneYet) {
      return List.of();
    }
    names.sort(BackupName.NEWEST_FIRST);
    return names;
  }

  InputStream open(BackupName name) throws IOException {
    return files().open(path(name));
  }

  /** Puts a file there under its name once all of it is there. */
  void put(java.nio.file.Path written, BackupName name) throws IOException {
    FileSystem files = files();
    files.mkdirs(folder);
    Path partial = new Path(folder, ".partial-" + UUID.randomUUID());
    try {
      files.copyFromLocalFile(false, true, new Path(written.toUri()), partial);
      if (!files.rename(partial, path(name))) {
        throw new IOException(path(name) + " cannot take its name");
      }
    } finally {
      files.delete(partial, false);
    }
  }

  void delete(BackupName name) throws IOException {
    files().delete(path(name), false);
  }

  /** Where a backup lies, for people. */
  String place(BackupName name) {
    return this + "/" + name.file();
  }

  @Override
  public String toString() {
    return folder.toUri().getScheme() == null ? folder.toUri().getPath() : folder.toString();
  }

  private Path path(BackupName name) {
    return new Path(folder, name.file());
  }

  /** Without the files of checksums that Hadoop puts beside others: a backup has its own inside. */
  private FileSystem files() throws IOException {
    FileSystem files = folder.getFileSystem(storage);
    return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
  }
}
