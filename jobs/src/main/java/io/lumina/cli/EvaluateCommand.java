package io.lumina.cli;

import io.lumina.cli.option.AnswerFormat;
import io.lumina.cli.option.CatalogOption;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.duplicates.rule.UsualRule;
import io.lumina.evaluate.Evaluation;
import io.lumina.evaluate.EvaluationJson;
import io.lumina.evaluate.EvaluationText;
import io.lumina.evaluate.Evaluator;
import io.lumina.explain.CatalogReading;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.score.Truth;
import io.lumina.score.TruthFile;
import io.lumina.text.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds the groups of a catalog, and the rule behind them, against labels. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Precision, recall and F1 of the duplicate groups, and of the rule that accepts pairs,"
            + " against a file of labels. Changes nothing.")
final class EvaluateCommand implements Callable<Integer> {
  /** All pairs are compared: so many are a billion comparisons. */
  private static final int MOST_PICTURES = 50_000;

  @Mixin private GlobalOptions options;
  @Mixin private CatalogOption catalog;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      required = true,
      description =
          "CSV with a header: file,level,family or file,kind,group,burst. Files are relative to a"
              + " source directory of the catalog or to a folder above it.")
  private Path truth;

  @Option(
      names = "--min-f1",
      paramLabel = "X",
      description = "Ends with exit 7 when the F1 of pairs or of groups is below X (0 to 1).")
  private Double minimum;

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many false and missed pairs to list (default: ${DEFAULT-VALUE}).")
  private int show;

  @Option(
      names = "--rules",
      description = "Also scores the rules that others use, over the same pairs.")
  private boolean rules;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AnswerFormat format;

  @Override
  public Integer call() {
    Optional<Double> gate = Optional.ofNullable(minimum);
    if (gate.filter(bound -> !(bound >= 0 && bound <= 1)).isPresent()) {
      throw usage("--min-f1 is " + minimum + "; it must be 0 to 1");
    }
    if (show < 0) {
      throw usage("--show is " + show + "; it must be 0 or more");
    }
    Truth labels = TruthFile.read(truth);
    if (labels.pictures().size() > MOST_PICTURES) {
      throw usage(
          "%s labels %d pictures; every pair is compared, so it may be %d at most"
              .formatted(truth, labels.pictures().size(), MOST_PICTURES));
    }
    Evaluation evaluation = evaluation(labels);
    System.out.print(
        format == AnswerFormat.JSON
            ? Json.pretty(new EvaluationJson(evaluation, show).values())
            : new EvaluationText(evaluation, show).text());
    System.out.flush();
    List<String> below = gate.map(evaluation::below).orElse(List.of());
    if (!below.isEmpty()) {
      throw new LuminaException(ExitCode.QUALITY_GATE, String.join("; ", below));
    }
    return ExitCode.SUCCESS.code();
  }

  private Evaluation evaluation(Truth labels) {
    try (CatalogReading reading =
        CatalogReading.open("evaluate", catalog.name(), options.values())) {
      return new Evaluator(reading, show, rules ? UsualRule.all() : List.of())
          .evaluate(truth.toString(), labels);
    }
  }

  private static LuminaException usage(String message) {
    return new LuminaException(ExitCode.USAGE, message);
  }
}
