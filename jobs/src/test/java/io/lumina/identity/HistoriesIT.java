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
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories of folders through real scans, analyses and publications, against a plain model
 * of decision 070. Many folders share a catalog, and so its nights; what befalls the tables befalls
 * all of them. {@code scripts/fault-tests identity} plays more.
 */
class HistoriesIT {
  private static final String FAULT = "identity";
  private static final int HISTORIES = FaultFigures.rounds(FAULT, 200);
  private static final int TOGETHER = 400;
  private static final int NIGHTS = 6;
  private static final long SEED = FaultFigures.seed();

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
    Map<Integer, Map<TableSpec, Long>> versions = new HashMap<>();
    List<String> backups = new ArrayList<>();
    Comparison comparison = new Comparison();
    List<String> wrong = List.of();
    for (int run = 1; run <= NIGHTS && wrong.isEmpty(); run++) {
      befall(histories, catalog, versions, backups, figures);
      each(histories, History::happen);
      each(histories, history -> history.write(photos));
      int now = run;
      catalog.scan();
      each(histories, history -> history.scan(now));
      int cut = run == NIGHTS ? 9 : random.nextInt(10);
      if (cut > 0) {
        each(histories, History::happenMeanwhile);
        each(histories, history -> history.write(photos));
        catalog.analyze();
        each(histories, History::analyze);
      }
      if (cut > 1) {
        catalog.publish();
        boolean knowsIds = histories.stream().anyMatch(History::knowsIds);
        each(histories, history -> history.publish(now, knowsIds));
        wrong = comparison.wrong(histories, catalog, photos);
        say(histories, catalog);
        catalog.backUp("run" + run);
        backups.add("run" + run);
      }
      versions.put(run, catalog.versions());
      each(histories, history -> history.remember(now));
    }
    catalog.drop(backups);
    try (Stream<Path> paths = Files.walk(place)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
    return wrong;
  }

  /** Tables get lost, or become what they were. */
  private void befall(
      List<History> histories,
      RealCatalog catalog,
      Map<Integer, Map<TableSpec, Long>> versions,
      List<String> backups,
      FaultFigures figures) {
    int what = backups.isEmpty() ? 9 : random.nextInt(8);
    if (what == 0) {
      figures.disturbed("warehouse lost");
      catalog.loseWarehouse();
      versions.clear();
      each(histories, History::loseWarehouse);
    } else if ((what == 1 || what == 2) && !versions.isEmpty()) {
      figures.disturbed("Delta restored");
      int run = any(List.copyOf(versions.keySet()));
      catalog.restore(versions.get(run));
      each(histories, history -> history.restoreFiles(run));
    }
    if (what == 2 || what == 3) {
      figures.disturbed("PostgreSQL restored");
      String backup = any(backups);
      catalog.bringBack(backup);
      each(histories, history -> history.restoreRows(Integer.parseInt(backup.substring(3))));
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

  private <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  private static void each(List<History> histories, Consumer<History> step) {
    histories.forEach(step);
  }
}
