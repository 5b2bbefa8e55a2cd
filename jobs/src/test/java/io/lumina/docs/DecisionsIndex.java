package io.lumina.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes docs/decisions/README.md of the decisions. Needs the JDK alone; from the top of the
 * repository:
 *
 * <pre>java jobs/src/test/java/io/lumina/docs/DecisionsIndex.java</pre>
 */
final class DecisionsIndex {
  static final String COMMAND = "java jobs/src/test/java/io/lumina/docs/DecisionsIndex.java";
  static final String FOLDER = "docs/decisions";
  static final String PAGE = FOLDER + "/README.md";

  private static final Pattern NAME = Pattern.compile("\\d{3}-[a-z0-9-]+\\.md");
  private static final Pattern SUPERSEDED =
      Pattern.compile("(?m)^\\*\\*Superseded by \\[(\\d{3})\\]");
  private static final String HEAD =
      """
      # Decisions

      <!-- Made of the files beside it; to make it again: %s -->

      Why things are as they are: half a page each, the reason first, then what was rejected. Numbers have gaps; a new decision
      takes the next free one of its neighbourhood. One that no longer holds stays, says `**Superseded by [NNN](…).**` below its
      title, and why.

      | decision | title | status |
      | --- | --- | --- |
      """
          .formatted(COMMAND);

  private DecisionsIndex() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(PAGE), of(Path.of(FOLDER)));
  }

  /** The index of a folder of decisions. */
  static String of(Path folder) throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    List<Path> files = decisions(folder);
    for (Path file : files) {
      String name = file.getFileName().toString();
      String number = name.substring(0, 3);
      String text = Files.readString(file);
      String title = text.lines().findFirst().orElse("");
      if (!title.startsWith("# " + number + " ")) {
        throw new IllegalArgumentException(
            "%s begins with \"%s\"; its first line is \"# %s Title\""
                .formatted(name, title, number));
      }
      page.append(
          "| [%s](%s) | %s | %s |\n"
              .formatted(number, name, title.substring(6), status(text, files)));
    }
    return page.toString();
  }

  private static List<Path> decisions(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  private static String status(String text, List<Path> files) {
    Matcher superseded = SUPERSEDED.matcher(text);
    if (!superseded.find()) {
      return "holds";
    }
    String number = superseded.group(1);
    return files.stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.startsWith(number + "-"))
        .findFirst()
        .map(name -> "superseded by [%s](%s)".formatted(number, name))
        .orElseThrow(() -> new IllegalArgumentException("There is no decision " + number));
  }
}
