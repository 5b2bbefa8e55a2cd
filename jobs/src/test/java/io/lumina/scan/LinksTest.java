package io.lumina.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.scan.list.Boundaries;
import io.lumina.scan.list.Entry;
import io.lumina.scan.list.NameRules;
import io.lumina.scan.list.SourceRoots;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  private static final Boundaries BOUNDARIES =
      new Boundaries(
          new SourceRoots(List.of("/photos")),
          List.of("/photos"),
          new NameRules(List.of("jpg"), List.of(), List.of(".*"), List.of()),
          Set.of("/home/me/lumina"),
          true);

  @ParameterizedTest
  @CsvSource({
    "/photos/2019,           back to a folder above it",
    "/photos,                back to a folder above it",
    "/,                      back to a folder above it",
    "/outside,               back to a folder above it",
    "/photos/2020,           listed at its own place",
    "/home/me/lumina/thumbs, into Lumina's own folders",
    "/photos/.store/2020,    ''",
    "/elsewhere,             ''",
    "/photos2,               ''"
  })
  void a_link_to_a_folder_is_followed_only_to_what_is_new(String target, String objection) {
    Entry.Link link = new Entry.Link("/photos/2019/link", target, new Entry.Directory("/any"));

    assertThat(BOUNDARIES.objection(link, List.of("/photos/2019", "/outside/deep")).orElse(""))
        .contains(objection);
    assertThat(BOUNDARIES.objection(link, List.of("/photos/2019", "/outside/deep")).isEmpty())
        .isEqualTo(objection.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"/photos/2020/1.jpg, false", "/photos/.annex/1.jpg, true", "/other/1.jpg, true"})
  void a_link_to_a_file_is_followed_unless_the_walk_comes_to_it(String target, boolean followed) {
    Entry.File file = new Entry.File("/photos/2019/link.jpg", 1, Optional.empty());
    Entry.Link link = new Entry.Link("/photos/2019/link.jpg", target, file);

    assertThat(BOUNDARIES.objection(link, List.of("/photos/2019")).isEmpty()).isEqualTo(followed);
  }
}
