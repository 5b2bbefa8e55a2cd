package io.lumina.scan.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.config.LuminaConf;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRulesTest {
  private static final NameRules RULES =
      new NameRules(
          List.of("jpg", "NEF"),
          List.of("xmp"),
          List.of(".*", "@eaDir", "*cache*", "a+b"),
          List.of(".*", "*.tmp.jpg"));

  @ParameterizedTest
  @CsvSource({
    "IMG_1.jpg, media",
    "IMG_1.JPG, media",
    "_DSC0003.nef, media",
    ".hidden.jpg, none",
    ".trashed-1716451200-IMG_1.jpg, none",
    ".hidden.xmp, none",
    "a.tmp.JPG, none",
    ".jpg, none",
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
    NameRules any = new NameRules(List.of("*"), List.of("xmp"), List.of(), List.of());

    assertThat(any.role("noextension")).contains(FileRole.MEDIA);
    assertThat(any.role("1.xmp")).contains(FileRole.SIDECAR);
    assertThat(any.role("._1.jpg")).isEmpty();
  }

  @Test
  void what_a_scan_takes_in_by_default_is_what_cameras_write_and_people_did_not_throw_away() {
    LuminaConf shipped = LuminaConf.load(Optional.empty(), Map.of());
    NameRules rules =
        new NameRules(
            shipped.texts("scan.extensions"),
            shipped.texts("scan.sidecar-extensions"),
            shipped.texts("scan.exclude-directories"),
            shipped.texts("scan.exclude-files"));

    for (String extension :
        ("jpg jpeg jpe jfif jps mpo insp png apng gif bmp ico icns tif tiff webp heic heif hif avif"
                + " jxl jp2 psd dng cr2 cr3 crw nef nrw arw sr2 srf srw orf rw2 rwl raf pef raw x3f"
                + " 3fr fff iiq mos mef mrw erf dcr kdc k25 dcs cam gpr mp4 mov m4v avi mkv wmv flv"
                + " webm mpg mpeg 3gp mts m2ts mp3 m4a aac wav flac ogg opus")
            .split(" ")) {
      assertThat(rules.role("DSC01234." + extension.toUpperCase(Locale.ROOT)))
          .as(extension)
          .contains(FileRole.MEDIA);
    }
    assertThat(rules.role("a.txt")).isEmpty();
    assertThat(List.of("a.xmp", "a.jpg.json"))
        .allMatch(name -> rules.role(name).equals(Optional.of(FileRole.SIDECAR)));
    assertThat(List.of(".a.jpg", ".trashed-1-a.jpg", ".pending-1-a.jpg", "._a.jpg"))
        .allMatch(name -> rules.role(name).isEmpty());
    assertThat(
            List.of(
                ".hidden",
                ".lumilio",
                "@eaDir",
                ".Trash-1000",
                ".Trashes",
                "@Recycle",
                "#recycle",
                "#snapshot",
                "~snapshot",
                "$RECYCLE.BIN",
                "System Volume Information",
                "lost+found"))
        .noneMatch(rules::enters);
    assertThat(List.of("2019", "Trash", "snapshots", "recycled ideas")).allMatch(rules::enters);
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

  @Test
  void the_trash_of_plans_is_not_entered_whatever_is_configured() {
    NameRules all = new NameRules(List.of("*"), List.of("xmp"), List.of(), List.of());

    assertThat(all.enters(".lumina-trash")).isFalse();
    assertThat(all.enters(".hidden")).isTrue();
  }
}
