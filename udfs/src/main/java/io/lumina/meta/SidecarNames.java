package io.lumina.meta;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which pictures of one folder a sidecar speaks of. Case does not matter.
 *
 * <ul>
 *   <li>{@code IMG_1.jpg.xmp} and {@code IMG_1.jpg.json} belong to {@code IMG_1.jpg}.
 *   <li>{@code IMG_1.xmp} belongs to every picture with that stem, so to RAW and JPEG both.
 *   <li>Google Takeout: {@code IMG_2.jpg(1).json} belongs to {@code IMG_2(1).jpg}; an {@code
 *       -edited} picture shares its original's sidecar; names are cut (46 characters before {@code
 *       .json}, 51 with it); {@code .supplemental-metadata} may stand before {@code .json}, whole
 *       or cut.
 * </ul>
 */
public final class SidecarNames {
  /** Takeout cuts the name before {@code .json} here. */
  private static final int CUT = 46;

  private static final String SUPPLEMENT = "supplemental-metadata";

  private static final Pattern COUNTER = Pattern.compile("(.*)(\\(\\d+\\))");

  private static final Set<String> SIDECARS = Set.of("xmp", "json");

  private SidecarNames() {}

  /**
   * The pictures of each sidecar among the names of one folder, sorted. Sidecars without a picture
   * are left out.
   */
  public static Map<String, List<String>> assign(Collection<String> names) {
    Map<String, Set<String>> byName = new TreeMap<>();
    Map<String, Set<String>> byStem = new TreeMap<>();
    for (String name : new TreeSet<>(names)) {
      if (!SIDECARS.contains(ending(lower(name)))) {
        byName.computeIfAbsent(lower(name), key -> new TreeSet<>()).add(name);
        byStem.computeIfAbsent(stem(lower(name)), key -> new TreeSet<>()).add(name);
      }
    }
    Map<String, List<String>> assigned = new TreeMap<>();
    for (String sidecar : names) {
      Set<String> pictures =
          switch (ending(lower(sidecar))) {
            case "xmp" -> ofXmp(stem(lower(sidecar)), byName, byStem);
            case "json" -> ofJson(stem(lower(sidecar)), byName, byStem);
            default -> Set.of();
          };
      if (!pictures.isEmpty()) {
        assigned.put(sidecar, List.copyOf(pictures));
      }
    }
    return assigned;
  }

  private static Set<String> ofXmp(
      String base, Map<String, Set<String>> byName, Map<String, Set<String>> byStem) {
    Set<String> exact = byName.getOrDefault(base, Set.of());
    return exact.isEmpty() ? byStem.getOrDefault(base, Set.of()) : exact;
  }

  private static Set<String> ofJson(
      String base, Map<String, Set<String>> byName, Map<String, Set<String>> byStem) {
    Set<String> found = new LinkedHashSet<>();
    for (String picture : titles(base)) {
      found.addAll(byName.getOrDefault(picture, Set.of()));
      found.addAll(byName.getOrDefault(edited(picture), Set.of()));
      if (!found.isEmpty()) {
        return found;
      }
    }
    if (base.length() >= CUT) {
      return ofCutName(base, byName);
    }
    return byStem.getOrDefault(base, Set.of());
  }

  /** What a picture may be called whose sidecar has this name before {@code .json}. */
  private static List<String> titles(String base) {
    List<String> titles = new ArrayList<>();
    Matcher counter = COUNTER.matcher(base);
    String counted = counter.matches() ? counter.group(2) : "";
    String plain = counter.matches() ? counter.group(1) : base;
    int dot = plain.lastIndexOf('.');
    boolean supplemented = dot > 0 && SUPPLEMENT.startsWith(plain.substring(dot + 1));
    String title = supplemented ? plain.substring(0, dot) : plain;
    titles.add(counted.isEmpty() ? title : withCounter(title, counted));
    titles.add(base);
    return titles;
  }

  private static String withCounter(String name, String counter) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name + counter : name.substring(0, dot) + counter + name.substring(dot);
  }

  private static String edited(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name + "-edited" : name.substring(0, dot) + "-edited" + name.substring(dot);
  }

  /** A cut sidecar is the beginning of exactly one picture's name; of several it may be any. */
  private static Set<String> ofCutName(String base, Map<String, Set<String>> byName) {
    List<Set<String>> beginning =
        byName.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(base))
            .map(Map.Entry::getValue)
            .toList();
    return beginning.size() == 1 ? beginning.get(0) : Set.of();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
