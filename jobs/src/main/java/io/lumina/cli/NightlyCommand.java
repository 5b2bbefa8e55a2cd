package io.lumina.cli;

import io.lumina.cli.option.DuplicatesOptions;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.cli.option.MissingOptions;
import io.lumina.cli.option.StartOptions;
import io.lumina.cli.plan.NightPlan;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.run.CatalogRun;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import io.lumina.source.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything that a night should do. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description =
        "Scan, analyze, bursts, duplicates, publish, report: everything, first use included.")
final class NightlyCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;
  @Mixin private MissingOptions missing;
  @Mixin private DuplicatesOptions duplicates;
  @Mixin private StartOptions start;

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description =
          "Source directory or URI; may be repeated. Needed once; later the catalog knows it.")
  private List<String> photos = List.of();

  @Option(
      names = "--catalog",
      paramLabel = "NAME",
      description = "Name of the catalog (default: the name of the folder).")
  private String catalog;

  @Option(
      names = "--listing",
      paramLabel = "FILE",
      description = "Reads a CSV or Parquet file with path, size and modified instead of walking.")
  private String listing;

  @Option(
      names = "--then",
      paramLabel = "PLAN",
      description =
          "Makes a plan when the night has ended well: resolve, or organize by the keys organize.*"
              + " of the configuration.")
  private NightPlan then;

  @Option(
      names = "--apply",
      description =
          "Carries that plan out, unless it has conflicts or takes more than act.max-fraction out"
              + " of a source.")
  private boolean apply;

  @Override
  public Integer call() {
    if (apply && then == null) {
      throw new LuminaException(
          ExitCode.USAGE, "--apply belongs to --then; name a plan: --then resolve --apply");
    }
    NightPlan.Work plan = then == null ? NightPlan.NONE : then.of(options.values(), System.out);

    RunRequest request =
        RunRequest.of("nightly", options.values(duplicates))
            .doing(List.of(Step.values()))
            .on(Optional.ofNullable(catalog))
            .withPhotos(photos)
            .scanning(Optional.ofNullable(listing), missing.accepted())
            .from(start.start());
    ExitCode night = new CatalogRun(request, System.out).execute();
    return night == ExitCode.SUCCESS ? plan.run(named(), apply).code() : night.code();
  }

  /** As the night itself finds its catalog. */
  private Optional<String> named() {
    return Optional.ofNullable(catalog)
        .or(() -> photos.stream().findFirst().map(SourcePath::of).map(SourcePath::lastName));
  }
}
