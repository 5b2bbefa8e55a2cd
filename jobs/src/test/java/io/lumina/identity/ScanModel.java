package io.lumina.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a scan believes of one folder: decision 002 and the last part of 070. */
final class ScanModel {
  private final List<KnownFile> known;
  private final Map<String, Lying> disk;
  private final Map<String, KnownFile> byPath = new HashMap<>();

  ScanModel(List<KnownFile> known, Map<String, Lying> disk) {
    this.known = known;
    this.disk = disk;
    known.forEach(file -> byPath.put(file.path, file));
  }

  /** For each path that need not be read the file that it is taken for. */
  Map<String, KnownFile> believed() {
    Map<String, KnownFile> believed = new TreeMap<>(moved());
    for (KnownFile file : known) {
      Lying now = disk.get(file.path);
      if (now != null && now.stamp().equals(file.listed.stamp()) && !isDoubted(now.stamp())) {
        believed.put(file.path, file);
      }
    }
    return believed;
  }

  /** A path where other bytes lie than the scan would believe. */
  java.util.Optional<String> deceiving() {
    return believed().entrySet().stream()
        .filter(taken -> taken.getValue().read != null)
        .filter(taken -> taken.getValue().read != disk.get(taken.getKey()).content())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Map<String, KnownFile> moved() {
    Map<String, KnownFile> moved = new TreeMap<>();
    for (String path : disk.keySet()) {
      if (byPath.containsKey(path)) {
        continue;
      }
      Lying now = disk.get(path);
      List<KnownFile> gone =
          known.stream()
              .filter(file -> isVanished(file) && isAlike(file.path, file.listed, path, now))
              .toList();
      long arrived =
          disk.keySet().stream()
              .filter(other -> !byPath.containsKey(other))
              .filter(other -> isAlike(other, disk.get(other), path, now))
              .count();
      if (gone.size() == 1 && arrived == 1 && isCertain(now.stamp())) {
        moved.put(path, gone.get(0));
      }
    }
    return moved;
  }

  private static boolean isAlike(String path, Lying file, String otherPath, Lying other) {
    return KnownFile.nameOf(path).equals(KnownFile.nameOf(otherPath))
        && file.stamp().equals(other.stamp());
  }

  private boolean isVanished(KnownFile file) {
    return file.present && !disk.containsKey(file.path);
  }

  private boolean isCertain(String stamp) {
    long vanished = withStamp(stamp).stream().filter(this::isVanished).count();
    long arrived =
        disk.entrySet().stream()
            .filter(file -> file.getValue().stamp().equals(stamp))
            .filter(
                file -> {
                  KnownFile before = byPath.get(file.getKey());
                  return before == null || !before.listed.stamp().equals(stamp);
                })
            .count();
    return !isAmbiguous(stamp) && arrived <= vanished;
  }

  private boolean isDoubted(String stamp) {
    boolean cameOrWent =
        withStamp(stamp).stream()
            .anyMatch(
                file -> {
                  Lying now = disk.get(file.path);
                  boolean isBack =
                      !file.present && now != null && now.stamp().equals(file.listed.stamp());
                  return isVanished(file) || isBack;
                });
    return cameOrWent && isAmbiguous(stamp);
  }

  private boolean isAmbiguous(String stamp) {
    List<KnownFile> all = withStamp(stamp);
    return all.size() > 1
        && (all.stream().anyMatch(file -> file.read == null)
            || all.stream().map(file -> file.read).distinct().count() > 1);
  }

  private List<KnownFile> withStamp(String stamp) {
    return known.stream().filter(file -> Objects.equals(file.listed.stamp(), stamp)).toList();
  }
}
