package io.lumina.cli.plan;

import io.lumina.act.PlanBody;
import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import io.lumina.organize.OrganizePlanner;
import io.lumina.organize.OrganizeRules;
import io.lumina.organize.layout.Layout;
import io.lumina.organize.layout.OnClash;
import io.lumina.run.CatalogRun;
import io.lumina.run.step.RunRequest;
import io.lumina.source.SourcePath;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans where the files of a library should lie. */
@Command(
    name = "organize",
    mixinStandardHelpOptions = true,
    description =
        "Plans where each picture should lie, with all that belongs to it; changes no file. lumina"
            + " plan apply carries the plan out.")
public final class OrganizeCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "The folder in which the files should lie.")
  private String to;

  @Option(names = "--move", description = "Moves the files; otherwise they are copied.")
  private boolean move;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = "date",
      description =
          "date, flat, cas, template, or the layout of a program: lumina, photo-processor,"
              + " lumilio-date, lumilio-cas (default: ${DEFAULT-VALUE}).")
  private String strategy;

  @Option(
      names = "--template",
      paramLabel = "TEMPLATE",
      description = "Such as {yyyy}/{MM}/{name}, for the strategies date and template.")
  private String template;

  @Option(
      names = "--on-clash",
      paramLabel = "WAY",
      defaultValue = "suffix",
      description =
          "What becomes of a name that another content has: suffix, uuid or skip (default:"
              + " ${DEFAULT-VALUE}).")
  private String onClash;

  @Option(
      names = "--undated",
      paramLabel = "FOLDER",
      description =
          "A folder in the target for pictures without a date of their own; otherwise they stay.")
  private String undated;

  @Option(names = "--split-rejected", description = "Rejected pictures go to _rejected.")
  private boolean splitRejected;

  @Override
  public Integer call() {
    String target = SourcePath.of(to);
    if (!target.startsWith("/")) {
      throw new LuminaException(
          ExitCode.USAGE,
          "--to is "
              + Printable.of(to)
              + "; name a mounted folder, object stores are no targets yet");
    }
    OrganizeRules rules =
        new OrganizeRules(
            target,
            move,
            Layout.of(strategy, Optional.ofNullable(template)),
            OnClash.of(onClash),
            Optional.ofNullable(undated),
            splitRejected);
    RunRequest request = RunRequest.of("organize", options.values()).on(catalog.name());
    return new CatalogRun(request, new PlanBody(new OrganizePlanner(rules), System.out))
        .execute()
        .code();
  }
}
