package io.lumina.analyze.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.analyze.Analysis;
import io.lumina.analyze.ListedRows;
import io.lumina.analyze.TestPictures;
import io.lumina.hash.Sha256;
import io.lumina.job.HadoopSettings;
import io.lumina.table.FilesTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies that one task reads. */
class FileReaderIT {
  @TempDir private Path photos;

  @Test
  void a_copy_of_a_file_that_changed_while_it_was_read_gives_the_content() throws IOException {
    Path first = TestPictures.jpeg(photos.resolve("a.jpg"), 1);
    Path copy = Files.copy(first, photos.resolve("b.jpg"));

    List<FileReading> readings = read(Analysis.CONFIG, new Touching(first), first, copy);

    assertThat(readings.get(0)).isInstanceOf(FileReading.Failed.class);
    assertThat(readings.get(1).checksum()).contains(Sha256.of(Files.readAllBytes(copy)));
    assertThat(readings.get(1).row()).isPresent();
  }

  @Test
  void copies_that_are_too_large_for_memory_give_one_row() throws IOException {
    Path first = TestPictures.jpeg(photos.resolve("a.jpg"), 1);
    Path copy = Files.copy(first, photos.resolve("b.jpg"));
    AnalyzeConfig small =
        new AnalyzeConfig(400_000_000L, 100, Duration.ofSeconds(30), 0.5, 20L << 30);

    List<FileReading> readings = read(small, new SourceMeter(spark()), first, copy);

    assertThat(readings).extracting(FileReading::checksum).doesNotContain(Optional.empty());
    assertThat(readings)
        .extracting(reading -> reading.row().isPresent())
        .containsExactly(true, false);
  }

  private List<FileReading> read(AnalyzeConfig config, SourceMeter meter, Path... files)
      throws IOException {
    ListedRows listing = new ListedRows(photos, "scan-1");
    for (Path file : files) {
      listing.file(file);
    }
    List<Row> rows =
        listing.in(SharedSpark.session()).orderBy(FilesTable.SOURCE_PATH).collectAsList();
    HadoopSettings hadoop = new HadoopSettings(spark().hadoopConfiguration());
    try (FileReader reader = new FileReader(config, hadoop, meter, false)) {
      return rows.stream().map(reader::read).toList();
    }
  }

  private static SparkContext spark() {
    return SharedSpark.session().sparkContext();
  }

  /** Gives one file another time as soon as a file is opened. */
  private static final class Touching extends SourceMeter {
    private static final long serialVersionUID = 1;

    private final transient Path file;

    Touching(Path file) {
      super(spark());
      this.file = file;
    }

    @Override
    InputStream watched(SourceFile source) {
      try {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return super.watched(source);
    }
  }
}
