package io.lumina.cli;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where messages go. Native libraries write to file descriptor 2 as they like, so the launcher
 * filters it, and gives the program the true one under a name of its own.
 */
final class Terminal {
  private static final String ERRORS = "lumina.stderr";

  private Terminal() {}

  /** Sends what the program says to the file of the launcher, if it names one. */
  static void useOwnErrors() {
    String name = System.getProperty(ERRORS, "");
    if (name.isEmpty()) {
      return;
    }
    try {
      // Appending: it may be a file that already has lines.
      System.setErr(
          new PrintStream(new FileOutputStream(name, true), true, StandardCharsets.UTF_8));
    } catch (FileNotFoundException closed) {
      // A socket, say, cannot be opened by name: the filtered one does as well.
      System.setProperty(ERRORS, "");
    }
  }
}
