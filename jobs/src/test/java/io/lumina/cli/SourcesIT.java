package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.faults.FaultFigures;
import io.lumina.hash.Sha256;
import io.lumina.made.MadePicture;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Sources that change between being listed and being read. */
class SourcesIT {
  private static final String FAULT = "sources";
  private static final int ROUNDS = 3;
  private static final int FILES_OF_A_ROUND = 32;

  private final Random random = new Random(FaultFigures.seed());
  private final Map<Path, byte[]> originals = new TreeMap<>();
  private final Map<Path, Mishap> mishaps = new TreeMap<>();

  @TempDir private Path folder;

  private Path photos;
  private Path warehouse;
  private Database database;

  @Test
  void a_file_that_changed_after_the_listing_gets_no_checksum_until_the_next_night()
      throws Exception {
    library(Mishap.values().length);
    List<Path> files = List.copyOf(originals.keySet());
    for (Mishap mishap : Mishap.values()) {
      mishaps.put(files.get(mishap.ordinal()), mishap);
    }
    open("sources_short");
    run("scan");
    befall();
    run("analyze");
    checkReasons();

    mend();
    run("scan");
    run("analyze");

    for (Row row : rows()) {
      Path file = Path.of(row.<String>getAs(FilesTable.SOURCE_PATH));
      assertThat(row.<String>getAs(FilesTable.SHA256))
          .as(mishaps.get(file) + "")
          .isEqualTo(Sha256.of(Files.readAllBytes(file)));
      assertThat(row.<Row>getList(row.fieldIndex(FilesTable.ISSUES))).isEmpty();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = FaultFigures.WANTED, matches = FAULT)
  void whatever_changes_the_nights_after_end_in_the_tables_of_a_fresh_catalog() throws Exception {
    int rounds = FaultFigures.rounds(FAULT, ROUNDS);
    try (FaultFigures figures = new FaultFigures(FAULT)) {
      for (int round = 0; round < rounds; round++) {
        figures.round();
        library(FILES_OF_A_ROUND);
        for (Path file : originals.keySet()) {
          mishaps.put(file, Mishap.values()[random.nextInt(Mishap.values().length)]);
        }
        open("sources_" + round);
        run("scan");
        befall();
        run("analyze");
        checkReasons();
        run("nightly");
        mend();
        run("nightly");
        Map<String, String> after = TableState.rows(new Ask(database));
        open("sources_fresh_" + round);
        run("nightly");
        assertThat(after).as("round " + round).isEqualTo(TableState.rows(new Ask(database)));
        mishaps.values().stream()
            .filter(mishap -> mishap != Mishap.NONE)
            .forEach(mishap -> figures.disturbed(mishap.name().toLowerCase(java.util.Locale.ROOT)));
        figures.good();
      }
    }
  }

  /** Pictures that differ in their last byte, so that each has a content of its own. */
  private void library(int files) throws IOException {
    photos = Files.createDirectories(folder.resolve("photos-" + random.nextInt(1_000_000)));
    originals.clear();
    mishaps.clear();
    MadePicture scene = MadePicture.of(3580, 640, 480);
    List<byte[]> frames = IntStream.range(0, 4).mapToObj(i -> scene.frame(i).jpeg(90)).toList();
    for (int i = 0; i < files; i++) {
      byte[] bytes = frames.get(i % frames.size());
      byte[] own = Arrays.copyOf(bytes, bytes.length + 1);
      own[bytes.length] = (byte) i;
      Path file = Files.write(photos.resolve("photo-%02d.jpg".formatted(i)), own);
      originals.put(file, own);
    }
  }

  private void open(String name) {
    database = SharedPostgres.another(name);
    warehouse = folder.resolve("warehouse-" + name);
    SharedSpark.session();
    command("catalog", "create", "holiday", "--photos", photos.toString());
  }

  private void befall() throws IOException {
    for (Map.Entry<Path, Mishap> each : mishaps.entrySet()) {
      each.getValue().befall(each.getKey());
    }
  }

  private void mend() throws IOException {
    for (Map.Entry<Path, Mishap> each : mishaps.entrySet()) {
      each.getValue().mend(each.getKey(), originals.get(each.getKey()));
    }
  }

  /** A checksum is that of the bytes that were listed, or there is a reason why there is none. */
  private void checkReasons() {
    List<Row> rows = rows();
    assertThat(rows).hasSize(originals.size());
    for (Row row : rows) {
      Path file = Path.of(row.<String>getAs(FilesTable.SOURCE_PATH));
      Mishap mishap = mishaps.get(file);
      String sha256 = row.getAs(FilesTable.SHA256);
      List<String> reasons =
          row.<Row>getList(row.fieldIndex(FilesTable.ISSUES)).stream()
              .map(issue -> issue.getString(0))
              .toList();
      if (mishap == Mishap.NONE) {
        assertThat(sha256).isEqualTo(Sha256.of(originals.get(file)));
        assertThat(reasons).isEmpty();
      } else {
        assertThat(sha256).as(file + " " + mishap).isNull();
        assertThat(reasons).as(file + " " + mishap).hasSize(1);
        assertThat(mishap.reasons()).as(file + "").containsAll(reasons);
      }
    }
  }

  private List<Row> rows() {
    return new Store(SharedSpark.session(), warehouse.toString())
        .read(FilesTable.SPEC)
        .collectAsList();
  }

  private void run(String command) {
    // Nearly everything fails here, on purpose.
    command(
        command, "--set", "analyze.max-failed-fraction=1", "--set", "scan.max-missing-fraction=1");
  }

  private void command(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    String data = new Ask(database).one("SHOW data_directory");
    Path password = Path.of(data).resolveSibling("postgres-password");
    all.addAll(
        List.of(
            "--home", folder.resolve("home") + "",
            "--warehouse", warehouse + "",
            "--jdbc-url", database.settings().url(),
            "--jdbc-user", database.settings().user(),
            "--jdbc-password-file", password + ""));
    Cli.Ended ended = Cli.run(all.toArray(String[]::new));
    assertThat(ended.exit()).as(arguments[0] + ": " + ended.err()).isZero();
  }
}
