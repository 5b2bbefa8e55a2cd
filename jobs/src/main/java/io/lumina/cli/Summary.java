package io.lumina.cli;

import io.lumina.job.ExitCode;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** What a run prints at its end. */
final class Summary {
  private final PrintStream out;

  Summary(PrintStream out) {
    this.out = out;
  }

  void print(String catalog, boolean nightly, List<StepOutcome> outcomes, ExitCode exit) {
    out.println("catalog " + catalog);
    for (StepOutcome outcome : outcomes) {
      String counts =
          outcome.report().counts().entrySet().stream()
              .filter(count -> count.getValue() != 0)
              .map(count -> count.getKey() + " " + Spoken.count(count.getValue()))
              .collect(Collectors.joining(", "));
      out.printf("%-11s %9s  %s%n", outcome.step().type(), Spoken.duration(outcome.time()), counts);
    }
    outcomes.stream()
        .flatMap(outcome -> outcome.report().notes().stream())
        .forEach(note -> out.println("note: " + note));
    if (exit != ExitCode.SUCCESS) {
      out.println("exit " + exit.code());
    }
  }
}
