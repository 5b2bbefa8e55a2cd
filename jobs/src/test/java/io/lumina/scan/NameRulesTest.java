package io.lumina.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRulesTest {
  private static final NameRules RULES =
      new NameRules(
          List.of("jpg", "NEF"), List.of("xmp"), List.of(".*", "@eaDir", "*cache*", "a+b"));

  @ParameterizedTest
  @CsvSource({
    "IMG_1.jpg, media",
    "IMG_1.JPG, media",
    "_DSC0003.nef, media",
    ".hidden.jpg, media",
    ".jpg, media",
    "a.b.c.jpg, media",
    "IMG_1.jpg.xmp, sidecar",
    "._IMG_1.jpg, none",
    "._IMG_1.xmp, none",
    "jpg, none",
    "IMG_1.jpg~, none",
    "IMG_1.jpg., none"
  })
  void the_extension_says_what_a_file_is(String name, String role) {
    assertThat(RULES.role(name).map(FileRole::column).orElse("none")).isEqualTo(role);
  }

  @Test
  void a_star_takes_every_file_but_sidecars_stay_sidecars() {
    NameRules any = new NameRules(List.of("*"), List.of("xmp"), List.of());

    assertThat(any.role("noextension")).contains(FileRole.MEDIA);
    assertThat(any.role("1.xmp")).contains(FileRole.SIDECAR);
    assertThat(any.role("._1.jpg")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2019, true",
    ".Trash-1000, false",
    ".lumilio, false",
    "@eadir, false",
    "@eaDir2, true",
    "my.folder, true",
    "Thumb Cache 2, false",
    "aab, true",
    "a+b, false"
  })
  void folder_names_are_patterns_with_stars_and_nothing_else(String name, boolean entered) {
    assertThat(RULES.enters(name)).isEqualTo(entered);
    assertThat(RULES.enters(".new\nline")).isFalse();
  }
}
