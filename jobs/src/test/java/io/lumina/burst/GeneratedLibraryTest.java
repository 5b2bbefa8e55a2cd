package io.lumina.burst;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.BurstsTable;
import io.lumina.table.ImagesView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Bursts of a generated library of 2,000 files against its truth. The rows come from the truth
 * table of the generator (seed 1, small pictures); the column dhash was computed from the pictures.
 */
class GeneratedLibraryTest {
  private static final List<Map<String, String>> TRUTH = truth();

  @Test
  void frames_that_look_alike_end_up_in_the_burst_that_the_generator_meant() {
    Outcome outcome = outcome(BurstsConfig.DEFAULT, GeneratedLibraryTest::meant);

    assertThat(outcome.recall()).as("%s", outcome).isGreaterThanOrEqualTo(0.99);
    assertThat(outcome.precision()).as("%s", outcome).isGreaterThanOrEqualTo(0.99);
    assertThat(outcome.bestRate()).as("%s", outcome).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void by_time_alone_bursts_are_those_of_the_generator_cut_at_the_longest_gap() {
    Outcome outcome = outcome(BurstsConfig.DEFAULT.byTimeAlone(), GeneratedLibraryTest::cut);

    assertThat(outcome.recall()).as("%s", outcome).isGreaterThanOrEqualTo(0.99);
    assertThat(outcome.precision()).as("%s", outcome).isGreaterThanOrEqualTo(0.99);
  }

  /** Burst of the truth, or empty. */
  private static Map<String, String> meant() {
    return TRUTH.stream()
        .filter(file -> !file.get("burst").isEmpty())
        .collect(Collectors.toMap(file -> file.get("file"), file -> file.get("burst")));
  }

  /** The same, cut where two frames are farther apart than one second, or two whole ones. */
  private static Map<String, String> cut() {
    Map<String, String> parts = new HashMap<>();
    List<Map<String, String>> frames =
        TRUTH.stream()
            .filter(file -> !file.get("burst").isEmpty())
            .sorted(
                Comparator.comparing((Map<String, String> file) -> file.get("burst"))
                    .thenComparing(file -> local(file.get("date")))
                    .thenComparing(file -> file.get("file")))
            .toList();
    Map<String, List<String>> runs = new TreeMap<>();
    Map<String, String> before = null;
    int run = 0;
    for (Map<String, String> frame : frames) {
      if (before == null || !goesOn(before, frame)) {
        run++;
      }
      runs.computeIfAbsent(frame.get("burst") + "/" + run, any -> new ArrayList<>())
          .add(frame.get("file"));
      before = frame;
    }
    runs.forEach(
        (name, files) -> {
          if (files.size() >= 3) {
            files.forEach(file -> parts.put(file, name));
          }
        });
    return parts;
  }

  private static boolean goesOn(Map<String, String> before, Map<String, String> frame) {
    LocalDateTime from = local(before.get("date"));
    LocalDateTime to = local(frame.get("date"));
    boolean fractions = from.getNano() != 0 || to.getNano() != 0;
    return before.get("burst").equals(frame.get("burst"))
        && Duration.between(from, to).toMillis() <= (fractions ? 1_000 : 2_000);
  }

  private static Outcome outcome(
      BurstsConfig config, java.util.function.Supplier<Map<String, String>> truth) {
    Dataset<Row> images = Photo.rows(TRUTH.stream().map(GeneratedLibraryTest::photo).toList());
    Map<String, String> found = new HashMap<>();
    Set<String> best = new HashSet<>();
    for (Row row : Bursts.of(images, Shots.of(images), config).collectAsList()) {
      String file = row.<String>getAs(BurstsTable.IMAGE_ID).replace("id of ", "");
      found.put(file, row.getAs(BurstsTable.BURST_ID));
      if (row.<Boolean>getAs(BurstsTable.IS_BEST)) {
        best.add(file);
      }
    }
    return Outcome.of(truth.get(), found, best);
  }

  private static Photo photo(Map<String, String> file) {
    Photo photo =
        Photo.at(file.get("file"))
            .set(ImagesView.SHA256, file.get("sha256"))
            .size(number(file.get("width")), number(file.get("height")), number(file.get("bytes")));
    String name = file.get("file");
    if (name.endsWith("png")) {
      photo.format("PNG", "image/png");
    } else if (name.endsWith("webp")) {
      photo.format("WEBP", "image/webp");
    }
    if (file.get("date").contains("T") && !file.get("date_in").equals("none")) {
      photo.set(ImagesView.TAKEN_AT, local(file.get("date")));
      photo.confidence(file.get("date_in").equals("exif") ? 95 : 70);
    }
    if (!file.get("make").isEmpty()) {
      photo.camera(file.get("make"), file.get("model"));
    }
    if (!file.get("lat").isEmpty()) {
      photo.gps(Double.parseDouble(file.get("lat")), Double.parseDouble(file.get("lon")));
    }
    if (file.get("kind").equals("near")) {
      photo.meta("software", "Editor 2.0");
    }
    if (!file.get("dhash").isEmpty()) {
      photo.set(ImagesView.DHASH, Long.parseUnsignedLong(file.get("dhash"), 16));
    }
    return photo;
  }

  private static LocalDateTime local(String date) {
    return LocalDateTime.parse(date.replaceAll("[+-]\\d\\d:\\d\\d$", ""));
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static List<Map<String, String>> truth() {
    List<Map<String, String>> files = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    GeneratedLibraryTest.class.getResourceAsStream("library-2k.tsv.gz")),
                StandardCharsets.UTF_8))) {
      String[] head = lines.readLine().split("\t", -1);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        Map<String, String> file = new HashMap<>();
        for (int i = 0; i < head.length; i++) {
          file.put(head[i], cells[i]);
        }
        files.add(file);
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How found bursts compare with the true ones. A frame is right when its burst, found, has the
   * same files as its burst, true.
   *
   * @param truly frames of true bursts
   * @param found frames of found bursts
   * @param right frames whose whole burst is right
   * @param bursts right bursts
   * @param best of them, those whose best frame is the true one
   */
  private record Outcome(int truly, int found, int right, int bursts, int best) {
    static Outcome of(Map<String, String> truth, Map<String, String> found, Set<String> chosen) {
      Set<Set<String>> trueSets = sets(truth);
      int right = 0;
      int bursts = 0;
      int best = 0;
      Set<String> sharpest =
          TRUTH.stream()
              .filter(file -> file.get("best").equals("1"))
              .map(file -> file.get("file"))
              .collect(Collectors.toSet());
      for (Set<String> burst : sets(found)) {
        if (trueSets.contains(burst)) {
          right += burst.size();
          bursts++;
          best += burst.stream().anyMatch(f -> sharpest.contains(f) && chosen.contains(f)) ? 1 : 0;
        }
      }
      return new Outcome(truth.size(), found.size(), right, bursts, best);
    }

    double recall() {
      return (double) right / truly;
    }

    double precision() {
      return (double) right / found;
    }

    double bestRate() {
      return (double) best / bursts;
    }

    private static Set<Set<String>> sets(Map<String, String> bursts) {
      return new HashSet<>(
          bursts.entrySet().stream()
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getValue,
                      Collectors.mapping(Map.Entry::getKey, Collectors.toSet())))
              .values());
    }
  }
}
