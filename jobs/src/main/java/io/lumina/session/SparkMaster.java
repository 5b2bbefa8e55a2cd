package io.lumina.session;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import org.apache.spark.SparkConf;

/**
 * Where tasks run.
 *
 * @param url as spark-submit takes it
 */
public record SparkMaster(String url) {
  private static final String NONE = "local";

  /** The one that spark-submit chose; this machine when it was not asked. */
  public static SparkMaster ofThisProgram() {
    return new SparkMaster(new SparkConf().get("spark.master", NONE));
  }

  /** Whether all tasks run in this process. */
  public boolean isThisMachine() {
    return url.equals("local") || url.startsWith("local[");
  }

  /**
   * Refuses what only this machine reaches when others do the work.
   *
   * @throws LuminaException (usage) for the embedded database, and for the warehouse in the home
   */
  public void check(RunOptions options) {
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
