package io.lumina.scan.list;

import io.lumina.job.HadoopSettings;
import java.io.Serializable;

/** The listers of a task: java.nio for plain paths, Hadoop's FileSystem for URIs. */
public final class Listers implements Serializable {
  private final boolean followLinks;
  private final HadoopSettings hadoop;
  private transient DirectoryLister local;
  private transient DirectoryLister remote;

  public Listers(boolean followLinks, HadoopSettings hadoop) {
    this.followLinks = followLinks;
    this.hadoop = hadoop;
  }

  /** The lister for a path. */
  DirectoryLister of(String path) {
    if (path.startsWith("/")) {
      if (local == null) {
        local = new LocalLister(followLinks);
      }
      return local;
    }
    if (remote == null) {
      remote = new HadoopLister(hadoop.configuration());
    }
    return remote;
  }
}
