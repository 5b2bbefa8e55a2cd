package io.lumina.cli;

import io.lumina.cli.option.GlobalOptions;
import io.lumina.postgres.query.Query;
import io.lumina.postgres.query.QueryFormat;
import io.lumina.session.DatabaseSession;
import io.lumina.session.RunOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the catalog's database. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Asks the catalog's database, embedded or not. Reads only.")
final class SqlCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;

  @Parameters(
      paramLabel = "SELECT",
      description = "One SQL statement; tables are in schema lumina.")
  private String statement;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private QueryFormat format;

  @Override
  public Integer call() {
    RunOptions chosen = options.values();
    try (DatabaseSession session = DatabaseSession.open(chosen)) {
      new Query(session.reader(), chosen.conf().duration("sql.timeout"))
          .print(statement, format, System.out);
      System.out.flush();
      return 0;
    }
  }
}
