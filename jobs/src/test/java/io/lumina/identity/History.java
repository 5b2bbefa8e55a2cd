package io.lumina.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** One folder through many nights: its files, and what the model says of them. */
final class History {
  private static final List<String> STATUSES =
      List.of("rejected", "selected", "flagged", "archived", "active");

  private final int number;
  private final Random random;
  private final Happenings happenings;
  private final List<String> steps = new ArrayList<>();
  private final Map<String, Lying> disk = new TreeMap<>();
  private final Map<String, Lying> written = new HashMap<>();
  private final Map<Integer, FilesModel> olderFiles = new HashMap<>();
  private final Map<Integer, PublishedModel> olderRows = new HashMap<>();
  private int ids;
  private FilesModel files = new FilesModel(List.of(), () -> ++ids);
  private PublishedModel rows = new PublishedModel();
  private final Person person = new Person();

  History(int number, Random random) {
    this.number = number;
    this.random = random;
    this.happenings = new Happenings(number, number % 3 == 0, random);
    for (int i = 0; i < 4; i++) {
      happenings.one(disk, steps::add);
    }
  }

  String folder() {
    return "h" + number;
  }

  List<String> steps() {
    return steps;
  }

  List<KnownFile> files() {
    return files.files();
  }

  PublishedModel rows() {
    return rows;
  }

  void told(String what) {
    steps.add(what);
  }

  /** What people do before a scan; nothing that no scan can see. */
  void happen() {
    for (int i = random.nextInt(4); i > 0; i--) {
      happenings.one(disk, steps::add);
    }
    Optional<String> deceiving = new ScanModel(files.files(), disk).deceiving();
    while (deceiving.isPresent()) {
      steps.add("touch " + deceiving.get() + ": a scan cannot see what lies there");
      happenings.touch(disk, deceiving.get());
      deceiving = new ScanModel(files.files(), disk).deceiving();
    }
    person.sees(disk);
  }

  /** What people do between a scan and the analysis. */
  void happenMeanwhile() {
    if (random.nextInt(8) > 0) {
      return;
    }
    Map<String, Lying> listed = new HashMap<>(disk);
    happenings.one(disk, step -> steps.add("meanwhile " + step));
    for (Map.Entry<String, Lying> file : Map.copyOf(disk).entrySet()) {
      Lying before = listed.get(file.getKey());
      if (before != null
          && before.stamp().equals(file.getValue().stamp())
          && before.content() != file.getValue().content()) {
        happenings.touch(disk, file.getKey());
      }
    }
    person.sees(disk);
  }

  void scan(int run) {
    steps.add("scan " + run);
    files.scan(run, disk);
  }

  void analyze() {
    steps.add("analyze");
    files.analyze(disk);
  }

  void publish(int run, boolean knowsIds) {
    steps.add("publish");
    rows.publish(run, staged(), knowsIds);
  }

  /** Whether PostgreSQL has rows of the files that are to be published. */
  boolean knowsIds() {
    return rows.knowsIds(staged());
  }

  private List<KnownFile> staged() {
    return files.files().stream().filter(file -> !file.isSidecar()).toList();
  }

  /** What a person who knows no rule finds wrong with the rows, if anything. */
  Optional<String> complaint() {
    return person.complains(rows);
  }

  /** A status that a person gives to a picture, by its path. */
  Optional<Map.Entry<String, String>> say() {
    if (rows.rows().isEmpty() || random.nextInt(3) == 0) {
      return Optional.empty();
    }
    PublishedModel.Published row = rows.rows().get(random.nextInt(rows.rows().size()));
    row.status = STATUSES.get(random.nextInt(STATUSES.size()));
    person.says(row);
    steps.add(row.path + " is said to be " + row.status);
    return Optional.of(Map.entry(folder() + "/" + row.path, row.status));
  }

  void remember(int run) {
    olderFiles.put(run, files.copy());
    olderRows.put(run, rows.copy());
  }

  void loseWarehouse() {
    steps.add("the warehouse is lost");
    files = new FilesModel(List.of(), () -> ++ids);
  }

  void restoreFiles(int run) {
    steps.add("Delta is as it was after run " + run);
    files = olderFiles.get(run).copy();
  }

  void restoreRows(int run) {
    steps.add("PostgreSQL is as it was after run " + run);
    rows = olderRows.get(run).copy();
    person.forgets();
  }

  /** Makes the real folder what the disk is. */
  void write(Path photos) {
    Path folder = photos.resolve(folder());
    try {
      Files.createDirectories(folder.resolve("sub"));
      for (String path : List.copyOf(written.keySet())) {
        if (!disk.containsKey(path)) {
          Files.delete(folder.resolve(path));
          written.remove(path);
        }
      }
      for (Map.Entry<String, Lying> file : disk.entrySet()) {
        if (!file.getValue().equals(written.put(file.getKey(), file.getValue()))) {
          Path path = folder.resolve(file.getKey());
          Files.write(path, file.getValue().bytes());
          Files.setLastModifiedTime(
              path, FileTime.from(Instant.ofEpochSecond(file.getValue().time())));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
