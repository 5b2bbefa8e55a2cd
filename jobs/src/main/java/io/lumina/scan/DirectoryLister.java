package io.lumina.scan;

import io.lumina.job.HadoopSettings;
import java.util.List;

/** Lists one directory of a storage, without going deeper. Never throws for what it finds. */
public interface DirectoryLister {

  /** All entries of a directory, or one problem that says why there are none. */
  List<Entry> list(String directory);

  /** The lister for a path: java.nio for plain paths, Hadoop's FileSystem for URIs. */
  static DirectoryLister of(String path, boolean followLinks, HadoopSettings hadoop) {
    return path.startsWith("/")
        ? new LocalLister(followLinks)
        : new HadoopLister(hadoop.configuration());
  }
}
