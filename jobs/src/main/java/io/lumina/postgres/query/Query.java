package io.lumina.postgres.query;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import io.lumina.postgres.SqlFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** Asks the database one question and prints the answer; changes nothing. */
public final class Query {
  private static final Set<String> QUESTIONS =
      Set.of("select", "with", "values", "table", "explain", "show");

  private static final int FETCH_ROWS = 1000;

  private final Database database;
  private final Duration timeout;

  /**
   * Opens nothing yet.
   *
   * @param timeout how long the server may think; zero for as long as it likes
   */
  public Query(Database database, Duration timeout) {
    this.database = Objects.requireNonNull(database, "database");
    this.timeout = Objects.requireNonNull(timeout, "timeout");
  }

  /**
   * Prints the rows that a SELECT gives.
   *
   * @return how many rows
   * @throws LuminaException (usage) with the server's own words when it is not one question, is
   *     wrong, would write, or takes too long
   */
  public long print(String sql, QueryFormat format, Appendable out) {
    String question = checked(sql);
    try (Connection connection = database.connect("sql")) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try (Statement statement = connection.createStatement()) {
        // Statement.setQueryTimeout cancels from a thread of ours; the server's own clock is surer.
        statement.execute("SET LOCAL statement_timeout = " + timeout.toMillis());
        statement.execute("SET LOCAL search_path = lumina, public");
        statement.setFetchSize(FETCH_ROWS);
        try (ResultSet rows = statement.executeQuery(question)) {
          return format.print(rows, out);
        }
      }
    } catch (SQLException failed) {
      throw told(failed);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** One statement, and one that asks: a second one could leave the read-only transaction. */
  private static String checked(String sql) {
    List<NativeQuery> statements;
    try {
      statements = Parser.parseJdbcSql(sql, true, false, true, false, true);
    } catch (SQLException unreadable) {
      throw told(unreadable);
    }
    if (statements.size() != 1) {
      throw new LuminaException(
          ExitCode.USAGE,
          "Give one SELECT, not " + statements.size() + " statements; ask them one by one");
    }
    String statement = statements.get(0).nativeSql.strip();
    String word =
        statement
            .replaceAll("(?s)^(\\s|\\(|--[^\\n]*\\n|/\\*.*?\\*/)+", "")
            .replaceAll("(?s)\\W.*$", "")
            .toLowerCase(Locale.ROOT);
    if (!QUESTIONS.contains(word)) {
      throw new LuminaException(
          ExitCode.USAGE, "Only questions are answered: begin with SELECT, not '" + word + "'");
    }
    return statement;
  }

  private static LuminaException told(SQLException failed) {
    if (SqlFailure.working(failed) instanceof LuminaException away
        && away.exit() == ExitCode.TEMPORARY
        && !"57014".equals(failed.getSQLState())) {
      return away;
    }
    return new LuminaException(ExitCode.USAGE, SqlFailure.oneLine(failed.getMessage()));
  }
}
