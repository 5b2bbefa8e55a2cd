package io.lumina.cli;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import org.apache.spark.SparkConf;

/**
 * Where tasks run.
 *
 * @param url as spark-submit takes it
 */
record SparkMaster(String url) {
  private static final String NONE = "local";

  /** The one that spark-submit chose; this machine when it was not asked. */
  static SparkMaster ofThisProgram() {
    return new SparkMaster(new SparkConf().get("spark.master", NONE));
  }

  /** Whether all tasks run in this process. */
  boolean isThisMachine() {
    return url.equals("local") || url.startsWith("local[");
  }

  /**
   * Refuses what only this machine reaches when others do the work.
   *
   * @throws LuminaException (usage) for the embedded database, and for the warehouse in the home
   */
  void check(RunOptions options) {
    if (isThisMachine()) {
      return;
    }
    if (options.database().isEmpty()) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The embedded PostgreSQL serves this machine only, and the master is "
              + url
              + ": name a database that every machine reaches with --jdbc-url");
    }
    if (options.home().otherWarehouse().isEmpty()) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The home folder lies on this machine, and the master is "
              + url
              + ": name a warehouse that every machine reaches with --warehouse, such as"
              + " s3a://bucket/folder or a folder that is mounted on all of them");
    }
  }
}
