package io.lumina.gpu.check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What was checked so far; each finding is printed as it comes, so that none is lost later. */
public final class Findings {
  private static final int CORRECT = 0;
  private static final int WRONG = 7;

  private final PrintStream out;
  private final List<Finding> all = new ArrayList<>();

  /** None yet. */
  public Findings(PrintStream out) {
    this.out = out;
  }

  /** Asks, and prints the answer. */
  public void check(String what, Finding.Question question) {
    Finding finding = Finding.of(what, question);
    all.add(finding);
    out.println(finding.line());
    out.flush();
  }

  /** In the order in which they came. */
  public List<Finding> all() {
    return List.copyOf(all);
  }

  /** Prints how many are wrong; the exit code: 0 when none is, 7 otherwise. */
  public int verdict() {
    long wrong = all.stream().filter(finding -> !finding.correct()).count();
    out.println(
        wrong == 0
            ? "All %d checks are correct.".formatted(all.size())
            : "%d of %d checks are WRONG.".formatted(wrong, all.size()));
    return wrong == 0 ? CORRECT : WRONG;
  }
}
