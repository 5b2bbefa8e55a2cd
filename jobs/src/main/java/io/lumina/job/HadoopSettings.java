package io.lumina.job;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Hadoop's configuration in a form that travels to executors. */
public final class HadoopSettings implements Serializable {
  private final Map<String, String> entries = new HashMap<>();

  public HadoopSettings(Configuration configuration) {
    configuration.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
  }

  /** A fresh configuration with these entries. */
  public Configuration configuration() {
    Configuration configuration = new Configuration(false);
    entries.forEach(configuration::set);
    return configuration;
  }
}
