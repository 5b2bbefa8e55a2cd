package io.lumina.organize.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of one unit below a target: one folder and one stem for all of its files. What makes
 * them clean and short is done once; a suffix is then quickly added.
 */
final class UnitNames {
  /** An underscore and eight digits. */
  private static final int MARK = 9;

  private final UnitPlaces places;
  private final Unit unit;
  private final String folder;
  private final String stem;
  private final int stemBytes;
  private final Map<UnitFile, String> tails = new HashMap<>();
  private final int reserved;

  UnitNames(UnitPlaces places, Unit unit) {
    this.places = places;
    this.unit = unit;
    Template template = places.layout().template();
    List<String> folders = new ArrayList<>();
    if (!unit.under().isEmpty()) {
      folders.add(unit.under());
    }
    folders.addAll(template.folders(unit.primary(), unit.facts(), places.longestName()));
    this.folder = String.join("/", folders);
    this.stem = template.stem(unit.primary(), unit.facts());
    this.stemBytes = CleanName.bytes(stem);
    unit.files().forEach(file -> tails.put(file, tail(file)));
    this.reserved = longestTail() + (tailsCollide() ? 2 * MARK : 0);
  }

  Unit unit() {
    return unit;
  }

  String folder() {
    return folder;
  }

  /** Place of the leading file alone, as {@link #suffixed} has it. */
  FilePlace lead(String suffix) {
    UnitFile primary = unit.primary();
    return new FilePlace(primary, inFolder(base(suffix) + tails.get(primary)));
  }

  private String base(String suffix) {
    int room = places.longestName() - CleanName.bytes(suffix) - reserved;
    return (stemBytes <= room ? stem : orUnknown(CleanName.name(stem, room))) + suffix;
  }

  private String inFolder(String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** Places of all files, in the order of the unit, with this behind their common stem. */
  List<FilePlace> suffixed(String suffix) {
    String base = base(suffix);
    Map<UnitFile, String> fronts = new HashMap<>();
    Set<String> used = new HashSet<>();
    List<FilePlace> found = new ArrayList<>();
    for (UnitFile file : unit.files()) {
      String name = "";
      for (int turn = -1; name.isEmpty() || !used.add(key(name)); turn++) {
        String mark = turn < 0 ? "" : "_" + Checksums.again(file.sha256(), turn);
        name = name(file, base, mark, fronts);
      }
      found.add(new FilePlace(file, inFolder(name)));
    }
    return found;
  }

  /** The name of a picture, or of a sidecar whose picture has its own already. */
  private String name(UnitFile file, String base, String mark, Map<UnitFile, String> fronts) {
    if (file.sidecarOf().isEmpty() || file.primary()) {
      fronts.put(file, base + mark);
      return base + mark + tails.get(file);
    }
    UnitFile picture = pictureOf(file);
    String front = fronts.get(picture);
    boolean pictureKeepsName = (front + tails.get(picture)).equals(picture.name());
    if (pictureKeepsName || tails.get(file).isEmpty()) {
      FileName own = FileName.of(file.name());
      int room = places.longestName() - mark.length() - own.tail().length();
      return orUnknown(CleanName.name(own.stem(), room)) + mark + own.tail();
    }
    return front + mark + tails.get(file);
  }

  private String tail(UnitFile file) {
    if (file.sidecarOf().isEmpty() || file.primary()) {
      FileName own = FileName.of(file.name());
      return places.layout().strategy().addressesContent() ? own.lowerCase().tail() : own.tail();
    }
    UnitFile picture = pictureOf(file);
    return SidecarTail.of(file.name(), picture.name(), tail(picture)).orElse("");
  }

  /** The one that it names, as people read names; else the one that leads. */
  private UnitFile pictureOf(UnitFile sidecar) {
    String name = sidecar.sidecarOf().orElse("");
    List<UnitFile> pictures =
        unit.files().stream().filter(f -> f.primary() || f.sidecarOf().isEmpty()).toList();
    return pictures.stream()
        .filter(picture -> picture.name().equals(name))
        .findFirst()
        .or(() -> pictures.stream().filter(p -> asRead(p.name()).equals(asRead(name))).findFirst())
        .orElse(unit.primary());
  }

  private int longestTail() {
    return tails.values().stream().mapToInt(CleanName::bytes).max().orElse(0);
  }

  private boolean tailsCollide() {
    long different = tails.values().stream().map(UnitNames::asRead).distinct().count();
    return different < tails.size();
  }

  private String key(String name) {
    return places.folding().key(asRead(name));
  }

  /** Even where a target tells case apart, the next one may not. */
  private static String asRead(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static String orUnknown(String name) {
    return name.isEmpty() ? "unknown" : name;
  }
}
