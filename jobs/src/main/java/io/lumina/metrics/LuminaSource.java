package io.lumina.metrics;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.metrics.source.Source;

/**
 * Numbers under {@code lumina.*} in Spark's metrics system, which every sink of Spark shows. Spark
 * keeps its interface to itself in Scala only; a plugin's metrics, the open way, could not be named
 * so.
 */
final class LuminaSource implements Source {
  private final MetricRegistry registry = new MetricRegistry();
  private final Map<String, Number> values = new ConcurrentHashMap<>();

  @Override
  public String sourceName() {
    return "lumina";
  }

  @Override
  public MetricRegistry metricRegistry() {
    return registry;
  }

  /** Sets numbers of a step; a name that is new is shown from now on. */
  void set(String step, Map<String, ? extends Number> numbers) {
    numbers.forEach((name, number) -> set(step + "." + name, number));
  }

  private void set(String name, Number number) {
    if (values.put(name, number) == null) {
      registry.gauge(name, () -> (Gauge<Number>) () -> values.get(name));
    }
  }
}
