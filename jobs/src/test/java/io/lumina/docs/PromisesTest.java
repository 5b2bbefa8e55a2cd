package io.lumina.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Behind each promise stands a test that is there. */
class PromisesTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @TestFactory
  Stream<DynamicTest> every_promise_names_a_test_that_is_there() throws IOException {
    List<Path> files = Repository.files();
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(row[1].strip(), () -> check(row[2], files)));
  }

  @Test
  void there_are_promises() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(50).allSatisfy(row -> assertThat(row).hasSize(3));
  }

  private static List<String[]> rows() throws IOException {
    return Repository.text("docs/promises.md")
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(2)
        .map(line -> line.split("(?<!\\\\)\\|"))
        .toList();
  }

  private static void check(String tests, List<Path> files) throws IOException {
    List<String> names = CODE.matcher(tests).results().map(MatchResult::group).toList();
    assertThat(names).isNotEmpty();
    for (String name : names) {
      String[] parts = name.replace("`", "").split("#");
      if (parts[0].startsWith("scripts/")) {
        assertThat(Repository.path(parts[0].split(" ")[0])).isExecutable();
      } else {
        assertThat(sources(parts[0], files))
            .as("a test " + name)
            .anySatisfy(
                source ->
                    assertThat(source)
                        .containsPattern("@\\w*Test|extends \\w+Contract")
                        .contains(parts.length == 1 ? "" : " " + parts[1] + "("));
      }
    }
  }

  /** Of the tests of that name; two packages may have one each. */
  private static List<String> sources(String name, List<Path> files) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String path = Repository.name(file);
      if (path.contains("src/test/java/") && path.endsWith("/" + name + ".java")) {
        found.add(Files.readString(file));
      }
    }
    return found;
  }
}
