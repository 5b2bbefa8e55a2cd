package io.lumina.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthFileTest {
  @TempDir Path folder;

  @Test
  void quotes_line_ends_and_a_byte_order_mark_are_read_as_rfc_4180_has_them() {
    assertThat(
            TruthFile.parse(
                    "truth.csv",
                    "\uFEFFfile,level,family\r\n"
                        + "\"a, \"\"b\"\".jpg\",near,\"F\n1\"\r\n"
                        + "\r\n"
                        + "c.jpg,,")
                .pictures())
        .containsExactly(
            new LabelledFile("a, \"b\".jpg", "F\n1", Level.NEAR),
            new LabelledFile("c.jpg", "", Level.ALONE));
  }

  @Test
  void bytes_that_are_no_utf_8_are_read_all_the_same() throws IOException {
    Path file = folder.resolve("truth.csv");
    Files.write(
        file,
        "file,level,family\nd\u00e9j\u00e0.jpg,flat,\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(TruthFile.read(file).pictures())
        .containsExactly(new LabelledFile("d\uFFFDj\uFFFD.jpg", "", Level.FLAT));
  }

  @Test
  void what_is_no_picture_is_put_aside() {
    Truth truth =
        TruthFile.parse(
            "truth.csv",
            """
            file,category,level,family,expect
            photos/a.jpg,photos/gps,,,ok
            photos/a.json,photos/takeout,,,sidecar
            bad/b.jpg,bad,,,corrupt
            video/c.mp4,video,copy,clip,ok
            """);
    assertThat(truth.pictures()).extracting(LabelledFile::file).containsExactly("photos/a.jpg");
    assertThat(truth.others()).hasSize(3);
  }

  @Test
  void generated_libraries_say_it_with_kind_group_and_burst() {
    Truth truth =
        TruthFile.parse(
            "truth.csv",
            """
            file,kind,group,burst,best,of,change
            a.jpg,original,g1,,,,
            a-q50.jpg,near,g1,,,a.jpg,q50
            a-turned.jpg,hard,g1,,,a.jpg,EXIF and so the orientation removed
            s1.jpg,burst,,b1,1,,
            s2.jpg,burst,,b1,0,,
            c.jpg,original,,,,,
            c-cut.jpg,corrupt,,,,c.jpg,partial
            dark.jpg,original,,,,,black frame
            c.jpg.xmp,sidecar,,,,c.jpg,
            Thumbs.db,other,,,,,
            """);
    assertThat(truth.pictures())
        .extracting(LabelledFile::file, LabelledFile::family, LabelledFile::level)
        .containsExactly(
            tuple("a.jpg", "g1", Level.ORIGINAL),
            tuple("a-q50.jpg", "g1", Level.NEAR),
            tuple("a-turned.jpg", "g1", Level.HARD),
            tuple("s1.jpg", "b1", Level.BURST),
            tuple("s2.jpg", "b1", Level.BURST),
            tuple("c.jpg", "file c.jpg", Level.ORIGINAL),
            tuple("c-cut.jpg", "file c.jpg", Level.HARD),
            tuple("dark.jpg", "", Level.FLAT));
    assertThat(truth.others())
        .extracting(LabelledFile::file)
        .containsExactly("c.jpg.xmp", "Thumbs.db");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                       | empty; the first line must name the columns
          'file,label\\na,b'                       | the columns are file,label; it needs
          'file,level,family\\na,near'             | line 2 has 2 fields, the header has 3
          'file,level,family\\na,nearly,F'         | line 2 has level 'nearly'; it must be
          'file,kind,group,burst\\na,alone,,'      | line 2 has kind 'alone'; it must be
          'file,level,family\\n,near,F'            | line 2 names no file
          'file,level,family\\na,near,F\\na,hard,' | a is labelled on line 2 and again on line 3
          'file,level,family\\n"a,near,F'          | the quote that opens on line 2 is never closed
          """)
  void a_file_of_another_form_is_one_line_that_says_where(String text, String message) {
    assertThatThrownBy(() -> TruthFile.parse("truth.csv", text.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith("truth.csv: ")
        .hasMessageContaining(message);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> TruthFile.read(folder.resolve("none.csv")))
        .isInstanceOf(LuminaException.class)
        .hasMessageContaining("none.csv cannot be read");
  }
}
