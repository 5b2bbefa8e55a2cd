package io.lumina.cli;

import io.lumina.cli.option.AnswerFormat;
import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.explain.CatalogReading;
import io.lumina.explain.Explainer;
import io.lumina.explain.Explanation;
import io.lumina.explain.ExplanationJson;
import io.lumina.explain.ExplanationText;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.text.Json;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why an image is, or is not, in a group. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Why an image is, or is not, in a duplicate group: its hashes, the pictures nearest to it,"
            + " and what the rule says of each. Changes nothing.")
final class ExplainCommand implements Callable<Integer> {
  private static final int MOST_NEAREST = 1000;

  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;

  @Parameters(
      paramLabel = "IMAGE",
      description = "Path, URI, image id, or 8 and more digits of the checksum.")
  private String image;

  @Option(
      names = "--with",
      paramLabel = "OTHER",
      description = "Looks at this one other image instead of the nearest.")
  private String with;

  @Option(
      names = "--nearest",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of the nearest pictures to show (default: ${DEFAULT-VALUE}).")
  private int nearest;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AnswerFormat format;

  @Override
  public Integer call() {
    if (nearest < 0 || nearest > MOST_NEAREST) {
      throw new LuminaException(
          ExitCode.USAGE, "--nearest is " + nearest + "; it must be 0 to " + MOST_NEAREST);
    }
    Explanation explanation = explanation();
    System.out.print(
        format == AnswerFormat.JSON
            ? Json.pretty(new ExplanationJson(explanation).values())
            : new ExplanationText(explanation).text());
    System.out.flush();
    return ExitCode.SUCCESS.code();
  }

  private Explanation explanation() {
    try (CatalogReading reading =
        CatalogReading.open("explain", catalog.name(), options.values())) {
      return new Explainer(reading).explain(image, Optional.ofNullable(with), nearest);
    }
  }
}
