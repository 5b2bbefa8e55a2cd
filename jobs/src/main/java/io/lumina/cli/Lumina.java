package io.lumina.cli;

import io.lumina.cli.plan.OrganizeCommand;
import io.lumina.cli.plan.PlanCommand;
import io.lumina.cli.plan.ResolveCommand;
import io.lumina.cli.plan.TrashCommand;
import io.lumina.failure.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program: one sub-command for each job. */
@Command(
    name = "lumina",
    mixinStandardHelpOptions = true,
    versionProvider = LuminaVersion.class,
    description = "Catalogs photo libraries: what is there, what is twice, what is broken.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success, also when there was nothing to do",
      "1:usage or configuration",
      "2:unexpected failure",
      "3:a source is missing or unreadable",
      "4:a safety guard stopped the run",
      "5:temporary, a retry may help",
      "6:done, but more files failed than analyze.max-failed-fraction",
      "7:a quality gate failed",
      "8:another run holds the catalog"
    },
    subcommands = {
      NightlyCommand.class,
      ScanCommand.class,
      AnalyzeCommand.class,
      BurstsCommand.class,
      DuplicatesCommand.class,
      PublishCommand.class,
      ReportCommand.class,
      EvaluateCommand.class,
      ExplainCommand.class,
      CatalogCommand.class,
      MigrateCommand.class,
      RunsCommand.class,
      WatchCommand.class,
      OrganizeCommand.class,
      ResolveCommand.class,
      PlanCommand.class,
      TrashCommand.class,
      UndoCommand.class,
      VacuumCommand.class,
      RestoreCommand.class,
      SqlCommand.class,
      HelpCommand.class
    })
public final class Lumina implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    Terminal.useOwnErrors();
    int exit = ExitCode.UNEXPECTED.code();
    try {
      exit = run(arguments);
    } catch (Error outOfMemoryOrWorse) {
      outOfMemoryOrWorse.printStackTrace();
    } finally {
      System.exit(exit);
    }
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    return new CommandLine(new Lumina())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new Failures())
        .setExecutionExceptionHandler(new Failures())
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing");
  }
}
