package io.lumina.cli.plan;

import io.lumina.cli.option.GlobalOptions;
import io.lumina.failure.ExitCode;
import io.lumina.postgres.Database;
import io.lumina.postgres.query.Query;
import io.lumina.postgres.query.QueryFormat;
import io.lumina.session.DatabaseSession;
import io.lumina.session.RunOptions;
import java.util.function.Function;

/** Prints the answer of the database to a question of these commands. */
public final class Ask {
  private Ask() {}

  /** Prints the answer; returns the exit code. */
  public static int of(GlobalOptions options, String statement, QueryFormat format) {
    return of(options, any -> statement, format);
  }

  static int of(GlobalOptions options, Function<Database, String> statement, QueryFormat format) {
    RunOptions chosen = options.values();
    try (DatabaseSession session = DatabaseSession.openMigrated(chosen)) {
      new Query(session.database(), chosen.conf().duration("sql.timeout"))
          .print(statement.apply(session.database()), format, System.out);
      System.out.flush();
      return ExitCode.SUCCESS.code();
    }
  }
}
