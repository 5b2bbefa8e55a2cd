package io.lumina.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who looks at the pictures of one folder and says things of them. Knows what lay where and when,
 * and no rule by which ids are given; still, two things must hold for whoever judges pictures.
 */
final class Person {
  /** What lay where, each time that a scan or an analysis looked. */
  private final List<Map<String, Integer>> sights = new ArrayList<>();

  private final Map<Integer, Set<String>> everSaid = new HashMap<>();

  /** Of contents that were judged once, and neither edited nor copied. */
  private final Map<Integer, String> saidOnce = new LinkedHashMap<>();

  /** What was said of paths whose content could not be read, then or later: it stays there. */
  private final Set<String> saidBlindly = new HashSet<>();

  void sees(Map<String, Lying> disk) {
    Map<String, Integer> sight = new HashMap<>();
    disk.forEach((path, file) -> sight.put(path, file.content()));
    sights.add(sight);
  }

  void says(PublishedModel.Published row) {
    if (row.content == null) {
      saidBlindly.add(row.status);
      // Of whatever lies there: perhaps of one that was judged before.
      saidOnce.clear();
      return;
    }
    boolean isFirst = !everSaid.containsKey(row.content);
    everSaid.computeIfAbsent(row.content, any -> new HashSet<>()).add(row.status);
    if (isFirst && !row.status.equals("active")) {
      saidOnce.put(row.content, row.status);
    } else {
      saidOnce.remove(row.content);
    }
  }

  /** What was said since is gone with the database. */
  void forgets() {
    saidOnce.clear();
  }

  /** What is wrong with what is shown, if anything. */
  Optional<String> complains(PublishedModel shown) {
    shown.rows().stream()
        .filter(row -> row.content == null)
        .forEach(
            row -> {
              saidBlindly.add(row.status);
              // What a path held that could not be read is not known any more.
              saidOnce.values().removeIf(row.status::equals);
            });
    return shown.rows().stream()
        .filter(row -> !row.status.equals("active") && row.content != null)
        .filter(row -> !mayBeSaidOf(row.content, row.status))
        .map(row -> row.path + " is " + row.status + ", which nobody said of this picture")
        .findFirst()
        .or(() -> lost(shown));
  }

  /** Of the very content, or of one that this one may be an edit of. */
  private boolean mayBeSaidOf(Integer content, String status) {
    if (saidBlindly.contains(status)) {
      return true;
    }
    Set<Integer> judged = new HashSet<>();
    List<Integer> open = new ArrayList<>(List.of(content));
    while (!open.isEmpty()) {
      Integer next = open.remove(open.size() - 1);
      if (judged.add(next)) {
        if (everSaid.getOrDefault(next, Set.of()).contains(status)) {
          return true;
        }
        open.addAll(mayBeEditOf(next));
      }
    }
    return false;
  }

  /** What lay at a path before this did, and nowhere when this came there. */
  private Set<Integer> mayBeEditOf(Integer content) {
    Set<Integer> before = new HashSet<>();
    for (int later = 1; later < sights.size(); later++) {
      Map<String, Integer> sight = sights.get(later);
      for (String path : sight.keySet()) {
        if (sight.get(path).equals(content)) {
          for (Map<String, Integer> earlier : sights.subList(0, later)) {
            Integer was = earlier.get(path);
            if (was != null && !was.equals(content) && !sight.containsValue(was)) {
              before.add(was);
            }
          }
        }
      }
    }
    return before;
  }

  private Optional<String> lost(PublishedModel shown) {
    Set<Integer> edited = new HashSet<>();
    Set<Integer> all = new HashSet<>();
    sights.forEach(sight -> all.addAll(sight.values()));
    all.forEach(content -> edited.addAll(mayBeEditOf(content)));
    for (Map.Entry<Integer, String> said : saidOnce.entrySet()) {
      Integer content = said.getKey();
      boolean isCopied =
          sights.stream()
              .anyMatch(sight -> sight.values().stream().filter(content::equals).count() > 1);
      boolean isShown =
          shown.rows().stream()
              .anyMatch(
                  row ->
                      Objects.equals(row.content, content) && row.status.equals(said.getValue()));
      boolean isKept =
          shown.rows().stream().noneMatch(row -> Objects.equals(row.content, content))
              && shown.kept().stream()
                  .anyMatch(
                      kept ->
                          Objects.equals(kept.content(), content)
                              && kept.status().equals(said.getValue()));
      if (!isCopied && !edited.contains(content) && !isShown && !isKept) {
        return Optional.of("content " + content + " was said to be " + said.getValue());
      }
    }
    return Optional.empty();
  }
}
