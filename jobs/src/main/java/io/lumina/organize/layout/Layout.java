package io.lumina.organize.layout;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A strategy with the template that it goes by. */
public record Layout(Strategy strategy, Template template) implements Serializable {

  public Layout {
    Objects.requireNonNull(strategy, "strategy");
    Objects.requireNonNull(template, "template");
  }

  /** What a strategy stands for, without a template of one's own. */
  public static Layout of(Strategy strategy) {
    return of(strategy.word(), Optional.empty());
  }

  /**
   * From the words of a command line.
   *
   * @param template for {@code template}, and in place of the usual one for {@code date}
   * @throws LuminaException where the strategy is unknown, or its template missing or malformed
   */
  public static Layout of(String strategy, Optional<String> template) {
    Strategy known =
        Strategy.named(strategy)
            .orElseThrow(
                () ->
                    mistake(
                        "there is no strategy '"
                            + Printable.of(strategy)
                            + "'; use one of "
                            + Arrays.stream(Strategy.values())
                                .map(Strategy::word)
                                .collect(Collectors.joining(", "))));
    boolean own = known == Strategy.TEMPLATE || known == Strategy.DATE;
    if (template.isPresent() && !own) {
      throw mistake(
          "strategy '"
              + strategy
              + "' has its own template; leave '"
              + Printable.of(template.get())
              + "' out, or use the strategy 'template'");
    }
    String text =
        template
            .or(known::template)
            .orElseThrow(
                () ->
                    mistake(
                        "strategy 'template' needs a template such as "
                            + Strategy.DATE.template().orElseThrow()));
    return new Layout(known, Template.parse(text));
  }

  /** Whether a picture without a date has no place of its own here. */
  public boolean needsDate() {
    return template.needsDate();
  }

  private static LuminaException mistake(String message) {
    return new LuminaException(ExitCode.USAGE, message);
  }
}
