package io.lumina.analyze.read;

import io.lumina.job.HadoopSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.functional.FutureIO;

/** A file of the sources, open for reading only: plain paths by java.nio, URIs by Hadoop. */
final class SourceFile implements AutoCloseable {
  private final InputStream stream;
  private final Stamp stamp;
  private final Look look;

  private SourceFile(InputStream stream, Stamp stamp, Look look) {
    this.stream = stream;
    this.stamp = stamp;
    this.look = look;
  }

  /**
   * Opens a file at its start.
   *
   * @param sourcePath as in files.source_path
   * @throws IOException when it is not there, is no plain file, or cannot be read
   */
  static SourceFile open(String sourcePath, HadoopSettings hadoop) throws IOException {
    try {
      return sourcePath.startsWith("/") ? local(Path.of(sourcePath)) : remote(sourcePath, hadoop);
    } catch (IllegalArgumentException e) {
      throw new IOException("This is no path: " + e.getMessage(), e);
    }
  }

  InputStream stream() {
    return stream;
  }

  /** What the storage said of the file before it was opened. */
  Stamp stamp() {
    return stamp;
  }

  /** Whether nobody has written to the file, or put another in its place, since it was opened. */
  boolean isAsOpened() throws IOException {
    return look.again().equals(stamp);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private static SourceFile local(Path file) throws IOException {
    Look look = () -> stamp(Files.readAttributes(file, BasicFileAttributes.class));
    Stamp stamp = look.again();
    return new SourceFile(Files.newInputStream(file), stamp, look);
  }

  private static Stamp stamp(BasicFileAttributes file) throws IOException {
    // Opening a pipe that has taken the place of a picture would wait for ever.
    if (!file.isRegularFile()) {
      throw new IOException("No plain file");
    }
    return new Stamp(
        file.size(),
        Optional.of(file.lastModifiedTime().toInstant()),
        String.valueOf(file.fileKey()));
  }

  private static SourceFile remote(String uri, HadoopSettings hadoop) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(uri);
    FileSystem files = path.getFileSystem(hadoop.configuration());
    FileStatus status = files.getFileStatus(path);
    if (!status.isFile()) {
      throw new IOException("No plain file");
    }
    long time = status.getModificationTime();
    Stamp stamp =
        new Stamp(
            status.getLen(), Optional.of(time).filter(t -> t > 0).map(Instant::ofEpochMilli), "");
    // Told the status, an object store is not asked for it again. Its objects are replaced whole,
    // and its connector notices that while it reads.
    InputStream stream = FutureIO.awaitFuture(files.openFile(path).withFileStatus(status).build());
    return new SourceFile(stream, stamp, () -> stamp);
  }

  /**
   * A state of a file.
   *
   * @param size in bytes
   * @param modified empty where the storage has no times
   * @param key tells a file from another one under the same name, where the storage can
   */
  record Stamp(long size, Optional<Instant> modified, String key) {}

  @FunctionalInterface
  private interface Look {
    Stamp again() throws IOException;
  }
}
