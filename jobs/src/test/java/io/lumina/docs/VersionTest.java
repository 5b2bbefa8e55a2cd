package io.lumina.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VersionTest {
  private static final Pattern REVISION = Pattern.compile("<revision>(.+)</revision>");

  @Test
  void the_version_is_written_in_the_pom_and_nowhere_else() throws IOException {
    Matcher revision = REVISION.matcher(Repository.text("pom.xml"));
    assertThat(revision.find()).isTrue();
    Pattern version = alone(revision.group(1));
    List<String> found = new ArrayList<>();
    for (Path file : Repository.files()) {
      // Bytes as characters: some files are no text.
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      int[] line = {0};
      text.lines()
          .map(each -> Repository.name(file) + ":" + ++line[0] + ": " + each.strip())
          .filter(each -> version.matcher(each).find())
          .forEach(found::add);
    }
    assertThat(found).singleElement().asString().startsWith("pom.xml:").contains("<revision>");
  }

  @Test
  void a_longer_number_is_another_version() {
    assertThat("FROM lumina:1.2.3").containsPattern(alone("1.2.3"));
    assertThat("lumina-jobs-1.2.3.jar").containsPattern(alone("1.2.3"));
    assertThat("1.2.30 11.2.3 1.2.3.4").doesNotContainPattern(alone("1.2.3"));
  }

  private static Pattern alone(String version) {
    return Pattern.compile("(?<![\\d.])" + Pattern.quote(version) + "(?!\\.?\\d)");
  }
}
