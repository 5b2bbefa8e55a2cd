package io.lumina.store;

import io.lumina.postgres.Database;
import io.lumina.postgres.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;

/** One connection for small writes of several threads, opened anew once when it broke. */
public final class LedgerConnection implements AutoCloseable {
  private static final int PROBE_SECONDS = 5;

  private final Database database;
  private Connection connection;

  public LedgerConnection(Database database) {
    this.database = database;
    this.connection = database.connect("ledger");
  }

  /** Runs work in auto-commit mode; a broken connection is replaced and the work tried again. */
  public synchronized <T> T run(Database.Work<T> work) {
    try {
      return work.on(connection);
    } catch (SQLException first) {
      return again(work, first);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException broken) {
      throw SqlFailure.working(broken);
    }
  }

  private <T> T again(Database.Work<T> work, SQLException first) {
    try {
      if (connection.isValid(PROBE_SECONDS)) {
        throw SqlFailure.working(first);
      }
      connection = database.connect("ledger");
      return work.on(connection);
    } catch (SQLException second) {
      throw SqlFailure.working(second);
    }
  }
}
