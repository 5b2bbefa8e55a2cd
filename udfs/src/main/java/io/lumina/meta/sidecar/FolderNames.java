package io.lumina.meta.sidecar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The pictures of one folder, found by what a sidecar is called. What it takes does not grow with
 * the folder.
 */
final class FolderNames {
  /** A beginning that more names share says nothing. */
  private static final int MOST_OF_ONE_BEGINNING = 16;

  /** Between the number of a copy and its title; no file name holds it. */
  private static final char BETWEEN = '\0';

  private final List<String> all;
  private final Map<String, List<String>> byName = new HashMap<>();
  private final Map<String, List<String>> byFront = new HashMap<>();
  private final NavigableMap<String, List<String>> byTitle;

  FolderNames(Collection<String> names) {
    this(names, Comparator.naturalOrder());
  }

  /**
   * Names in an order.
   *
   * @param order natural; a test counts what it compares
   */
  FolderNames(Collection<String> names, Comparator<String> order) {
    all = List.copyOf(new TreeSet<>(names));
    byTitle = new TreeMap<>(order);
    for (String name : all) {
      String key = Spelling.key(name);
      PictureName parts = PictureName.of(key);
      put(byName, key, name);
      put(byFront, parts.front(), name);
      put(byTitle, parts.number() + BETWEEN + parts.title(), name);
    }
  }

  /** All of them, sorted. */
  List<String> all() {
    return all;
  }

  /** The pictures of this name: exactly so, else in the spelling that comes nearest. */
  List<String> named(String name) {
    return Spelling.nearest(name, byName.getOrDefault(Spelling.key(name), List.of()));
  }

  /**
   * The pictures whose name without extension is this one, those of the nearest spelling. Of two
   * that differ by the case of their extension only, the one that is written like the sidecar.
   *
   * @param extension of the sidecar
   */
  List<String> ofFront(String front, String extension) {
    Map<String, List<String>> byKind = new TreeMap<>();
    List<String> found = byFront.getOrDefault(Spelling.key(front), List.of());
    for (String same :
        Spelling.nearest(front, found.stream().map(name -> PictureName.of(name).front()).toList())
            .stream()
            .distinct()
            .toList()) {
      found.stream()
          .filter(name -> PictureName.of(name).front().equals(same))
          .forEach(name -> put(byKind, Spelling.key(PictureName.of(name).extension()), name));
    }
    List<String> own = new ArrayList<>();
    for (List<String> alike : byKind.values()) {
      List<String> sameCase =
          alike.stream()
              .filter(name -> isUpper(PictureName.of(name).extension()) == isUpper(extension))
              .toList();
      own.addAll(sameCase.isEmpty() ? alike : sameCase);
    }
    own.sort(Comparator.naturalOrder());
    return own;
  }

  /**
   * The pictures whose title begins so, where that tells one picture from all others: its clip has
   * the same stem, and what was edited has more behind it.
   *
   * @param number of the copy; empty for most
   */
  List<String> beginning(String title, String number) {
    String key = Spelling.key(number) + BETWEEN + Spelling.key(title);
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : byTitle.tailMap(key, true).entrySet()) {
      if (!each.getKey().startsWith(key)) {
        break;
      }
      found.addAll(each.getValue());
      if (found.size() > MOST_OF_ONE_BEGINNING) {
        return List.of();
      }
    }
    List<String> stems =
        found.stream().map(name -> PictureName.of(name).stem()).distinct().toList();
    String first = stems.stream().min(Comparator.comparingInt(String::length)).orElse("");
    return stems.stream().allMatch(stem -> stem.equals(first) || EditedName.isOf(stem, first))
        ? found.stream().filter(name -> PictureName.of(name).stem().equals(first)).toList()
        : List.of();
  }

  private static boolean isUpper(String extension) {
    return extension.equals(extension.toUpperCase(Locale.ROOT));
  }

  private static void put(Map<String, List<String>> names, String key, String name) {
    names.computeIfAbsent(key, any -> new ArrayList<>(1)).add(name);
  }
}
