package io.lumina.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decision 070 for the rows of PostgreSQL, in plain Java. */
final class PublishedModel {
  /** The id of a row that has to make room: nobody knows it. */
  static final int UNKNOWN = -1;

  private final List<Published> rows;
  private final List<Kept> kept;

  PublishedModel() {
    this(List.of(), List.of());
  }

  private PublishedModel(List<Published> rows, List<Kept> kept) {
    this.rows = new ArrayList<>(rows);
    this.kept = new ArrayList<>(kept);
  }

  List<Published> rows() {
    return rows;
  }

  List<Kept> kept() {
    return kept;
  }

  PublishedModel copy() {
    return new PublishedModel(rows.stream().map(Published::copy).toList(), kept);
  }

  /**
   * Publishes.
   *
   * @param knowsIds whether any row of the catalog has an id that is staged: the warehouse was not
   *     lost then, and has judged already what is an edit
   */
  void publish(int run, List<KnownFile> staged, boolean knowsIds) {
    List<Published> left = rows.stream().filter(row -> staged.stream().noneMatch(row::is)).toList();
    List<KnownFile> fresh =
        staged.stream().filter(file -> rows.stream().noneMatch(row -> row.is(file))).toList();
    Set<Integer> known = rows.stream().map(row -> row.content).collect(Collectors.toSet());
    Map<KnownFile, Published> pairs = pairs(left, fresh, staged, known, knowsIds);

    Map<KnownFile, Published> rowOf = new LinkedHashMap<>(pairs);
    staged.forEach(
        file -> rows.stream().filter(row -> row.is(file)).forEach(row -> rowOf.put(file, row)));
    Set<String> paths = staged.stream().map(file -> file.path).collect(Collectors.toSet());
    Set<Integer> given = fresh.stream().map(file -> file.id).collect(Collectors.toSet());
    for (Published row : left) {
      if (pairs.containsValue(row)) {
        continue;
      }
      if (paths.contains(row.path)) {
        rows.remove(row);
        if (!row.status.equals("active")) {
          kept.add(new Kept(row.path, row.content, row.status, run));
        }
      }
      row.present = false;
      row.id = given.contains(row.id) ? UNKNOWN : row.id;
    }
    for (KnownFile file : staged) {
      Published row = rowOf.get(file);
      if (row == null) {
        row = new Published();
        rows.add(row);
      }
      row.id = file.id;
      row.path = file.path;
      row.content = file.read;
      row.size = file.listed.size();
      row.present = file.present;
    }
    giveBack(fresh, known);
  }

  /** Whether a row has the id of one of these files. */
  boolean knowsIds(List<KnownFile> staged) {
    return staged.stream().anyMatch(file -> rows.stream().anyMatch(row -> row.id == file.id));
  }

  private static Map<KnownFile, Published> pairs(
      List<Published> left,
      List<KnownFile> fresh,
      List<KnownFile> staged,
      Set<Integer> known,
      boolean knowsIds) {
    BiPredicate<Published, KnownFile> sameContent =
        (row, file) -> row.content != null && row.content.equals(file.read);
    BiPredicate<Published, KnownFile> sameName =
        sameContent.and((row, file) -> KnownFile.nameOf(row.path).equals(file.name()));
    BiPredicate<Published, KnownFile> wasThere = (row, file) -> row.present;
    Predicate<Published> lies =
        row ->
            staged.stream()
                .anyMatch(
                    file -> file.present && (sameContent.test(row, file) || mayBe(row, file)));
    List<BiPredicate<Published, KnownFile>> rules =
        List.of(
            sameContent.and((row, file) -> row.path.equals(file.path)),
            sameName.and(wasThere),
            sameContent.and(wasThere),
            sameName,
            sameContent,
            (row, file) ->
                row.id == file.id && (row.content == null || file.present && !lies.test(row)),
            (row, file) ->
                !knowsIds
                    && row.path.equals(file.path)
                    && (row.content == null
                        || row.present
                            && file.present
                            && !lies.test(row)
                            && (file.read == null || !known.contains(file.read))));
    Map<KnownFile, Published> pairs = new LinkedHashMap<>();
    List<KnownFile> files =
        fresh.stream()
            .sorted(
                Comparator.comparing((KnownFile file) -> !file.present)
                    .thenComparing(file -> file.path))
            .toList();
    List<Published> inOrder =
        left.stream()
            .sorted(
                Comparator.comparing(
                        (Published row) ->
                            staged.stream().noneMatch(file -> file.path.equals(row.path)))
                    .thenComparing(row -> row.path))
            .toList();
    for (BiPredicate<Published, KnownFile> rule : rules) {
      for (KnownFile file : files) {
        if (!pairs.containsKey(file)) {
          inOrder.stream()
              .filter(row -> !pairs.containsValue(row))
              .filter(row -> rule.test(row, file))
              .findFirst()
              .ifPresent(row -> pairs.put(file, row));
        }
      }
    }
    return pairs;
  }

  /** Whether a content may lie in a file that could not be read. */
  private static boolean mayBe(Published row, KnownFile file) {
    return file.read == null && file.listed.size() == row.size && !file.path.equals(row.path);
  }

  private void giveBack(List<KnownFile> fresh, Set<Integer> known) {
    Set<Integer> arrived = new HashSet<>();
    fresh.stream()
        .filter(file -> file.read != null && !known.contains(file.read))
        .forEach(file -> arrived.add(file.id));
    List<BiPredicate<Kept, Published>> likeness =
        List.of(
            (said, row) -> said.path.equals(row.path),
            (said, row) -> KnownFile.nameOf(said.path).equals(KnownFile.nameOf(row.path)),
            (said, row) -> true);
    for (BiPredicate<Kept, Published> alike : likeness) {
      List<Published> inOrder =
          rows.stream()
              .filter(row -> arrived.contains(row.id))
              .sorted(Comparator.comparing(row -> row.path))
              .toList();
      kept.sort(Comparator.comparing((Kept said) -> -said.run).thenComparing(said -> said.path));
      for (Published row : inOrder) {
        kept.stream()
            .filter(said -> row.status.equals("active"))
            .filter(said -> Objects.equals(said.content, row.content) && alike.test(said, row))
            .findFirst()
            .ifPresent(
                said -> {
                  row.status = said.status;
                  kept.remove(said);
                });
      }
    }
  }

  /** A row of images. */
  static final class Published {
    int id;
    String path;
    Integer content;
    int size;
    boolean present;
    String status = "active";

    private boolean is(KnownFile file) {
      return id == file.id && (file.read == null || file.read.equals(content));
    }

    private Published copy() {
      Published copy = new Published();
      copy.id = id;
      copy.path = path;
      copy.content = content;
      copy.size = size;
      copy.present = present;
      copy.status = status;
      return copy;
    }
  }

  /** A row of kept_statuses. */
  record Kept(String path, Integer content, String status, int run) {}
}
