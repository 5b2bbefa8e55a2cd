package io.lumina.organize.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.failure.LuminaException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitPlacesTest {
  private static final UnitFile STILL = Units.primary("/in/IMG_1.HEIC", Units.sha("a"));

  @Test
  void all_files_of_a_shot_get_one_folder_and_one_stem() {
    assertThat(
            Units.targets(
                Units.places(Strategy.LUMINA),
                STILL,
                Units.other("/in/IMG_1.MOV", Units.sha("b")),
                Units.other("/in/IMG_E1.dng", Units.sha("c")),
                Units.sidecar("/in/IMG_1.HEIC.xmp", Units.sha("d"), "IMG_1.HEIC"),
                Units.sidecar("/in/IMG_E1.xmp", Units.sha("e"), "IMG_E1.dng")))
        .containsExactly(
            "2020/01-02/030405_aaaaaaaa.HEIC",
            "2020/01-02/030405_aaaaaaaa.MOV",
            "2020/01-02/030405_aaaaaaaa.dng",
            "2020/01-02/030405_aaaaaaaa.HEIC.xmp",
            "2020/01-02/030405_aaaaaaaa.xmp");
  }

  @ParameterizedTest
  @CsvSource({
    "IMG.jpg, IMG.jpg.json, .jpg.json",
    "IMG.jpg, IMG.json, .json",
    "IMG.jpg, IMG.jpg.supplemental-metadata.json, .jpg.supplemental-metadata.json",
    "IMG.jpg, IMG.jpg.supplemen.json, .jpg.supplemen.json",
    "IMG(1).jpg, IMG.jpg(1).json, .jpg.json",
    "IMG(1).jpg, IMG.jpg.supplemental-metadata(1).json, .jpg.supplemental-metadata.json",
    "IMG(1).jpg, IMG(1).jpg.json, .jpg.json",
    "IMG.CR2, img.cr2.XMP, .CR2.XMP",
    "IMG.CR2, IMG_01.CR2.xmp, _01.CR2.xmp",
    "IMG-edited.jpg, IMG.jpg.json, .jpg.json",
    "IMG.jpg, IMGS.json, .jpg.json",
    "e\u0301te\u0301.jpg, \u00e9t\u00e9.jpg.xmp, .jpg.xmp",
  })
  void a_sidecar_of_every_spelling_still_belongs_to_its_renamed_picture(
      String picture, String sidecar, String tail) {
    assertThat(
            Units.targets(
                Units.places("new"),
                Units.primary("/in/" + picture, Units.sha("a")),
                Units.sidecar("/in/" + sidecar, Units.sha("b"), picture)))
        .last()
        .isEqualTo("new" + tail);
  }

  @Test
  void a_long_name_that_takeout_cut_still_belongs_to_its_picture() {
    String picture = "a_rather_long_name_that_the_exporter_cuts_somewhere.jpg";
    UnitFile file = Units.primary("/in/" + picture, Units.sha("a"));
    UnitFile json =
        Units.sidecar("/in/" + picture.substring(0, 46) + ".json", Units.sha("b"), picture);

    assertThat(Units.targets(Units.places("new"), file, json))
        .containsExactly("new.jpg", "new.jpg.json");
    assertThat(Units.targets(Units.places(Strategy.FLAT), file, json))
        .as("both keep their names where the picture does")
        .containsExactly(picture, json.name());
  }

  @Test
  void two_files_of_one_unit_never_get_one_name() {
    List<String> targets =
        Units.targets(
            Units.places("new"),
            Units.primary("/in/a.jpg", Units.sha("a")),
            Units.other("/in/b.JPG", Units.sha("b")),
            Units.other("/in/c.jpg", Units.sha("b")),
            Units.sidecar("/in/b.JPG.xmp", Units.sha("c"), "b.JPG"),
            Units.sidecar("/in/B.jpg.XMP", Units.sha("d"), "b.JPG"));

    assertThat(targets)
        .startsWith("new.jpg", "new_bbbbbbbb.JPG")
        .contains("new_bbbbbbbb.JPG.XMP", "new_bbbbbbbb_cccccccc.JPG.xmp")
        .doesNotHaveDuplicates();
  }

  @Test
  void a_name_of_255_bytes_keeps_its_extension_beside_a_suffix_and_a_sidecar() {
    String name = "\u00e9".repeat(125) + "x.jpg";
    UnitFile picture = Units.primary("/in/" + name, Units.sha("a"));
    assertThat(CleanName.bytes(name)).isEqualTo(255);

    assertThat(Units.targets(Units.places(Strategy.FLAT), picture)).containsExactly(name);
    Unit unit = Units.unit(picture, Units.sidecar("/in/s.xmp", Units.sha("b"), name));
    assertThat(new UnitNames(Units.places(Strategy.FLAT), unit).suffixed("_aaaaaaaa"))
        .extracting(FilePlace::target)
        .containsExactly(
            "\u00e9".repeat(119) + "_aaaaaaaa.jpg", "\u00e9".repeat(119) + "_aaaaaaaa.jpg.xmp")
        .allMatch(target -> CleanName.bytes(target) <= 255);
  }

  @Test
  void names_of_files_are_kept_as_they_are_written() {
    assertThat(
            Units.targets(
                Units.places(Strategy.FLAT), Units.primary("/in/_e\u0301.JPeG", Units.sha("a"))))
        .containsExactly("_e\u0301.JPeG");
    assertThat(
            Units.targets(
                Units.places(Strategy.FLAT),
                Units.primary("/in/Mr. Smith in Rome", Units.sha("a"))))
        .containsExactly("Mr. Smith in Rome");
    assertThat(
            Units.targets(
                Units.places(Strategy.FLAT), Units.primary("/in/aux.jpg", Units.sha("a"))))
        .containsExactly("aux_.jpg");
  }

  @Test
  void rejected_pictures_lie_in_a_folder_of_their_own() {
    Unit rejected = new Unit(List.of(STILL), Units.FACTS, "_rejected");

    assertThat(Units.places(Strategy.DATE).of(rejected))
        .extracting(FilePlace::target)
        .containsExactly("_rejected/2020/2020-01-02/IMG_1.HEIC");
    assertThatThrownBy(() -> new Unit(List.of(STILL), Units.FACTS, "../away"))
        .hasMessage("no folder of a target: '../away'");
  }

  @Test
  void a_target_of_very_short_names_is_refused() {
    assertThatThrownBy(() -> new UnitPlaces(Layout.of(Strategy.FLAT), 12, Units.CASE_TOLD))
        .isInstanceOf(LuminaException.class)
        .hasMessageContaining("names of 12 bytes at most, and 100 are needed");
  }

  @Test
  void units_of_one_folder_have_one_key_however_the_folder_is_spelled() {
    Layout layout = Layout.of("template", Optional.of("{folder}/{name}"));
    UnitPlaces blind = new UnitPlaces(layout, 255, path -> path.toLowerCase(Locale.ROOT));

    assertThat(blind.folderKey(inFolder("Rome/1"))).isEqualTo("rome/1");
    assertThat(blind.folderKey(inFolder("ROME/1"))).isEqualTo("rome/1");
    assertThat(Units.places(Strategy.FLAT).folderKey(Units.unit(STILL))).isEmpty();
  }

  private static Unit inFolder(String folder) {
    Optional<String> none = Optional.empty();
    return new Unit(
        List.of(STILL),
        new PictureFacts(
            Optional.empty(),
            none,
            none,
            none,
            "home",
            Optional.of(folder),
            Optional.empty(),
            none));
  }

  @Test
  void a_unit_has_one_leader() {
    assertThatThrownBy(() -> Units.unit(STILL, Units.primary("/in/b.jpg", Units.sha("b"))))
        .hasMessage("a unit has one primary file, not 2");
    assertThatThrownBy(() -> Units.primary("/in/a.jpg", "ABC"))
        .hasMessage("no SHA-256 of 64 hexadecimal digits: 'ABC'");
  }
}
