package io.lumina.image.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.PictureReader;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.made.MadeBytes;
import io.lumina.made.MadePicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture in JPEG XL beside a program that does what {@code djxl} may do. */
class JxlProgramTest {
  private static final PictureLimits SHORT = new PictureLimits(1_000_000, Duration.ofMillis(300));

  /** A codestream of 64×64 pixels of which only the header is there. */
  private static final byte[] PICTURE =
      MadeBytes.big().u16(0xFF0A).u8(0b0100_1111).zeros(20).done();

  @TempDir private Path folder;

  @Test
  void what_the_program_writes_is_the_picture() throws IOException {
    byte[] png = MadePicture.of(5, 64, 64).as("png");
    Path made = Files.write(folder.resolve("made.png"), png);
    PictureReading reading = read(PictureLimits.DEFAULTS, "cp '" + made + "' \"$4\"");
    assertThat(reading.corruption()).isEmpty();
    assertThat(reading.issues()).isEmpty();
    assertThat(reading.width()).isEqualTo(64);
    try (PictureReader reader = new PictureReader()) {
      assertThat(reading.luma()).isEqualTo(reader.read(png, FileFormat.PNG).luma());
    }
  }

  @Test
  void it_reads_the_bytes_of_the_file_and_leaves_nothing_behind() throws IOException {
    Path read = folder.resolve("read");
    read(PictureLimits.DEFAULTS, "cp \"$3\" '" + read + "'; dirname \"$3\" >'" + read + ".at'");
    assertThat(read).hasBinaryContent(PICTURE);
    assertThat(Path.of(Files.readString(Path.of(read + ".at")).strip())).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "exit 1, undecodable",
    "kill -SEGV $$, decoder_crashed",
  })
  void what_it_refuses_or_dies_of_is_damage(String does, String reason) throws IOException {
    PictureReading reading = read(PictureLimits.DEFAULTS, does);
    assertThat(reading.hindrance()).isEmpty();
    assertThat(reading.corruption().orElseThrow().reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "kill -KILL $$, decoder_killed",
    "while :; do :; done, time_limit",
  })
  void what_others_do_to_it_is_no_damage(String does, String reason) throws IOException {
    PictureReading reading = read(SHORT, does);
    assertThat(reading.corruption()).isEmpty();
    assertThat(reading.hindrance().orElseThrow().reason()).isEqualTo(reason);
  }

  @Test
  void without_the_program_nobody_looks_and_it_says_what_would() {
    try (PictureReader reader = new PictureReader(PictureLimits.DEFAULTS, folder.toString())) {
      PictureReading reading = reader.read(PICTURE, FileFormat.JXL);
      assertThat(reader.hasJxlDecoder()).isFalse();
      assertThat(reading.corruption()).isEmpty();
      assertThat(reading.hindrance().orElseThrow().reason()).isEqualTo("format_not_decoded");
      assertThat(reading.hindrance().orElseThrow().detail()).contains("apt-get install");
    }
  }

  private PictureReading read(PictureLimits limits, String does) throws IOException {
    Path program = Files.writeString(folder.resolve("djxl"), "#!/bin/sh\n" + does + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    try (PictureReader reader = new PictureReader(limits, folder.toString())) {
      return reader.read(PICTURE, FileFormat.JXL);
    }
  }
}
