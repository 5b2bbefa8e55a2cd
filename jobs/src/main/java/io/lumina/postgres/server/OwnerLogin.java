package io.lumina.postgres.server;

import io.lumina.failure.LuminaException;
import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import io.lumina.postgres.SqlFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections to the server of a home as the owner of its data. */
final class OwnerLogin {
  static final String DATABASE = "lumina";
  private static final String MAINTENANCE = "postgres";

  /** SQL state cannot_connect_now: it starts, recovers or stops. */
  private static final String NOT_NOW = "57P03";

  private final DataDirectory data;

  OwnerLogin(DataDirectory data) {
    this.data = data;
  }

  /** Of a server that listens at a port. */
  ConnectionSettings settings(int port) throws IOException {
    return settings(port, DATABASE);
  }

  /** Whether a server answers that it takes no connections now. */
  boolean isPutOff(int port) throws IOException {
    try (Connection connection = new Database(settings(port, MAINTENANCE)).connect("start")) {
      return connection.isClosed();
    } catch (SQLException broken) {
      return false;
    } catch (LuminaException refused) {
      return refused.getCause() instanceof SQLException sql && NOT_NOW.equals(sql.getSQLState());
    }
  }

  /** Makes the database when there is none. */
  void createDatabase(int port) throws IOException {
    try (Connection connection = new Database(settings(port, MAINTENANCE)).connect("setup");
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'lumina'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE lumina");
    } catch (SQLException failed) {
      throw SqlFailure.working(failed);
    }
  }

  private ConnectionSettings settings(int port, String database) throws IOException {
    return new ConnectionSettings(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
        DataDirectory.USER,
        data.password());
  }
}
