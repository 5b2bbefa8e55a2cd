package io.lumina.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups exact and near duplicates and picks the best of each group. */
@Command(
    name = "duplicates",
    mixinStandardHelpOptions = true,
    description = "Groups exact and near duplicates and picks the best of each group.")
final class DuplicatesCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;
  @Mixin private DuplicatesOptions duplicates;

  @Override
  public Integer call() {
    RunRequest request = RunRequest.of(Step.DUPLICATES, catalog.name(), options).with(duplicates);
    return new CatalogRun(request, System.out).execute().code();
  }
}
