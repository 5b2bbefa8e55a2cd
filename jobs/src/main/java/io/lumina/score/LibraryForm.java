package io.lumina.score;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels by kind, group and burst, as generated libraries have them. A damaged file is a hard case
 * of the one that it was made from; black frames are featureless.
 */
final class LibraryForm implements TruthForm {
  static final List<String> COLUMNS = List.of("file", "kind", "group", "burst");

  private static final Set<String> NO_PICTURES = Set.of("sidecar", "other");
  private static final String CORRUPT = "corrupt";
  private static final String BLACK_FRAME = "black frame";

  @Override
  public Truth truth(String name, List<TruthLine> lines) {
    Map<String, String> families = families(lines);
    List<LabelledFile> pictures = new ArrayList<>();
    List<LabelledFile> others = new ArrayList<>();
    for (TruthLine line : lines) {
      String file = line.get("file");
      LabelledFile label =
          new LabelledFile(
              file, families.getOrDefault(file, ""), level(name, line), line.get("change"), "");
      (NO_PICTURES.contains(line.get("kind")) ? others : pictures).add(label);
    }
    return new Truth(pictures, others);
  }

  private static Map<String, String> families(List<TruthLine> lines) {
    Map<String, String> families = new HashMap<>();
    for (TruthLine line : lines) {
      String family = line.get("group").isEmpty() ? line.get("burst") : line.get("group");
      if (!family.isEmpty()) {
        families.put(line.get("file"), family);
      }
    }
    for (TruthLine line : lines) {
      String of = line.get("of");
      if (line.get("kind").equals(CORRUPT) && !of.isEmpty()) {
        families.put(line.get("file"), families.computeIfAbsent(of, alone -> "file " + alone));
      }
    }
    return families;
  }

  private static Level level(String name, TruthLine line) {
    String kind = line.get("kind");
    if (NO_PICTURES.contains(kind)) {
      return Level.ALONE;
    }
    if (kind.equals(CORRUPT)) {
      return Level.HARD;
    }
    if (line.get("change").equals(BLACK_FRAME)) {
      return Level.FLAT;
    }
    return Level.of(kind)
        .filter(level -> level != Level.ALONE)
        .orElseThrow(
            () ->
                new LuminaException(
                    ExitCode.USAGE,
                    ("%s: line %d has kind '%s'; it must be one of original, near, copy, metadata,"
                            + " hard, burst, corrupt, sidecar, other")
                        .formatted(name, line.number(), kind)));
  }
}
