package io.lumina.ledger;

import io.lumina.hash.Sha256;
import io.lumina.store.TableMarks;
import java.nio.charset.StandardCharsets;

/** Everything that the answer of a step depends on, in a few letters. */
public final class StepFingerprint {
  /** Changes when a step gives other answers for the same input. */
  private static final String PROGRAM = "3";

  private StepFingerprint() {}

  /**
   * Of a step.
   *
   * @param read the versions that it reads: their commits, since a number comes again
   * @param settings what it depends on beside its tables
   */
  public static String of(String step, TableMarks read, String settings) {
    String all = String.join("\n", PROGRAM, step, read.toString(), settings);
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
  }
}
