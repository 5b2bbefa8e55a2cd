package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.faults.DiskMeter;
import io.lumina.faults.FaultFigures;
import io.lumina.faults.FaultyDisk;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Catalogs;
import io.lumina.postgres.Database;
import io.lumina.postgres.EmbeddedServer;
import io.lumina.postgres.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Nights of one catalog on a server of its own, some of which are disturbed. */
final class DisturbedNights implements AutoCloseable {
  private final Path photos;
  private final Path folder;
  private final Map<String, String> undisturbed;
  private final FaultFigures figures;
  private EmbeddedServer server;
  private Path warehouse;
  private int libraries;

  /**
   * Starts the server.
   *
   * @param photos a folder
   * @param undisturbed what the tables hold after a good night on these
   */
  DisturbedNights(Path photos, Map<String, String> undisturbed, Path folder, FaultFigures figures) {
    this.photos = photos;
    this.folder = folder;
    this.undisturbed = undisturbed;
    this.figures = figures;
    this.server = EmbeddedServer.open(home());
    new Migrations(database()).migrate();
  }

  /** Makes the catalog anew, with tables elsewhere. */
  void begin() {
    Catalogs catalogs = new Catalogs(database());
    String name = photos.getFileName().toString();
    catalogs.find(name).ifPresent(old -> catalogs.drop(name));
    catalogs.create(name, List.of(photos.toString()));
    warehouse = folder.resolve("warehouse-" + libraries++);
  }

  /** What a good night writes. */
  DiskMeter measured() throws Exception {
    begin();
    DiskMeter meter = new DiskMeter();
    assertThat(FaultyDisk.during(meter, this::night).exit()).isZero();
    end("measuring");
    return meter;
  }

  ServerKill kill(ServerKill.Victims victims, int delayMillis) {
    return new ServerKill(home(), database(), victims, delayMillis);
  }

  /** A night that goes wrong: it says so in one line, and readers see whole states only. */
  void disturbed(Disturbance disturbance) throws Exception {
    figures.round();
    Map<String, String> before = TableState.rows(ask());
    Cli.Ended ended = disturbance.during(this::night);
    String how = disturbance + ": " + ended.err();
    if (ended.exit() != 0) {
      assertThat(disturbance.exits()).as(how).contains(ended.exit());
      List<String> lines = ended.err().lines().toList();
      assertThat(lines.get(0)).as(how).startsWith("lumina: ");
      assertThat(lines.size() == 1 || ended.exit() == 2).as(how).isTrue();
    }
    if (disturbance.leavesDatabase()) {
      String end =
          "SELECT status || ' ' || exit_code FROM lumina.jobs WHERE parent_id IS NULL"
              + " ORDER BY created_at DESC LIMIT 1";
      assertThat(ask().one(end))
          .as(how)
          .isEqualTo((ended.exit() == 0 ? "SUCCESS " : "FAILURE ") + ended.exit());
    }
    server.close();
    server = EmbeddedServer.open(home());
    Map<String, String> after = TableState.rows(ask());
    boolean whole = after.equals(before) || after.equals(undisturbed);
    figures.look(whole);
    figures.retried(disturbance.retries());
    assertThat(whole).as("one state or the other, " + how).isTrue();
    figures.good();
  }

  /** The night after. */
  void repaired(String moment) {
    Cli.Ended ended = night();
    assertThat(ended.exit()).as(moment + ": " + ended.err()).isZero();
  }

  /** After the last night all is as it should be. */
  void end(String moment) throws IOException {
    assertThat(TableState.rows(ask())).as(moment).isEqualTo(undisturbed);
    assertThat(ask().one("SELECT count(*) FROM lumina.jobs WHERE finished_at IS NULL"))
        .as("runs shown as running, " + moment)
        .isEqualTo("0");
    List<String> left =
        ask().rows("SELECT tablename FROM pg_tables WHERE schemaname = 'lumina_staging'");
    figures.left(left.size() + files(warehouse.resolve("staging")));
    assertThat(left).as("staging, " + moment).isEmpty();
    assertThat(files(warehouse.resolve("staging"))).as("staging, " + moment).isZero();
    ask().rows(TableState.FAILED_STEP).forEach(figures::disturbed);
  }

  @Override
  public void close() {
    server.close();
  }

  private Cli.Ended night() {
    return Cli.run(
        "nightly",
        "--photos",
        photos.toString(),
        "--home",
        home().toString(),
        "--warehouse",
        warehouse.toString(),
        "--set",
        "analyze.max-failed-fraction=0.5");
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Database database() {
    return new Database(server.settings());
  }

  private Ask ask() {
    return new Ask(database());
  }

  private static long files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).count();
    }
  }
}
