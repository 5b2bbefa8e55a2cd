package io.lumina.cli.plan;

import io.lumina.act.PlanBody;
import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.resolve.Policy;
import io.lumina.resolve.ResolvePlanner;
import io.lumina.resolve.ResolveRules;
import io.lumina.run.CatalogRun;
import io.lumina.run.step.RunRequest;
import io.lumina.session.RunOptions;
import io.lumina.source.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans what becomes of duplicates. */
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    description =
        "Plans which members of duplicate groups go to the trash; changes no file. lumina plan"
            + " apply carries the plan out.")
public final class ResolveCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      defaultValue = "keep_best",
      description =
          "keep-best plans copies of the same bytes, and near ones where the kept file is better by"
              + " --min-margin; exact-only the same bytes alone; review nothing"
              + " (default: keep-best).",
      converter = PolicyConverter.class)
  private Policy policy;

  @Option(
      names = "--min-margin",
      paramLabel = "POINTS",
      description =
          "Points of quality by which the kept file is better (default: resolve.min-margin).")
  private Double minMargin;

  @Option(
      names = "--prefer",
      paramLabel = "DIR",
      description = "The copy in this folder is kept before others.")
  private String prefer;

  @Option(names = "--keep-folders", description = "A file goes only for one in its own folder.")
  private boolean keepFolders;

  @Override
  public Integer call() {
    RunOptions chosen = options.values();
    List<String> guarded =
        chosen.conf().texts("resolve.protect").stream().map(SourcePath::of).toList();
    ResolveRules rules =
        new ResolveRules(
            policy,
            minMargin == null ? chosen.conf().fraction("resolve.min-margin") : minMargin,
            Optional.ofNullable(prefer).map(SourcePath::of),
            keepFolders,
            guarded);
    RunRequest request = RunRequest.of("resolve", chosen).on(catalog.name());
    return new CatalogRun(request, new PlanBody(new ResolvePlanner(rules), System.out))
        .execute()
        .code();
  }
}
