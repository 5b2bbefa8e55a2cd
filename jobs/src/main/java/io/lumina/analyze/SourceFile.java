package io.lumina.analyze;

import io.lumina.job.HadoopSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files of the sources, for reading only: plain paths by java.nio, URIs by Hadoop. */
final class SourceFile {

  private SourceFile() {}

  /**
   * The bytes of a file from its start.
   *
   * @param sourcePath as in files.source_path
   * @throws IOException when it is not there, is no plain file, or cannot be read
   */
  static InputStream open(String sourcePath, HadoopSettings hadoop) throws IOException {
    try {
      return sourcePath.startsWith("/") ? local(Path.of(sourcePath)) : remote(sourcePath, hadoop);
    } catch (IllegalArgumentException e) {
      throw new IOException("This is no path: " + e.getMessage(), e);
    }
  }

  private static InputStream local(Path file) throws IOException {
    // Opening a pipe that has taken the place of a picture would wait for ever.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("No plain file");
    }
    return Files.newInputStream(file);
  }

  private static InputStream remote(String uri, HadoopSettings hadoop) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(uri);
    return path.getFileSystem(hadoop.configuration()).open(path);
  }
}
