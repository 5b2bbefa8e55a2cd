package io.lumina.scan;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.job.JobContext;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder below the warehouse for rows on their way. It belongs to one catalog, whose lock the run
 * holds, so what is found there was left by a run that died, and goes.
 */
final class Staging implements AutoCloseable {
  private final Path folder;
  private final Configuration configuration;

  private Staging(Path folder, Configuration configuration) {
    this.folder = folder;
    this.configuration = configuration;
  }

  static Staging create(JobContext context) {
    Configuration configuration = context.store().spark().sparkContext().hadoopConfiguration();
    Path folder = new Path(context.store().warehouse(), "staging/scan-" + context.catalogId());
    Staging staging = new Staging(folder, configuration);
    staging.delete();
    return staging;
  }

  String path() {
    return folder.toString();
  }

  @Override
  public void close() {
    delete();
  }

  private void delete() {
    try {
      FileSystem fileSystem = folder.getFileSystem(configuration);
      fileSystem.delete(folder, true);
    } catch (IOException e) {
      throw new LuminaException(
          ExitCode.TEMPORARY, "The folder " + folder + " cannot be emptied: " + e.getMessage(), e);
    }
  }
}
