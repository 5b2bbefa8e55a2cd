package io.lumina.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Makes docs/configuration.md of conf/lumina.conf. Needs the JDK alone; from the top of the
 * repository:
 *
 * <pre>java jobs/src/test/java/io/lumina/docs/ConfigurationPage.java</pre>
 */
final class ConfigurationPage {
  static final String COMMAND = "java jobs/src/test/java/io/lumina/docs/ConfigurationPage.java";
  static final String SOURCE = "conf/lumina.conf";
  static final String PAGE = "docs/configuration.md";

  private static final String HEAD =
      """
      # Configuration

      <!-- Made of conf/lumina.conf; to make it again: %s -->

      `conf/lumina.conf` has every key with its default and a comment; this page is made of it. `--config FILE` overrides single
      keys, `--set key=value` overrides both; an unknown key is an error that names the nearest one, and a value that cannot be is
      an error that names the key, the value and the limit. Sizes take units (512 MiB), times too (30 s).

      Options of `nightly` and `duplicates` that override a key are in [commands.md](commands.md#what-duplicates-are); what a key
      decides is explained in [specification.md](specification.md).
      """
          .formatted(COMMAND);

  private final Deque<String> sections = new ArrayDeque<>();
  private final List<String> comment = new ArrayList<>();
  private final StringBuilder page = new StringBuilder(HEAD);

  private ConfigurationPage() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(PAGE), of(Files.readString(Path.of(SOURCE))));
  }

  /**
   * The page of a configuration file in the form that ours has: a comment above each key, a line
   * for each brace.
   */
  static String of(String configuration) {
    ConfigurationPage made = new ConfigurationPage();
    Iterator<String> lines = configuration.lines().map(String::strip).iterator();
    while (lines.hasNext()) {
      made.read(lines.next(), lines);
    }
    return made.page.toString();
  }

  private void read(String line, Iterator<String> more) {
    if (line.startsWith("#")) {
      comment.add(line.substring(1).strip());
    } else if (line.isEmpty()) {
      comment.clear();
    } else if (line.endsWith("{")) {
      sections.addLast(line.substring(0, line.length() - 1).strip());
      heading();
    } else if (line.equals("}")) {
      sections.removeLast();
    } else {
      key(line, more);
    }
  }

  private void heading() {
    page.append("\n## ").append(String.join(".", sections)).append("\n\n");
    page.append("| key | default | meaning |\n| --- | --- | --- |\n");
    comment.clear();
  }

  private void key(String line, Iterator<String> more) {
    int equals = line.indexOf('=');
    if (equals < 0 || comment.isEmpty()) {
      throw new IllegalArgumentException(
          SOURCE + " has the line \"" + line + "\", which is no key = value below a comment");
    }
    String name = String.join(".", sections) + "." + line.substring(0, equals).strip();
    String value = value(line.substring(equals + 1).strip(), more);
    String meaning = String.join(" ", comment);
    page.append("| `%s` | `%s` | %s |\n".formatted(name, value, cell(meaning)));
    comment.clear();
  }

  /** A list may go over several lines. */
  private static String value(String first, Iterator<String> more) {
    if (!first.startsWith("[") || first.endsWith("]")) {
      return first;
    }
    List<String> lines = new ArrayList<>();
    for (String line = more.next(); !line.equals("]"); line = more.next()) {
      lines.add(line);
    }
    return "[" + String.join(", ", lines) + "]";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }
}
