package io.lumina.store;

import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * A setting of the session for one piece of work.
 *
 * @param key of Spark
 * @param value while the work is done
 */
record SessionSetting(String key, String value) {

  /** Does the work under the setting; the one before is back afterwards. */
  void during(SparkSession spark, Runnable work) {
    Option<String> before = spark.conf().getOption(key);
    spark.conf().set(key, value);
    try {
      work.run();
    } finally {
      if (before.isDefined()) {
        spark.conf().set(key, before.get());
      } else {
        spark.conf().unset(key);
      }
    }
  }
}
