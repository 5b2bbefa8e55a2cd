package io.lumina.cli;

import io.lumina.cli.option.FormatOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.query.Query;
import io.lumina.postgres.query.QueryFormat;
import io.lumina.session.DatabaseSession;
import io.lumina.session.RunOptions;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at the runs of all catalogs. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists the runs, or shows what one of them did.")
final class RunsCommand implements Runnable {
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9-]{1,200}");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "runs needs one of list, show");
  }

  @Command(description = "Lists the newest runs.", mixinStandardHelpOptions = true)
  int list(
      @Mixin GlobalOptions options,
      @Option(
              names = "--most",
              paramLabel = "N",
              defaultValue = "20",
              description = "How many (default: ${DEFAULT-VALUE}).")
          int most,
      @Mixin FormatOption format) {
    return ask(
        options,
        """
        SELECT run_id, status, exit_code, date_trunc('second', started_at) AS started,
          date_trunc('second', finished_at - started_at) AS took,
          (progress->>'percent')::numeric AS percent, error
        FROM lumina.jobs WHERE parent_id IS NULL ORDER BY created_at DESC LIMIT\s\
        """
            + Math.max(0, most),
        format.value());
  }

  @Command(
      description = "Shows what a run did: counts, totals, seconds and notes of each step.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin GlobalOptions options,
      @Parameters(paramLabel = "RUN", description = "Its id, as lumina runs list says it.")
          String runId,
      @Mixin FormatOption format) {
    if (!RUN_ID.matcher(runId).matches()) {
      throw new LuminaException(
          ExitCode.USAGE,
          "'" + runId + "' is no run id: it has letters, digits and dashes; see lumina runs list");
    }
    return ask(
        options,
        "SELECT step, kind, name, value, note FROM lumina.run_report WHERE run_id = '"
            + runId
            + "' AND (value IS NULL OR value <> 0)",
        format.value());
  }

  private static int ask(GlobalOptions options, String statement, QueryFormat format) {
    RunOptions chosen = options.values();
    try (DatabaseSession session = DatabaseSession.open(chosen)) {
      new Query(session.database(), chosen.conf().duration("sql.timeout"))
          .print(statement, format, System.out);
      System.out.flush();
      return ExitCode.SUCCESS.code();
    }
  }
}
