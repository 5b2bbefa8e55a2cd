package io.lumina.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What people and cameras do to a folder, at random. */
final class Happenings {
  private static final List<String> PATHS =
      List.of(
          "a.jpg",
          "b.jpg",
          "c.jpg",
          "d.jpg",
          "sub/a.jpg",
          "sub/b.jpg",
          "a.jpg.xmp",
          "sub/a.jpg.xmp");

  private final Random random;
  private final boolean twins;
  private final long firstTime;
  private final Map<Boolean, List<Lying>> ever =
      Map.of(true, new ArrayList<>(), false, new ArrayList<>());
  private int contents;
  private long clock;

  /**
   * What happens to one folder.
   *
   * @param number of the folder: no other one has its contents and times
   * @param twins whether contents have one size and two times
   */
  Happenings(int number, boolean twins, Random random) {
    this.random = random;
    this.twins = twins;
    this.firstTime = 1_000_000_000L + number * 10_000L;
    this.contents = number * 1000;
  }

  /** Does one thing to a folder, and tells it. */
  void one(Map<String, Lying> disk, Consumer<String> told) {
    String from = existing(disk);
    String to = any(from);
    switch (from == null ? 0 : random.nextInt(14)) {
      case 0, 1 -> {
        String path = any(null);
        put(disk, path, fresh(path), "new", told);
      }
      case 2, 3, 4 -> {
        told.accept("move " + from + " to " + to);
        disk.put(to, disk.remove(from));
      }
      case 5 -> swap(disk, from, to, told);
      case 6 -> renumber(disk, from, told);
      case 7 -> {
        put(disk, from, fresh(from), "edit", told);
      }
      case 8 -> {
        told.accept("move " + from + " to " + to + " and use its name again");
        disk.put(to, disk.remove(from));
        put(disk, from, fresh(from), "new", told);
      }
      case 9, 10 -> {
        told.accept("delete " + from);
        disk.remove(from);
      }
      case 11 -> {
        List<Lying> known = ever.get(isSidecar(to));
        Lying again = known.get(random.nextInt(known.size()));
        put(disk, to, random.nextBoolean() ? again : again.at(time()), "return", told);
      }
      case 12 -> {
        Lying copy = disk.get(from);
        put(disk, to, random.nextBoolean() ? copy : copy.at(time()), "copy " + from, told);
      }
      default -> put(disk, from, disk.get(from).at(time()), "touch", told);
    }
  }

  /** Gives a file a time that it never had. */
  void touch(Map<String, Lying> disk, String path) {
    disk.put(path, disk.get(path).at(firstTime + 5000 + clock++));
  }

  private void swap(Map<String, Lying> disk, String from, String to, Consumer<String> told) {
    if (disk.containsKey(to)) {
      told.accept("swap " + from + " and " + to);
      disk.put(to, disk.put(from, disk.get(to)));
    }
  }

  /** One goes, and those after it take the names before them. */
  private void renumber(Map<String, Lying> disk, String gone, Consumer<String> told) {
    told.accept("delete " + gone + " and renumber the rest");
    List<String> names =
        disk.keySet().stream().filter(path -> isSidecar(path) == isSidecar(gone)).toList();
    Map<String, Lying> rest = new TreeMap<>(disk);
    rest.remove(gone);
    List<Lying> left =
        rest.entrySet().stream()
            .filter(file -> names.contains(file.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    names.forEach(disk::remove);
    for (int i = 0; i < left.size(); i++) {
      disk.put(names.get(i), left.get(i));
    }
  }

  private void put(
      Map<String, Lying> disk, String path, Lying file, String what, Consumer<String> told) {
    told.accept(what + ": " + path + " is " + file);
    disk.put(path, file);
  }

  private Lying fresh(String path) {
    int content = ++contents;
    Lying file = new Lying(content, Lying.sizeOf(content), time());
    ever.get(isSidecar(path)).add(file);
    return file;
  }

  private long time() {
    return firstTime + (twins ? random.nextInt(2) : clock++);
  }

  private static boolean isSidecar(String path) {
    return path.endsWith(".xmp");
  }

  private String existing(Map<String, Lying> disk) {
    List<String> paths = new ArrayList<>(disk.keySet());
    return paths.isEmpty() ? null : paths.get(random.nextInt(paths.size()));
  }

  /** A path of the same role. */
  private String any(String like) {
    List<String> paths =
        PATHS.stream()
            .filter(path -> like == null || isSidecar(path) == isSidecar(like))
            .filter(path -> !path.equals(like))
            .toList();
    return paths.get(random.nextInt(paths.size()));
  }
}
