package io.lumina.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.IntSupplier;

/** Decision 070 for the files of one folder, in plain Java. */
final class FilesModel {
  private static final List<BiPredicate<Claim, Claim>> LIKENESS =
      List.of(
          (file, left) ->
              file.since == left.since && file.name().equals(left.name()) && file.time == left.time,
          (file, left) -> file.since == left.since && file.name().equals(left.name()),
          (file, left) -> file.since == left.since,
          (file, left) -> file.name().equals(left.name()),
          (file, left) -> true);

  private final List<KnownFile> files;
  private final IntSupplier newId;

  FilesModel(List<KnownFile> files, IntSupplier newId) {
    this.files = new ArrayList<>(files);
    this.newId = newId;
  }

  List<KnownFile> files() {
    return files;
  }

  FilesModel copy() {
    return new FilesModel(files.stream().map(KnownFile::copy).toList(), newId);
  }

  void scan(int run, Map<String, Lying> disk) {
    Map<String, KnownFile> believed = new ScanModel(files, disk).believed();
    Set<String> unknown = new TreeSet<>(disk.keySet());
    files.forEach(file -> unknown.remove(file.path));
    for (Map.Entry<String, KnownFile> taken : believed.entrySet()) {
      KnownFile file = taken.getValue();
      boolean moved = unknown.remove(taken.getKey());
      if (moved || !file.present) {
        file.since = run;
      }
      if (!file.present && file.read == null) {
        file.gap = true;
      }
      file.present = true;
      file.path = taken.getKey();
      file.listed = disk.get(file.path);
    }
    for (KnownFile file : files) {
      Lying now = disk.get(file.path);
      if (now == null && file.present) {
        file.present = false;
        file.since = run;
      } else if (now != null && believed.get(file.path) != file) {
        file.gap |= !file.present;
        file.present = true;
        file.listed = now;
        file.since = run;
        file.read = null;
        file.open = true;
      }
    }
    unknown.forEach(path -> files.add(new KnownFile(path, newId.getAsInt(), disk.get(path), run)));
  }

  /** Reads what is as it was listed, and gives ids. */
  void analyze(Map<String, Lying> disk) {
    for (KnownFile file : files) {
      if (file.present && file.read == null && file.listed.equals(disk.get(file.path))) {
        file.read = file.listed.content();
      }
    }
    List<KnownFile> wanting =
        files.stream()
            .filter(file -> file.open && file.read != null && !file.read.equals(file.content))
            .sorted(
                Comparator.comparing((KnownFile file) -> !file.present)
                    .thenComparing(file -> file.path))
            .toList();
    List<KnownFile> others = files.stream().filter(file -> !wanting.contains(file)).toList();
    Map<KnownFile, KnownFile> taken = taken(wanting, others);
    Map<KnownFile, Integer> ids = new LinkedHashMap<>();
    Map<KnownFile, Boolean> waits = new LinkedHashMap<>();
    List<KnownFile> parted = new ArrayList<>();
    for (KnownFile file : wanting) {
      boolean waiting =
          !taken.containsKey(file)
              && others.stream()
                  .anyMatch(
                      other ->
                          other.present
                              && other.read == null
                              && isOne(file, file.read, other, other.content));
      waits.put(file, waiting);
      if (taken.containsKey(file)) {
        ids.put(file, taken.get(file).id);
      } else if (taken.containsValue(file) || !keeps(file, waiting, wanting, others)) {
        ids.put(file, newId.getAsInt());
        parted.add(file);
      }
    }
    // Not before all are judged: what a file held is known to those that come after it.
    for (KnownFile file : parted) {
      file.content = null;
      file.gap = false;
    }
    files.removeIf(file -> taken.containsValue(file) && !wanting.contains(file));
    ids.forEach((file, id) -> file.id = id);
    for (KnownFile file : files) {
      if (file.read != null && !waits.getOrDefault(file, false)) {
        file.settle();
      }
    }
  }

  private static boolean keeps(
      KnownFile file, boolean waiting, List<KnownFile> wanting, List<KnownFile> others) {
    if (file.content == null || waiting) {
      return true;
    }
    boolean lies =
        wanting.stream()
                .anyMatch(other -> other.present && isOne(file, file.content, other, other.read))
            || others.stream()
                .anyMatch(
                    other ->
                        other.present
                            && (isOne(file, file.content, other, other.read)
                                || mayHold(other, file)));
    boolean known =
        wanting.stream().anyMatch(other -> isOne(file, file.read, other, other.content))
            || others.stream().anyMatch(other -> isOne(file, file.read, other, other.known()));
    return !file.gap && !lies && !known;
  }

  /** Whether what could not be read may be what another file held. */
  private static boolean mayHold(KnownFile unread, KnownFile file) {
    return unread.read == null
        && unread.isSidecar() == file.isSidecar()
        && unread.listed.size() == file.contentSize;
  }

  private static Map<KnownFile, KnownFile> taken(List<KnownFile> wanting, List<KnownFile> others) {
    List<Claim> left = new ArrayList<>();
    for (KnownFile file : wanting) {
      if (file.content != null) {
        left.add(new Claim(file, file.content, file.gap ? 0 : file.since, 0));
      }
    }
    for (KnownFile file : others) {
      if (!file.present && file.known() != null) {
        left.add(new Claim(file, file.known(), file.since, file.listed.time()));
      }
    }
    left.sort(
        Comparator.comparing((Claim claim) -> !claim.file.present)
            .thenComparing(claim -> claim.file.path));
    Map<KnownFile, KnownFile> taken = new LinkedHashMap<>();
    for (BiPredicate<Claim, Claim> likeness : LIKENESS) {
      for (KnownFile file : wanting) {
        Claim wants = new Claim(file, file.read, file.since, file.listed.time());
        if (taken.containsKey(file)) {
          continue;
        }
        left.stream()
            .filter(claim -> !taken.containsValue(claim.file))
            .filter(claim -> isOne(file, file.read, claim.file, claim.content))
            .filter(claim -> likeness.test(wants, claim))
            .findFirst()
            .ifPresent(claim -> taken.put(file, claim.file));
      }
    }
    return taken;
  }

  private static boolean isOne(KnownFile file, Integer content, KnownFile other, Integer its) {
    return file.isSidecar() == other.isSidecar() && content != null && Objects.equals(content, its);
  }

  private record Claim(KnownFile file, int content, int since, long time) {
    String name() {
      return file.name();
    }
  }
}
