package io.lumina.cli;

import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.cli.option.StartOptions;
import io.lumina.run.CatalogRun;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads each new content once: checksum, metadata, dates, damage, hashes, quality. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description =
        "Reads each new content once: checksum, metadata, dates, damage, hashes, quality.")
final class AnalyzeCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;
  @Mixin private StartOptions start;

  @Override
  public Integer call() {
    RunRequest request =
        RunRequest.of(Step.ANALYZE, catalog.name(), options.values()).from(start.start());
    return new CatalogRun(request, System.out).execute().code();
  }
}
