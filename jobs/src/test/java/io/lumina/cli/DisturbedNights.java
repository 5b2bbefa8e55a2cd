package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.catalog.Catalogs;
import io.lumina.faults.DiskMeter;
import io.lumina.faults.FaultFigures;
import io.lumina.faults.FaultyDisk;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.Migrations;
import io.lumina.postgres.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nights of one catalog on a server of its own, some of which are disturbed. */
final class DisturbedNights implements AutoCloseable {
  private final Path photos;
  private final Path folder;
  private final Map<String, String> undisturbed;
  private final FaultFigures figures;
  private EmbeddedServer server;
  private SettledCatalog catalog;
  private Path warehouse;
  private int libraries;

  /** Whether the catalog has had good nights before: else the photos are new to it. */
  private boolean settled;

  /** Since the last end. */
  private int rounds;

  private int tooLate;

  /** Failed nights of the catalog that are in the figures. */
  private int told;

  /**
   * Starts the server.
   *
   * @param good a night whose photos are read and whose tables are to come out
   * @param folder for homes and warehouses
   */
  DisturbedNights(FirstNight good, Path folder, FaultFigures figures) {
    this.photos = good.photos();
    this.undisturbed = TableState.rows(good.ask());
    this.folder = folder;
    this.figures = figures;
    this.server = EmbeddedServer.open(home());
    new Migrations(database()).migrate();
  }

  /** Makes the catalog anew, with tables elsewhere. */
  void begin() {
    String name = photos.getFileName().toString();
    // Not as a person drops it: it gets the same id again, and so do its images.
    ask().execute("DELETE FROM lumina.catalogs WHERE name = ?", name);
    new Catalogs(database()).create(name, List.of(photos.toString()));
    warehouse = folder.resolve("warehouse-" + libraries++);
    catalog = new SettledCatalog(photos, home(), warehouse);
    settled = false;
    told = 0;
  }

  /** From here on nights come after good ones, on statuses and decisions of people. */
  SettledCatalog settle() throws IOException {
    catalog.settle(ask());
    settled = true;
    return catalog;
  }

  /** What an undisturbed night of each variation writes and shows. */
  void rehearse() throws Exception {
    catalog.rehearse(ask());
  }

  /** What a good night writes. */
  DiskMeter measured() throws Exception {
    begin();
    DiskMeter meter = new DiskMeter();
    assertThat(FaultyDisk.during(meter, catalog::night).exit()).isZero();
    end("measuring");
    return meter;
  }

  ServerKill kill(ServerKill.Victims victims, int delayMillis) {
    return new ServerKill(home(), database(), victims, delayMillis);
  }

  /** A night that must go wrong, or be saved: the fault comes in time. */
  void struck(Disturbance disturbance, String... more) throws Exception {
    int exit = disturbed(disturbance, Optional.empty(), more);
    assertThat(disturbance.struck()).as(disturbance + " struck").isTrue();
    assertThat(exit == 0).as(disturbance + ": " + exit).isEqualTo(disturbance.exits().isEmpty());
  }

  /** A first night that may go wrong. */
  void disturbed(Disturbance disturbance) throws Exception {
    disturbed(disturbance, Optional.empty());
  }

  /** A later night of a rehearsed variation that may go wrong. */
  @SuppressWarnings("try") // The photos are changed for as long as the night runs, no more.
  void disturbed(Disturbance disturbance, Variation variation) throws Exception {
    try (Variation.Photos changed = variation.begin(photos)) {
      disturbed(disturbance, Optional.of(variation), variation.arguments());
    }
  }

  /**
   * A night that may go wrong: it says so in one line, and readers see whole states only.
   *
   * @return how it ended
   */
  private int disturbed(Disturbance disturbance, Optional<Variation> variation, String... more)
      throws Exception {
    figures.round();
    rounds++;
    Map<String, String> before = TableState.rows(ask());
    Cli.Ended ended = disturbance.during(() -> catalog.night(more));
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
    boolean whole =
        after.equals(before)
            || after.equals(undisturbed)
            || variation.filter(any -> catalog.isWhole(ask(), any)).isPresent();
    figures.look(whole);
    figures.retried(disturbance.retries());
    assertThat(whole).as("one state or the other, " + how).isTrue();
    tooLate += disturbance.struck() ? 0 : 1;
    return ended.exit();
  }

  /** The night after. */
  void repaired(String moment) {
    Cli.Ended ended = catalog.night();
    assertThat(ended.exit()).as(moment + ": " + ended.err()).isZero();
  }

  /** After the last night, a good one, all is as it should be: so were the rounds before it. */
  void end(String moment) throws IOException {
    if (settled) {
      assertThat(catalog.all(ask())).as(moment).isEqualTo(catalog.undisturbed());
    } else {
      assertThat(TableState.rows(ask())).as(moment).isEqualTo(undisturbed);
    }
    List<String> left = Leftovers.of(ask(), warehouse);
    figures.left(left.size());
    assertThat(left).as("left behind, " + moment).isEmpty();
    List<String> failed = ask().rows(TableState.FAILED_STEP);
    failed.subList(told, failed.size()).forEach(figures::disturbed);
    told = failed.size();
    figures.good(rounds);
    figures.note(tooLate + " faults too late");
    rounds = 0;
  }

  @Override
  public void close() {
    server.close();
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
}
