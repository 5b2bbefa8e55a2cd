package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.hostile.HostileFiles;
import io.lumina.table.FilesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be read, night after night. Not even the superuser reads a folder. */
class UnreadableFilesIT {
  @TempDir private Path folder;

  @Test
  void a_file_that_cannot_be_read_again_is_no_news() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    HostileFiles pictures = new HostileFiles(3);
    StringBuilder listing = new StringBuilder("path,size,modified\n");
    for (int i = 0; i < 12; i++) {
      byte[] picture = pictures.picture("png");
      Path file = Files.write(photos.resolve("photo-%02d.png".formatted(i)), picture);
      line(listing, file, picture.length + "", "2024-05-31T12:00:00Z");
    }
    Path unreadable = Files.createDirectories(photos.resolve("unreadable.png"));
    line(listing, unreadable, "4096", "2024-05-31T12:00:00Z");
    line(listing, photos.resolve("endless.png"), "9223372036854775807", "2024-05-31T12:00:00Z");
    line(listing, photos.resolve("negative.png"), "-1", "2024-05-31T12:00:00Z");
    line(listing, photos.resolve("late.png"), "5", "+294247-01-10T04:00:54.775807Z");
    line(listing, photos.resolve("early.png"), "5", "-290308-12-21T19:59:05.224192Z");
    Path list = Files.writeString(folder.resolve("list.csv"), listing);
    Nights nights = new Nights(folder, "unreadable");
    // A machine under load is no reason to find more broken files.
    String[] night = {
      "nightly",
      "--photos",
      photos.toString(),
      "--listing",
      list.toString(),
      "--set",
      "analyze.time-per-file=20 minutes"
    };

    String first = nights.run(with(night, "analyze.max-failed-fraction=0.3")).out();
    assertThat(first).contains("2 no size");
    long files = nights.store().version(FilesTable.SPEC);

    for (int i = 0; i < 2; i++) {
      Cli.Ended next = nights.run(night);
      assertThat(next.out())
          .contains("3 files could again not be read, as in the last run")
          .contains("duplicates", "nothing to do");
      assertThat(nights.store().version(FilesTable.SPEC)).isEqualTo(files);
    }
    assertThat(
            nights
                .ask()
                .rows(
                    "SELECT DISTINCT job_type || ' ' || (progress->>'total') FROM lumina.jobs WHERE"
                        + " job_type IN ('analyze', 'bursts', 'duplicates', 'publish') AND id NOT"
                        + " IN (SELECT id FROM lumina.jobs ORDER BY created_at LIMIT 7)"))
        .containsExactlyInAnyOrder("analyze 0", "bursts 0", "duplicates 0", "publish 0");

    Files.delete(unreadable);
    Files.write(unreadable, new byte[4096]);
    assertThat(nights.end(night).exit()).isEqualTo(6);
    assertThat(nights.run(night).out()).contains("2 files could again not be read");
  }

  private static void line(StringBuilder listing, Path file, String size, String modified) {
    listing.append(file).append(',').append(size).append(',').append(modified).append('\n');
  }

  private static String[] with(String[] night, String setting) {
    String[] all = java.util.Arrays.copyOf(night, night.length + 2);
    all[night.length] = "--set";
    all[night.length + 1] = setting;
    return all;
  }
}
