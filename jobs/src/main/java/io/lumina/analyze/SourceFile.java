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
   * @throws IOException when it is not there or cannot be read
   */
  static InputStream open(String sourcePath, HadoopSettings hadoop) throws IOException {
    if (sourcePath.startsWith("/")) {
      return Files.newInputStream(Path.of(sourcePath));
    }
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(sourcePath);
    return path.getFileSystem(hadoop.configuration()).open(path);
  }
}
