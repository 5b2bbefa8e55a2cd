package io.lumina.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.failure.LuminaException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchedLabelsTest {

  @Test
  void labels_are_relative_to_a_source_directory_or_to_a_folder_above_it() {
    MatchedLabels matched =
        match(
            List.of("/samples/dups"),
            files("/samples/dups", "rose/a.jpg", "b.jpg"),
            "dups/rose/a.jpg",
            "b.jpg");
    assertThat(found(matched))
        .containsExactlyInAnyOrder(
            "dups/rose/a.jpg = /samples/dups/rose/a.jpg", "b.jpg = /samples/dups/b.jpg");
  }

  @Test
  void a_file_deeper_down_does_not_take_the_label_of_one_in_the_source_directory() {
    MatchedLabels matched =
        match(List.of("/photos"), files("/photos", "copies/a.jpg", "a.jpg"), "a.jpg");
    assertThat(found(matched)).containsExactly("a.jpg = /photos/a.jpg");
  }

  @Test
  void labels_may_lie_beside_a_folder_below_the_source_directory() {
    MatchedLabels matched =
        match(List.of("/made"), files("/made", "library/events/a.jpg"), "events/a.jpg");
    assertThat(found(matched)).containsExactly("events/a.jpg = /made/library/events/a.jpg");
  }

  @Test
  void a_source_directory_that_was_copied_is_known_by_what_is_below_it() {
    MatchedLabels matched =
        match(
            List.of("/home/me/copy"),
            files("/home/me/copy", "rose/a.jpg"),
            "dups/rose/a.jpg",
            "dups/rose/b.jpg",
            "photos/rose/c.jpg");
    assertThat(found(matched)).containsExactly("dups/rose/a.jpg = /home/me/copy/rose/a.jpg");
    assertThat(matched.missing()).extracting(LabelledFile::file).containsExactly("dups/rose/b.jpg");
    assertThat(matched.outside())
        .extracting(LabelledFile::file)
        .containsExactly("photos/rose/c.jpg");
  }

  @Test
  void files_that_the_catalog_should_have_are_told_from_those_outside_its_sources() {
    MatchedLabels matched =
        match(
            List.of("/samples/dups"),
            files("/samples/dups", "a.jpg"),
            "dups/a.jpg",
            "dups/gone.jpg",
            "photos/b.jpg",
            "dups-of-others/a.jpg");
    assertThat(matched.missing()).extracting(LabelledFile::file).containsExactly("dups/gone.jpg");
    assertThat(matched.outside())
        .extracting(LabelledFile::file)
        .containsExactly("photos/b.jpg", "dups-of-others/a.jpg");
  }

  @Test
  void the_name_alone_is_no_match() {
    MatchedLabels matched =
        match(
            List.of("/samples"),
            files("/samples", "x/IMG_1.jpg", "y/a.jpg"),
            "z/IMG_1.jpg",
            "y/a.jpg");
    assertThat(found(matched)).containsExactly("y/a.jpg = /samples/y/a.jpg");
  }

  @Test
  void a_label_that_fits_two_files_is_an_error() {
    List<CatalogFile> files = new ArrayList<>(files("/one", "rose/a.jpg"));
    files.addAll(files("/two", "rose/a.jpg"));
    assertThatThrownBy(() -> match(List.of("/one", "/two"), files, "rose/a.jpg"))
        .isInstanceOf(LuminaException.class)
        .hasMessageContaining("rose/a.jpg fits two files of the catalog, ")
        .hasMessageContaining("/one/rose/a.jpg")
        .hasMessageContaining("/two/rose/a.jpg");
    assertThat(found(match(List.of("/one", "/two"), files, "two/rose/a.jpg")))
        .containsExactly("two/rose/a.jpg = /two/rose/a.jpg");
  }

  @Test
  void two_labels_of_one_file_are_an_error_unless_one_fits_better() {
    List<CatalogFile> files = files("/photos", "rose/a.jpg");
    assertThatThrownBy(() -> match(List.of("/photos"), files, "old/rose/a.jpg", "new/rose/a.jpg"))
        .isInstanceOf(LuminaException.class)
        .hasMessageContaining("both fit the file /photos/rose/a.jpg");
    assertThat(found(match(List.of("/photos"), files, "old/rose/a.jpg", "rose/a.jpg")))
        .containsExactly("rose/a.jpg = /photos/rose/a.jpg");
  }

  @Test
  void labels_of_another_library_are_an_error() {
    assertThatThrownBy(() -> match(List.of("/photos"), files("/photos", "a.jpg"), "b/c.jpg"))
        .isInstanceOf(LuminaException.class)
        .hasMessageContaining("None of the 1 labels fits a file of the catalog")
        .hasMessageContaining("/photos");
  }

  private static MatchedLabels match(
      List<String> sources, List<CatalogFile> files, String... labels) {
    return MatchedLabels.of(
        List.of(labels).stream().map(name -> new LabelledFile(name, "", Level.ALONE)).toList(),
        files,
        sources);
  }

  private static List<CatalogFile> files(String root, String... below) {
    return List.of(below).stream()
        .map(path -> new CatalogFile(root + "/" + path, root + "/" + path, root))
        .toList();
  }

  private static List<String> found(MatchedLabels matched) {
    return matched.files().entrySet().stream()
        .map(entry -> entry.getKey().file() + " = " + entry.getValue().path())
        .toList();
  }
}
