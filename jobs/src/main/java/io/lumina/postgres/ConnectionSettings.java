package io.lumina.postgres;

import io.lumina.config.Secret;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the database is and who asks.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, without a password
 * @param user role to log in as
 * @param password may be empty where the server asks for none
 */
public record ConnectionSettings(String url, String user, Secret password) implements Serializable {
  private static final String PREFIX = "jdbc:postgresql:";

  /**
   * Checks the form of the URL.
   *
   * @throws LuminaException (usage) when it is no PostgreSQL URL, or holds a password
   */
  public ConnectionSettings {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.contains("password=") || lower.matches("jdbc:postgresql://[^/?]*@.*")) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The JDBC URL holds a user or password; leave them out and set --jdbc-user and"
              + " LUMINA_JDBC_PASSWORD or a password file");
    }
    if (!url.startsWith(PREFIX)) {
      throw new LuminaException(
          ExitCode.USAGE,
          "'" + url + "' is no PostgreSQL address; write jdbc:postgresql://host:5432/database");
    }
  }

  /** The address without its parameters, for messages. */
  public String address() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }
}
