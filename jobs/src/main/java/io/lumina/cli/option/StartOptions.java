package io.lumina.cli.option;

import io.lumina.run.step.Start;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a run begins. */
public final class StartOptions {
  @ArgGroup(exclusive = true)
  private Choice choice = new Choice();

  public Start start() {
    return choice.fresh ? Start.FRESH : Start.RESUME;
  }

  /** One of the two, or none. */
  static final class Choice {
    @Option(
        names = "--resume",
        description = "Goes on where the last run came to, also one that died (the default).")
    private boolean resume;

    @Option(
        names = "--fresh",
        description =
            "Reads every content again and does every step again. Ids, statuses and decisions"
                + " stay.")
    private boolean fresh;
  }
}
