package io.lumina.cli;

import io.lumina.cli.option.GlobalOptions;
import io.lumina.session.DatabaseSession;
import io.lumina.text.TerminalProgress;
import io.lumina.watch.Watch;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows runs live, from this machine or another one. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description =
        "Follows the run that goes on, or else the next one, to its end, and exits as it did. Asks"
            + " the database only: another machine's run is followed with --jdbc-url.")
final class WatchCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "One run, as lumina runs list says it; it may have ended long ago.")
  private String run;

  @Option(
      names = "--catalog",
      paramLabel = "NAME",
      description = "Runs of this catalog only (default: of every catalog).")
  private String catalog;

  @Option(names = "--follow", description = "Goes on with run after run, until it is stopped.")
  private boolean follow;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    if (run != null && (follow || catalog != null)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--run names one run: leave out --follow and --catalog");
    }
    try (DatabaseSession session = DatabaseSession.open(options.values());
        Watch watch =
            new Watch(
                session.database(),
                System.out,
                TerminalProgress.isWatched(),
                Watch.Patience.USUAL)) {
      if (run != null) {
        return watch.run(run);
      }
      int exit = watch.next(Optional.ofNullable(catalog));
      while (follow) {
        exit = watch.next(Optional.ofNullable(catalog));
      }
      return exit;
    }
  }
}
