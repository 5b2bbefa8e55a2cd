package io.lumina.organize.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final PictureFacts FULL =
      new PictureFacts(
          Optional.of(Units.NEW_YEAR),
          Optional.of("Canon"),
          Optional.of("EOS 5D / II"),
          Optional.of("São Paulo"),
          "home",
          Optional.of("Trips/Rome 2020"),
          Optional.of(-1),
          Optional.of("b1"));

  @ParameterizedTest
  @CsvSource({
    "{yyyy}/{yyyy-MM-dd}/{name}, 2020/2020-01-02/IMG_1.JPG",
    "{yyyy}/{MM-dd}/{HHmmss}_{sha8}.{ext}, 2020/01-02/030405_aaaaaaaa.JPG",
    "{yyyy.MM.dd_HH-mm-ss}, 2020.01.02_03-04-05.JPG",
    "{make}/{model}/{stem}, Canon/EOS 5D _ II/IMG_1.JPG",
    "{city}-{catalog}/{rating}/{burst}/{stem}, São Paulo-home/rejected/b1/IMG_1.JPG",
    "{folder}/{name}, Trips/Rome 2020/IMG_1.JPG",
    "{yyyy} {folder}/{name}, 2020 Trips_Rome 2020/IMG_1.JPG",
    "{sha256:1-2}/{sha256:63-64}/{name}, aa/aa/IMG_1.JPG",
    "{name}_{sha8}, IMG_1.JPG_aaaaaaaa.JPG",
    "all/{ext}/{name}, all/JPG/IMG_1.JPG",
  })
  void each_field_says_what_it_is_called_after(String template, String target) {
    Unit unit = new Unit(List.of(Units.primary("/in/IMG_1.JPG", Units.sha("a"))), FULL);

    assertThat(Units.places(template).of(unit))
        .extracting(FilePlace::target)
        .containsExactly(target);
  }

  @Test
  void what_a_picture_does_not_say_is_a_word_and_never_an_empty_folder() {
    PictureFacts silent =
        new PictureFacts(
            Optional.empty(),
            Optional.of(" "),
            Optional.empty(),
            Optional.of(".."),
            "home",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Unit unit = new Unit(List.of(Units.primary("/in/IMG_1.JPG", Units.sha("a"))), silent);

    assertThat(
            Units.places("{yyyy-MM}/{make}/{model}/{city}/{folder}/{rating}/{burst}/{name}")
                .of(unit))
        .extracting(FilePlace::target)
        .containsExactly("undated/unknown/unknown/unknown/unknown/unrated/single/IMG_1.JPG");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../{name}|'..' leads out of the target at position 1",
        "{yyyy}/../{name}|'..' leads out of the target at position 8",
        "{yyyy}/..|'..' leads out of the target at position 8",
        "./{name}|names that start with a dot are hidden at position 1",
        "{yyyy}/.{make}/{name}|names that start with a dot are hidden at position 8",
        "/{name}|it starts at the root of the machine at position 1",
        "~/{name}|'~' is no folder below the target at position 1",
        "{yyyy}//{name}|a folder has no name at position 8",
        "{yyyy}/|the name of the file is missing at position 8",
        "''|it is empty at position 1",
        "{yyyy}\\{name}|'\\' cannot stand in a name on every target at position 7",
        "C:{name}|':' cannot stand in a name on every target at position 2",
        "{yyyy}/{nam}|there is no field {nam} at position 8",
        "{YYYY}/{name}|there is no field {YYYY} at position 1",
        "{yyyy/MM}/{name}|there is no field {yyyy/MM} at position 1",
        "{-}|there is no field {-} at position 1",
        "{sha256:3-2}|there is no field {sha256:3-2} at position 1",
        "{sha256:1-65}|there is no field {sha256:1-65} at position 1",
        "{yyyy}/{name|'{' is not closed at position 8",
        "{yyyy}}/{name}|'}' closes nothing at position 7",
      })
  void a_template_that_is_wrong_is_one_line_with_the_place_and_what_to_do(
      String template, String message) {
    assertThatThrownBy(() -> Template.parse(template))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .message()
        .startsWith("template '" + template + "': " + message + "; ")
        .doesNotContain("\n");
  }

  @Test
  void an_unknown_field_is_answered_with_those_there_are() {
    assertThatThrownBy(() -> Template.parse("{nmae}"))
        .message()
        .contains("{yyyy} {MM} {dd} {HH} {mm} {ss}", "{name} {stem} {ext} {sha8}", "{sha256:1-2}");
  }

  @Test
  void direction_marks_and_line_breaks_of_a_template_are_refused_and_shown_as_escapes() {
    assertThatThrownBy(() -> Template.parse("a\u202e\n/{name}"))
        .hasMessageContaining("template 'a\\u202e\\u000a/{name}'")
        .hasMessageContaining("a character that cannot be seen at position 1");
  }

  @Test
  void a_template_knows_whether_it_needs_a_date() {
    assertThat(Template.parse("{make}/{HHmmss}").needsDate()).isTrue();
    assertThat(Template.parse("{yyyy}/{name}").needsDate()).isTrue();
    assertThat(Template.parse("{make}/{name}").needsDate()).isFalse();
  }
}
