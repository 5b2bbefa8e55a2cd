package io.lumina.organize.layout;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import java.util.Arrays;

/** What becomes of a unit whose names are taken by other contents. */
public enum OnClash {
  SUFFIX("suffix"),
  UUID("uuid"),
  SKIP("skip");

  private final String word;

  OnClash(String word) {
    this.word = word;
  }

  /** As it is written on the command line. */
  public String word() {
    return word;
  }

  public static OnClash of(String word) {
    return Arrays.stream(values())
        .filter(choice -> choice.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new LuminaException(
                    ExitCode.USAGE,
                    "--on-clash cannot be '"
                        + Printable.of(word)
                        + "'; use one of suffix, uuid, skip"));
  }
}
