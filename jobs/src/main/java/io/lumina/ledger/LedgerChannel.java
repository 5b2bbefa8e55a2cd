package io.lumina.ledger;

import io.lumina.postgres.Database;
import io.lumina.postgres.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection that listens on {@code lumina_jobs} and asks questions. Notifications are lost
 * while it is broken: who hears of a break looks at the tables again.
 */
public final class LedgerChannel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerChannel.class);
  private static final String PURPOSE = "watch";

  private final Database database;
  private Connection connection;

  /** Opens nothing yet. */
  public LedgerChannel(Database database) {
    this.database = database;
  }

  /**
   * Asks, on a new connection when the last one broke.
   *
   * @throws io.lumina.failure.LuminaException (temporary) when the database is away
   */
  public <T> T ask(Database.Work<T> work) {
    try {
      return work.on(connection());
    } catch (SQLException failed) {
      close();
      throw SqlFailure.working(failed);
    }
  }

  /**
   * Waits until a row of the ledger changed, or may have: what was told while there was no
   * connection is lost.
   *
   * @return whether to look; false after the time
   * @throws io.lumina.failure.LuminaException (temporary) when the connection broke
   */
  public boolean await(Duration longest) {
    boolean isNew = connection == null;
    return ask(
        open ->
            isNew
                || open.unwrap(PGConnection.class).getNotifications((int) longest.toMillis()).length
                    > 0);
  }

  @Override
  public void close() {
    Connection closing = connection;
    connection = null;
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (SQLException broken) {
      // It is gone, which is what was wanted.
      LOG.debug("the connection was broken already", broken);
    }
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      connection = database.connect(PURPOSE);
      try (Statement listen = connection.createStatement()) {
        listen.execute("LISTEN lumina_jobs");
      }
    }
    return connection;
  }
}
