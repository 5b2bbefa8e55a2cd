package io.lumina.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.charset.StandardCharsets;

/**
 * Where messages go. Native libraries write to file descriptor 2 as they like, so the launcher
 * filters it, and gives the program the true one under another number.
 */
final class Terminal {
  private static final String ERRORS = "lumina.stderr";

  private Terminal() {}

  /** Sends what the program says to the descriptor of the launcher, if it names one. */
  static void useOwnErrors() {
    String number = System.getProperty(ERRORS, "");
    if (!number.isEmpty()) {
      try {
        FileOutputStream errors = new FileOutputStream(descriptor(Integer.parseInt(number)));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
      } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
        // Java was started without Spark's --add-opens: the filtered one does as well.
        System.setProperty(ERRORS, "");
      }
    }
  }

  /**
   * What the launcher holds open, not the same file opened once more: who writes a file through two
   * openings overwrites what the other one wrote, such as the messages of two commands in one log.
   */
  private static FileDescriptor descriptor(int number) throws ReflectiveOperationException {
    Constructor<FileDescriptor> open = FileDescriptor.class.getDeclaredConstructor(int.class);
    open.setAccessible(true);
    return open.newInstance(number);
  }

  /** Whether a person looks at what is printed. */
  static boolean isWatched() {
    return System.console() != null;
  }
}
