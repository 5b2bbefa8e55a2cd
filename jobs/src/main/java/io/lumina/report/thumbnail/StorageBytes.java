package io.lumina.report.thumbnail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** Plain paths through java.nio, URIs through Hadoop. */
public final class StorageBytes implements SourceBytes {
  private final Configuration hadoop;

  /**
   * Reads with the credentials of a configuration.
   *
   * @param hadoop where file systems are configured
   */
  public StorageBytes(Configuration hadoop) {
    this.hadoop = Objects.requireNonNull(hadoop, "hadoop");
  }

  @Override
  public Optional<byte[]> read(String sourcePath, long maxBytes) {
    int limit = Math.toIntExact(Math.min(maxBytes, Integer.MAX_VALUE - 16));
    try {
      return sourcePath.startsWith("/") ? local(sourcePath, limit) : remote(sourcePath, limit);
    } catch (IOException | RuntimeException e) {
      // Gone, forbidden, or a name that this file system cannot express: no thumbnail, no more.
      return Optional.empty();
    }
  }

  private static Optional<byte[]> local(String sourcePath, int limit) throws IOException {
    Path path = Path.of(sourcePath);
    // A pipe would never end; its length is not asked for.
    if (!Files.isRegularFile(path) || Files.size(path) > limit) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path)) {
      return upTo(in, limit);
    }
  }

  private Optional<byte[]> remote(String sourcePath, int limit) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(sourcePath);
    FileSystem files = path.getFileSystem(hadoop);
    FileStatus status = files.getFileStatus(path);
    if (!status.isFile() || status.getLen() > limit) {
      return Optional.empty();
    }
    try (InputStream in = files.open(path)) {
      return upTo(in, limit);
    }
  }

  private static Optional<byte[]> upTo(InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes(limit + 1);
    return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
  }
}
