package io.lumina.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsIndexTest {
  @TempDir Path folder;

  @Test
  void the_index_is_that_of_the_decisions_as_they_are() throws IOException {
    assertThat(Repository.text(DecisionsIndex.PAGE))
        .as("make it again, from the top of the repository: " + DecisionsIndex.COMMAND)
        .isEqualTo(DecisionsIndex.of(Repository.path(DecisionsIndex.FOLDER)));
  }

  @Test
  void every_file_beside_the_index_is_in_it() throws IOException {
    String index = Repository.text(DecisionsIndex.PAGE);
    try (Stream<Path> files = Files.list(Repository.path(DecisionsIndex.FOLDER))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals("README.md"))
          .allSatisfy(name -> assertThat(index).contains("](" + name + ") |"));
    }
  }

  @Test
  void a_decision_that_no_longer_holds_names_the_one_that_does() throws IOException {
    Files.writeString(
        folder.resolve("001-one.md"), "# 001 One\n\n**Superseded by [002](002-two.md).**\n");
    Files.writeString(folder.resolve("002-two.md"), "# 002 Two\n\nSupersedes 001.\n");
    assertThat(DecisionsIndex.of(folder))
        .endsWith(
            """
            | [001](001-one.md) | One | superseded by [002](002-two.md) |
            | [002](002-two.md) | Two | holds |
            """);
  }

  @Test
  void a_title_without_its_number_is_refused() throws IOException {
    Files.writeString(folder.resolve("001-one.md"), "# One\n");
    assertThatThrownBy(() -> DecisionsIndex.of(folder))
        .hasMessage("001-one.md begins with \"# One\"; its first line is \"# 001 Title\"");
  }
}
