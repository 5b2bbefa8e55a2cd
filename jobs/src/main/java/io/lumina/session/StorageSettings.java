package io.lumina.session;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;

/** How storage is reached, as spark-submit was told, for commands that start no Spark. */
public final class StorageSettings {
  private static final String PREFIX = "spark.hadoop.";

  private StorageSettings() {}

  public static Configuration ofThisProgram() {
    Configuration storage = new Configuration();
    for (scala.Tuple2<String, String> setting : new SparkConf().getAllWithPrefix(PREFIX)) {
      storage.set(setting._1(), setting._2());
    }
    return storage;
  }
}
