package io.lumina.session;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Mistake;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * The Spark session of a command, with what the tables and functions need. One that was there
 * before (of a notebook, of a test) stays.
 */
public final class Sessions implements AutoCloseable {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "spark.sql.extensions",
          "io.delta.sql.DeltaSparkSessionExtension,io.lumina.udf.LuminaExtensions",
          "spark.sql.catalog.spark_catalog",
          "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.sql.session.timeZone",
          "UTC",
          // Local wall clocks of cameras are compared as they are.
          "spark.sql.legacy.timeParserPolicy",
          "CORRECTED");

  private final SparkSession spark;
  private final boolean ours;

  private Sessions(SparkSession spark, boolean ours) {
    this.spark = spark;
    this.ours = ours;
  }

  public SparkSession spark() {
    return spark;
  }

  /**
   * Does work with the session.
   *
   * @throws LuminaException (temporary) when somebody stopped Spark meanwhile: then it fails in
   *     many ways, none of which says so; an Error stays what it is
   */
  public <T> T run(Function<SparkSession, T> work) {
    try {
      return work.apply(spark);
    } catch (Throwable failed) {
      boolean stopped = spark.sparkContext().isStopped() && !Interruption.isUnderWay();
      Optional<LuminaException> why =
          stopped && Mistake.in(failed).isEmpty() ? Mistake.sparkStopped(failed) : Optional.empty();
      if (why.isPresent()) {
        throw why.get();
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    if (ours) {
      spark.stop();
    }
  }

  /** Opens the session that spark-submit prepared. */
  public static Sessions open(String command) {
    checkFileNames();
    Option<SparkSession> before = SparkSession.getDefaultSession();
    if (before.isDefined() && !before.get().sparkContext().isStopped()) {
      return new Sessions(before.get(), false);
    }
    SparkConf conf = new SparkConf();
    if (!conf.contains("spark.master")) {
      throw new LuminaException(
          ExitCode.USAGE, "No Spark master is set: start through scripts/lumina or spark-submit");
    }
    DEFAULTS.forEach(conf::setIfMissing);
    if (SparkMaster.ofThisProgram().isThisMachine()) {
      // Tasks load classes from the driver: by an address that may change in the night, and that
      // others can reach, unless it is told.
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
    }
    conf.setIfMissing("spark.app.name", "lumina " + command);
    return new Sessions(SparkSession.builder().config(conf).getOrCreate(), true);
  }

  private static void checkFileNames() {
    if (!FileNames.areUtf8()) {
      throw new LuminaException(
          ExitCode.USAGE,
          "File names are read as "
              + FileNames.encoding()
              + ", not UTF-8: set LC_ALL=C.UTF-8 and start again");
    }
  }
}
