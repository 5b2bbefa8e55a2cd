package io.lumina.postgres.server;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a server did not start, by its own words.
 *
 * @param kind what can be done about it
 * @param words the line of the log that says so
 */
record StartFailure(Kind kind, String words) {

  /** What can be done. */
  enum Kind {
    /** Another port. */
    PORT,
    /** Room, memory, time, or storage that answers again. */
    TEMPORARY,
    /** Rights or settings. */
    SETUP,
    /** Nothing: the data are no database any more. */
    DAMAGED
  }

  private static final Pattern PORT =
      Pattern.compile("Address already in use|could not create any TCP/IP sockets");

  private static final Pattern RESOURCES =
      Pattern.compile(
          "No space left|Disk quota|Cannot allocate memory|Too many open files|shared memory"
              + "|semaphore|could not fork|Read-only file system|Input/output error"
              + "|Stale file handle|temporarily unavailable|timed out|resource busy");

  private static final Pattern SETUP =
      Pattern.compile(
          "[Pp]ermission denied|invalid permissions|wrong ownership|Operation not permitted"
              + "|configuration file|configuration parameter|invalid value for parameter"
              + "|lock file|locale|pg_hba|pg_ident|could not load library");

  /** What the log gives before a line is a text of our own. */
  private static final Pattern PREFIX = Pattern.compile("^.*?\\b(PANIC|FATAL|ERROR|LOG): +");

  /**
   * Reads what the server said.
   *
   * @param log its lines since it was started
   * @param said what the program said that started it
   */
  static StartFailure of(List<String> log, String said) {
    Optional<String> gravest =
        last(log, "PANIC:").or(() -> last(log, "FATAL:")).or(() -> last(log, "ERROR:"));
    String all = said + "\n" + String.join("\n", log);
    String words = gravest.or(() -> last(log, "LOG:")).orElse(said);
    return new StartFailure(kind(all, gravest.isPresent()), wordsOf(words));
  }

  /** A line of the log without time, process and level. */
  static String wordsOf(String line) {
    return PREFIX.matcher(line).replaceFirst("");
  }

  /** For the user; of everything but damage, which only the caller can name. */
  LuminaException told(Path home) {
    String sentence = "The database in " + home + " does not start: " + words;
    return kind == Kind.SETUP
        ? new LuminaException(
            ExitCode.USAGE,
            sentence + "; correct it, all of its log is in " + home.resolve(ServerLog.NAME))
        : new LuminaException(ExitCode.TEMPORARY, sentence + "; " + remedy());
  }

  private String remedy() {
    return words.contains("No space left") || words.contains("quota")
        ? "make room on its disk and run it again"
        : "run it again";
  }

  private static Kind kind(String all, boolean grave) {
    if (RESOURCES.matcher(all).find()) {
      return Kind.TEMPORARY;
    }
    if (PORT.matcher(all).find()) {
      return Kind.PORT;
    }
    if (SETUP.matcher(all).find()) {
      return Kind.SETUP;
    }
    return grave ? Kind.DAMAGED : Kind.TEMPORARY;
  }

  private static Optional<String> last(List<String> log, String level) {
    return log.stream()
        .filter(line -> line.contains(level))
        .filter(line -> !line.contains("the database system is"))
        .reduce((earlier, later) -> later);
  }
}
