package io.lumina.cli;

import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.cli.option.MissingOptions;
import io.lumina.run.CatalogRun;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the sources and compares with the last listing. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = "Lists the sources and says what is new, changed, moved, missing and unchanged.")
final class ScanCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;
  @Mixin private MissingOptions missing;
  @Mixin private CatalogOption catalog;

  @Option(
      names = "--listing",
      paramLabel = "FILE",
      description = "Reads a CSV or Parquet file with path, size and modified instead of walking.")
  private String listing;

  @Override
  public Integer call() {
    RunRequest request =
        RunRequest.of(Step.SCAN, catalog.name(), options.values())
            .scanning(Optional.ofNullable(listing), missing.accepted());
    return new CatalogRun(request, System.out).execute().code();
  }
}
