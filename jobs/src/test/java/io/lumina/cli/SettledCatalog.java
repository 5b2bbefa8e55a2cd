package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.faults.DiskMeter;
import io.lumina.faults.FaultyDisk;
import io.lumina.hash.Sha256;
import io.lumina.postgres.Ask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A catalog that has had good nights and people's decisions, and nights of all kinds on it. */
final class SettledCatalog {
  private final Path photos;
  private final Path home;
  private final Path warehouse;
  private final Map<Variation, Map<String, String>> shown = new EnumMap<>(Variation.class);
  private final Map<Variation, DiskMeter> meters = new EnumMap<>(Variation.class);
  private Map<String, String> undisturbed = Map.of();

  SettledCatalog(Path photos, Path home, Path warehouse) {
    this.photos = photos;
    this.home = home;
    this.warehouse = warehouse;
  }

  /**
   * A good night after people have decided something, which ends in the tables to come out. The
   * catalog is there already.
   */
  void settle(Ask ask) throws IOException {
    ask.execute(
        "INSERT INTO lumina.decisions (catalog_id, kind, checksums)"
            + " SELECT id, 'keep', ARRAY[?] FROM lumina.catalogs",
        Sha256.of(Files.readAllBytes(photos.resolve("rose/rose-resize50.jpg"))));
    good(List.of());
    ask.execute(
        "UPDATE lumina.images SET status = 'rejected' WHERE source_path LIKE '%/rose-q50.jpg'");
    ask.execute(
        "UPDATE lumina.images SET status = 'selected' WHERE source_path LIKE '%/plain.jpg'");
    undisturbed = all(ask);
  }

  /** Plays every variation undisturbed: what people are shown then, and what it writes. */
  @SuppressWarnings("try") // The photos are changed for as long as a night runs, no more.
  void rehearse(Ask ask) throws Exception {
    for (Variation variation : Variation.values()) {
      DiskMeter meter = new DiskMeter();
      try (Variation.Photos changed = variation.begin(photos)) {
        FaultyDisk.during(meter, () -> good(List.of(variation.arguments())));
        shown.put(variation, TableState.rows(ask));
      }
      meters.put(variation, meter);
      good(List.of());
      if (variation == Variation.FILES) {
        undisturbed = all(ask);
      } else {
        assertThat(all(ask)).as(variation.name()).isEqualTo(undisturbed);
      }
    }
  }

  /** What an undisturbed night of a variation writes. */
  DiskMeter meter(Variation variation) {
    return meters.get(variation);
  }

  /** Whether PostgreSQL holds what one undisturbed night left, as usual or of the variation. */
  boolean isWhole(Ask ask, Variation variation) {
    Map<String, String> seen = TableState.rows(ask);
    return undisturbed.entrySet().containsAll(seen.entrySet()) || seen.equals(shown.get(variation));
  }

  /** All rows of all tables. */
  Map<String, String> all(Ask ask) {
    Map<String, String> rows = new TreeMap<>(TableState.rows(ask));
    rows.putAll(TableState.deltaRows(ask, warehouse));
    return rows;
  }

  /** What comes out of an undisturbed history. */
  Map<String, String> undisturbed() {
    return undisturbed;
  }

  /** The arguments of a night. */
  String[] arguments(String... more) {
    List<String> all =
        new ArrayList<>(List.of("--home", home.toString(), "--warehouse", warehouse.toString()));
    all.addAll(Arrays.asList(more));
    return PhotoFolder.night(photos, all.toArray(String[]::new));
  }

  Cli.Ended night(String... more) {
    return Cli.run(arguments(more));
  }

  private Cli.Ended good(List<String> more) {
    Cli.Ended ended = night(more.toArray(String[]::new));
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended;
  }
}
