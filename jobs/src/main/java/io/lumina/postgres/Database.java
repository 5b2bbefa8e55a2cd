package io.lumina.postgres;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Opens connections to one PostgreSQL database. */
public final class Database {
  /**
   * The server looks each second of silence whether we are still there, and gives up after three
   * and a half (on Linux the user timeout decides, not the count): what a client held whose machine
   * is gone is free within five seconds.
   */
  private static final String SERVER_NOTICES_DEATH =
      "-c tcp_keepalives_idle=1 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3"
          + " -c tcp_user_timeout=3500 -c client_connection_check_interval=2000";

  private final ConnectionSettings settings;

  /** Opens nothing yet. */
  public Database(ConnectionSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  public ConnectionSettings settings() {
    return settings;
  }

  /**
   * A new connection in UTC, in auto-commit mode; the caller closes it.
   *
   * @param purpose what for, shown in {@code pg_stat_activity}
   * @throws LuminaException when there is none to have: wrong address or password (usage), server
   *     away (temporary)
   */
  public Connection connect(String purpose) {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    if (!settings.password().isEmpty()) {
      properties.setProperty("password", settings.password().reveal());
    }
    properties.setProperty("ApplicationName", "lumina " + purpose);
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("loginTimeout", "30");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("options", SERVER_NOTICES_DEATH + " -c timezone=UTC");
    try {
      // Not through DriverManager: it does not see drivers that spark-submit adds later.
      Connection connection = new org.postgresql.Driver().connect(settings.url(), properties);
      if (connection == null) {
        throw new LuminaException(
            ExitCode.USAGE,
            "'"
                + settings.address()
                + "' cannot be read as an address; write jdbc:postgresql://host:5432/database");
      }
      return connection;
    } catch (SQLException refused) {
      throw SqlFailure.connecting(settings, refused);
    }
  }

  /**
   * Runs work in one transaction: all of it, or nothing.
   *
   * @throws LuminaException when the server goes away meanwhile (temporary)
   */
  public <T> T transaction(String purpose, Work<T> work) {
    try (Connection connection = connect(purpose)) {
      connection.setAutoCommit(false);
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException failed) {
      throw SqlFailure.working(failed);
    }
  }

  /**
   * The first row of a query.
   *
   * @param purpose what for, shown in {@code pg_stat_activity}
   * @param mapper what to make of the row, which may be nothing
   * @param values of the parameters, in their order
   * @throws LuminaException when the server goes away meanwhile (temporary)
   */
  public <T> Optional<T> first(String purpose, String sql, Mapper<T> mapper, Object... values) {
    return transaction(
        purpose,
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.ofNullable(mapper.of(row)) : Optional.empty();
            }
          }
        });
  }

  /** What to make of a row. */
  @FunctionalInterface
  public interface Mapper<T> {
    /** Reads the columns of the row that the result set stands on; null when it says nothing. */
    T of(ResultSet row) throws SQLException;
  }

  /** What to do with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it; an exception rolls the transaction back. */
    T on(Connection connection) throws SQLException;
  }
}
