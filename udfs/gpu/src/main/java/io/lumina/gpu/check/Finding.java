package io.lumina.gpu.check;

import java.util.Optional;

/**
 * One thing that was checked.
 *
 * @param what in a few words
 * @param fault what is wrong; empty when nothing is
 */
public record Finding(String what, Optional<String> fault) {

  /** Whether all is well. */
  public boolean correct() {
    return fault.isEmpty();
  }

  /** A line of the table. */
  public String line() {
    return "  %-62s %s".formatted(what, fault.map(text -> "WRONG: " + text).orElse("correct"));
  }

  /** Asks; what is thrown is a fault, too. */
  public static Finding of(String what, Question question) {
    try {
      return new Finding(what, question.fault());
    } catch (Exception | LinkageError thrown) {
      // A failing task of Spark is a checked exception that nothing declares.
      return new Finding(what, Optional.of(thrown.toString()));
    }
  }

  /** Something to find out. */
  public interface Question {
    Optional<String> fault() throws Exception;
  }
}
