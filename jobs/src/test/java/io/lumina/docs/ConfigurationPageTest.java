package io.lumina.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  @Test
  void the_page_is_that_of_the_configuration_as_it_is() throws IOException {
    assertThat(Repository.text(ConfigurationPage.PAGE))
        .as("make it again, from the top of the repository: " + ConfigurationPage.COMMAND)
        .isEqualTo(ConfigurationPage.of(Repository.text(ConfigurationPage.SOURCE)));
  }

  @Test
  void it_has_every_key_that_the_program_reads() throws IOException {
    String page = Repository.text(ConfigurationPage.PAGE);
    assertThat(
            ConfigFactory.parseFile(Repository.path(ConfigurationPage.SOURCE).toFile()).entrySet())
        .hasSizeGreaterThan(30)
        .allSatisfy(key -> assertThat(page).contains("\n| `" + key.getKey() + "` | `"));
  }

  @Test
  void a_key_is_a_row_with_its_default_and_its_comment() {
    assertThat(
            ConfigurationPage.of(
                """
                # About the file.

                scan {
                  # Names that
                  # are read; "*" is all.
                  names = [
                    a, b
                    c
                  ]
                  # How long.
                  time = 30 s
                }
                """))
        .endsWith(
            """

            ## scan

            | key | default | meaning |
            | --- | --- | --- |
            | `scan.names` | `[a, b, c]` | Names that are read; "\\*" is all. |
            | `scan.time` | `30 s` | How long. |
            """);
  }

  @Test
  void a_key_without_a_comment_is_refused() {
    assertThatThrownBy(() -> ConfigurationPage.of("scan {\n  depth = 3\n}\n"))
        .hasMessage(
            "conf/lumina.conf has the line \"depth = 3\", which is no key = value below a comment");
  }
}
