package io.lumina.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.AssetsTable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films that are too long for memory; their frames are holes in the file. */
class LongFilmsIT {
  private static final int SHORT = 1 << 20;
  private static final int LONG = 70 << 20;

  @TempDir private Path films;
  @TempDir private Path warehouse;

  /** Boxes one after the other, of which the last may announce more than there is. */
  private Path film(String name, Map.Entry<String, Integer> last, int there, String... before)
      throws IOException {
    Path path = films.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      box(file, "ftyp", 16);
      file.writeBytes("isom\0\0\2\0");
      for (String type : before) {
        box(file, type, 16);
        file.writeLong(0);
      }
      long from = file.getFilePointer();
      box(file, last.getKey(), last.getValue());
      file.setLength(from + there);
    }
    return path;
  }

  private static void box(RandomAccessFile file, String type, int size) throws IOException {
    file.writeInt(size);
    file.write(type.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_film_that_is_cut_has_the_same_damage_however_long_it_is() throws IOException {
    Analysis analysis = new Analysis(warehouse);
    ListedRows listing =
        new ListedRows(films, "scan-1")
            .file(film("short.mp4", Map.entry("mdat", 2 * SHORT), SHORT))
            .file(film("long.mp4", Map.entry("mdat", 2 * LONG), LONG))
            .file(film("index first.mp4", Map.entry("mdat", 2 * LONG), LONG + 1, "moov"))
            .file(film("whole.mp4", Map.entry("mdat", LONG + 2), LONG + 2, "moov"));

    analysis.listed(listing).run("run-1");

    Map<String, Row> assets = new HashMap<>();
    analysis.assets().forEach(row -> assets.put(row.getAs(AssetsTable.SHA256), row));
    Map<String, String> verdicts = new HashMap<>();
    analysis
        .byName()
        .forEach(
            (name, file) -> {
              Row asset = assets.get(Analysis.checksum(file));
              verdicts.put(name, asset.getAs(AssetsTable.CORRUPTION) + " " + Analysis.codes(asset));
            });
    assertThat(verdicts)
        .containsEntry("short.mp4", "severe [truncated]")
        .containsEntry("long.mp4", "severe [truncated]")
        .containsEntry("index first.mp4", "minor [truncated]")
        .containsEntry("whole.mp4", "null []");
  }
}
