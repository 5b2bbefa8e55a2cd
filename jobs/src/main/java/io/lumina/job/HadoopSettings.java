package io.lumina.job;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Hadoop's configuration in a form that travels to executors. */
public final class HadoopSettings implements Serializable {
  private final Map<String, String> entries = new HashMap<>();
  private transient Configuration made;

  public HadoopSettings(Configuration configuration) {
    configuration.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
  }

  /** A configuration with these entries; made once where it is used. */
  public synchronized Configuration configuration() {
    if (made == null) {
      made = new Configuration(false);
      entries.forEach(made::set);
    }
    return made;
  }
}
