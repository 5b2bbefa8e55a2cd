package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.hostile.HostileFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night over files in which no value is one that an honest file holds. */
class HostileNightIT {
  private static final int FILES_OF_EACH = 12;
  private static final List<String> NO_MEDIA = List.of("xmp", "json", "xcf");

  @TempDir private Path folder;

  @Test
  void no_value_in_a_file_stops_a_night_and_each_file_has_its_row() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    int files = library(photos);
    Path drawing = Files.write(photos.resolve("drawing.png"), new HostileFiles(1).picture("png"));
    Files.writeString(
        photos.resolve("drawing.png.json"),
        "{\"title\":\"drawing.png\",\"photoTakenTime\":{\"timestamp\":\"1550000000002000\"}}");
    List<Path> odd = oddTimes(photos);
    Nights nights = new Nights(folder, "hostile");

    nights.run("nightly", "--photos", photos.toString(), "--set", "analyze.max-failed-fraction=1");

    assertThat(nights.ask().one("SELECT count(*) FROM lumina.images"))
        .isEqualTo(Integer.toString(files + 1 + odd.size()));
    assertThat(
            nights
                .ask()
                .one(
                    "SELECT issues::text FROM lumina.images WHERE source_path = ?",
                    drawing.toString()))
        .contains("bad_date", "photoTakenTime is in no year of 1800 to 9999: 1550000000002000");
    assertThat(
            nights
                .ask()
                .one(
                    "SELECT count(*) FROM lumina.images WHERE taken_at IS NULL AND date_confidence"
                        + " > 0 OR taken_at NOT BETWEEN '1800-01-01' AND '9999-12-31"
                        + " 23:59:59.999999'"))
        .isEqualTo("0");
    assertThat(nights.run("nightly").out()).contains("publish").contains("nothing to do");
  }

  private static int library(Path photos) throws IOException {
    int files = 0;
    for (String extension : HostileFiles.EXTENSIONS) {
      HostileFiles hostile = new HostileFiles(extension.hashCode());
      for (int i = 0; i < FILES_OF_EACH && !NO_MEDIA.contains(extension); i++, files++) {
        Path file = photos.resolve("%s-%02d.%s".formatted(extension, i, extension));
        Files.write(file, hostile.next(extension));
        if (i % 3 == 0) {
          Files.write(photos.resolve(file.getFileName() + ".xmp"), hostile.next("xmp"));
        } else if (i % 3 == 1) {
          Files.write(photos.resolve(file.getFileName() + ".json"), hostile.next("json"));
        }
      }
    }
    return files;
  }

  /** Pictures without a date of their own, of times that file systems hold. */
  private static List<Path> oddTimes(Path photos) throws IOException {
    HostileFiles pictures = new HostileFiles(2);
    List<Instant> times =
        List.of(
            Instant.MIN,
            Instant.MAX,
            Instant.EPOCH,
            Instant.parse("1960-06-01T12:00:00Z"),
            Instant.parse("1799-01-01T00:00:00Z"),
            Instant.parse("+292278994-08-17T07:12:55Z"));
    List<Path> files = new java.util.ArrayList<>();
    for (Instant time : times) {
      Path file = photos.resolve("odd time %d.png".formatted(files.size()));
      Files.write(file, pictures.picture("png"));
      try {
        Files.setLastModifiedTime(file, FileTime.from(time));
      } catch (IOException refused) {
        // This file system does not hold such a time: the picture keeps the present one.
        assertThat(file).exists();
      }
      files.add(file);
    }
    return files;
  }
}
