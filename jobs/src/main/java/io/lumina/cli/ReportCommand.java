package io.lumina.cli;

import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.run.CatalogRun;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the report page. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes the report page.")
final class ReportCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;

  @Override
  public Integer call() {
    return new CatalogRun(RunRequest.of(Step.REPORT, catalog.name(), options.values()), System.out)
        .execute()
        .code();
  }
}
