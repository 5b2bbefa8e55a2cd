package io.lumina.meta.xmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lumina.made.XmpText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write into a sidecar another program reads as it was meant. */
class ExifToolReadsSidecarsTest {
  @TempDir private Path folder;

  @Test
  void exiftool_reads_every_field_that_a_merge_writes() throws Exception {
    Path sidecar =
        Files.write(
            folder.resolve("a.jpg.xmp"),
            XmpMerge.of(
                List.of(new XmpText().with("photoshop:City", "Bern").bytes()),
                new XmpAdditions(
                    Optional.of(4),
                    List.of("sea", "été"),
                    Optional.of("Evening <& more>"),
                    Optional.of("Two \"words\""),
                    Optional.of(new XmpAdditions.Position(-33.856784, 151.215297)),
                    Optional.of("2019-05-11T12:00:00+02:00"))));

    String[] read =
        exiftool(
            "-n",
            "-s3",
            "-charset",
            "UTF8",
            "-XMP-xmp:Rating",
            "-XMP-dc:Subject",
            "-XMP-dc:Title",
            "-XMP-dc:Description",
            "-XMP-exif:GPSLatitude",
            "-XMP-exif:GPSLongitude",
            "-XMP-exif:DateTimeOriginal",
            "-XMP-photoshop:City",
            sidecar.toString());

    assertThat(read)
        .hasSize(8)
        .startsWith("4", "sea, été", "Evening <& more>", "Two \"words\"")
        .endsWith("2019:05:11 12:00:00+02:00", "Bern");
    assertThat(Double.parseDouble(read[4])).isCloseTo(-33.856784, within(1e-7));
    assertThat(Double.parseDouble(read[5])).isCloseTo(151.215297, within(1e-7));
  }

  private static org.assertj.core.data.Offset<Double> within(double most) {
    return org.assertj.core.api.Assertions.within(most);
  }

  private static String[] exiftool(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("exiftool"));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException absent) {
      assumeTrue(false, "there is no exiftool here (Debian: libimage-exiftool-perl)");
      return new String[0];
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.lines().toArray(String[]::new);
  }
}
