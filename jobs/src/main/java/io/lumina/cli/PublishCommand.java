package io.lumina.cli;

import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.run.CatalogRun;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings what was computed to PostgreSQL, all or nothing. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Brings what was computed to PostgreSQL, all or nothing.")
final class PublishCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;

  @Override
  public Integer call() {
    return new CatalogRun(RunRequest.of(Step.PUBLISH, catalog.name(), options.values()), System.out)
        .execute()
        .code();
  }
}
