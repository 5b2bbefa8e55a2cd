package io.lumina.publish;

import io.lumina.postgres.ConnectionSettings;
import java.util.Map;
import java.util.Objects;

/**
 * Where to publish.
 *
 * @param database the PostgreSQL database, with its schema current
 * @param connections how many copy at once, 1 to 32
 * @param inputVersions Delta versions that the published rows come from, for the report
 */
public record PublishConfig(
    ConnectionSettings database, int connections, Map<String, Long> inputVersions) {
  private static final int MOST_CONNECTIONS = 32;

  public PublishConfig {
    Objects.requireNonNull(database, "database");
    if (connections < 1 || connections > MOST_CONNECTIONS) {
      throw new IllegalArgumentException(
          "publish.connections is " + connections + "; give 1 to " + MOST_CONNECTIONS);
    }
    inputVersions = Map.copyOf(inputVersions);
  }
}
