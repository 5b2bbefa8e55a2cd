package io.lumina.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.faults.FaultFigures;
import io.lumina.table.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories of folders through real scans, analyses and publications, against a plain model
 * of decision 070. Many folders share a catalog, and so its nights; what befalls the tables befalls
 * all of them. {@code scripts/fault-tests identity} plays more, in larger catalogs.
 */
class HistoriesIT {
  private static final String FAULT = "identity";
  private static final int HISTORIES = FaultFigures.rounds(FAULT, 200);
  private static final int NIGHTS = 6;
  private static final long SEED = FaultFigures.seed();

  /** A night costs little more for many folders; so many that a scan walks them with all tasks. */
  private static final int TOGETHER = 1000;

  @TempDir static Path folder;

  private final Random random = new Random(SEED);

  @Test
  void whatever_happens_to_files_and_tables_ids_and_statuses_stay_with_their_pictures()
      throws IOException {
    try (FaultFigures figures = new FaultFigures(FAULT)) {
      for (int first = 1; first <= HISTORIES; first += TOGETHER) {
        int last = Math.min(HISTORIES, first + TOGETHER - 1);
        List<History> histories =
            IntStream.rangeClosed(first, last)
                .mapToObj(number -> new History(number, new Random(SEED * 1_000_003 + number)))
                .toList();
        histories.forEach(history -> figures.round());
        List<String> wrong = play(histories, figures);
        figures.good(histories.size() - wrong.size());
        assertThat(wrong).as("histories that went wrong, seed " + SEED).isEmpty();
      }
    }
  }

  private List<String> play(List<History> histories, FaultFigures figures) throws IOException {
    Path place = Files.createTempDirectory(folder, "together");
    Path photos = Files.createDirectories(place.resolve("photos"));
    RealCatalog catalog = new RealCatalog(photos, place);
    NavigableMap<Integer, Map<TableSpec, Long>> versions = new TreeMap<>();
    List<Integer> backups = new ArrayList<>();
    Comparison comparison = new Comparison();
    List<String> wrong = List.of();
    int run = 0;
    for (Night night :
        FaultFigures.isWanted(FAULT) ? Night.any(NIGHTS, random) : Night.eachOnce()) {
      int now = ++run;
      befall(night, histories, catalog, versions, backups, figures);
      each(histories, History::happen);
      each(histories, history -> history.write(photos));
      catalog.scan();
      each(histories, history -> history.scan(now));
      if (night.isAnalyzed()) {
        each(histories, History::happenMeanwhile);
        each(histories, history -> history.write(photos));
        catalog.analyze();
        each(histories, History::analyze);
      }
      if (night.isPublished()) {
        catalog.publish();
        boolean knowsIds = histories.stream().anyMatch(History::knowsIds);
        each(histories, history -> history.publish(now, knowsIds));
        wrong = comparison.wrong(histories, catalog, photos);
        if (!wrong.isEmpty()) {
          break;
        }
        say(histories, catalog);
        catalog.backUp("run" + run);
        backups.add(run);
      }
      versions.put(run, catalog.versions());
      each(histories, history -> history.remember(now));
    }
    catalog.drop(backups.stream().map(backup -> "run" + backup).toList());
    try (Stream<Path> paths = Files.walk(place)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
    return wrong;
  }

  private void befall(
      Night night,
      List<History> histories,
      RealCatalog catalog,
      NavigableMap<Integer, Map<TableSpec, Long>> versions,
      List<Integer> backups,
      FaultFigures figures) {
    for (Night.Loss loss : night.losses()) {
      boolean isPossible =
          switch (loss) {
            case WAREHOUSE_LOST, DELTA_RESTORED -> !versions.isEmpty();
            case POSTGRES_RESTORED -> !backups.isEmpty();
          };
      if (!isPossible) {
        continue;
      }
      figures.disturbed(loss.toString());
      switch (loss) {
        case WAREHOUSE_LOST -> {
          catalog.loseWarehouse();
          versions.clear();
          each(histories, History::loseWarehouse);
        }
        case DELTA_RESTORED -> {
          int older = older(List.copyOf(versions.keySet()));
          catalog.restore(versions.get(older));
          each(histories, history -> history.restoreFiles(older));
        }
        case POSTGRES_RESTORED -> {
          int older = older(backups);
          catalog.bringBack("run" + older);
          each(histories, history -> history.restoreRows(older));
        }
      }
    }
  }

  private static void say(List<History> histories, RealCatalog catalog) {
    Map<String, List<String>> said = new HashMap<>();
    for (History history : histories) {
      history
          .say()
          .ifPresent(
              word ->
                  said.computeIfAbsent(word.getValue(), any -> new ArrayList<>())
                      .add(word.getKey()));
    }
    said.forEach(catalog::say);
  }

  /** A run before the last one, if there is one. */
  private int older(List<Integer> runs) {
    return runs.get(random.nextInt(Math.max(1, runs.size() - 1)));
  }

  private static void each(List<History> histories, Consumer<History> step) {
    histories.forEach(step);
  }
}
