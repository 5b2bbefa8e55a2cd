package io.lumina.cli;

import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.DuplicatesOptions;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.run.CatalogRun;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Groups exact and near duplicates and picks the best of each group. */
@Command(
    name = "duplicates",
    mixinStandardHelpOptions = true,
    description = "Groups exact and near duplicates and picks the best of each group.")
final class DuplicatesCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;
  @Mixin private DuplicatesOptions duplicates;

  @Option(
      names = "--search",
      paramLabel = "HOW",
      description =
          "Compares all pictures anew, by bands, gpu (with scripts/lumina --gpu) or all-pairs; each"
              + " finds the same (default: duplicates.search and duplicates.compare of the"
              + " configuration).")
  private String search;

  @Override
  public Integer call() {
    if (search != null) {
      options.set("duplicates.search", search);
      options.set("duplicates.compare", "all");
    }
    RunRequest request = RunRequest.of(Step.DUPLICATES, catalog.name(), options.values(duplicates));
    return new CatalogRun(request, System.out).execute().code();
  }
}
