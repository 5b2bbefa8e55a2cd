package io.lumina.meta.sidecar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which pictures of a folder the JSON files of Google Takeout speak of. They are called {@code
 * NAME.EXT.json} or {@code NAME.json}; {@code .supplemental-metadata} may stand before {@code
 * .json}, whole or cut at any letter; a name that gets too long is cut, and the number of a copy
 * stands behind the cut. An edited picture and the clip of a Live Photo have no JSON of their own:
 * theirs is that of the original, and of the still.
 */
final class TakeoutNames {
  /** Google cuts what stands before {@code .json} here, so that the whole has 51 characters. */
  private static final int CUT = 46;

  private static final String SUPPLEMENT = "supplemental-metadata";

  private static final Set<String> CLIPS = Set.of(".mp4", ".mov", ".m4v", ".mp", ".mv", ".3gp");

  private final FolderNames names;
  private final Map<String, List<String>> jsonOf = new HashMap<>();
  private final List<String> orphans = new ArrayList<>();

  TakeoutNames(FolderNames names) {
    this.names = names;
  }

  /** The pictures of each of these JSON files, sorted by file. */
  Map<String, List<String>> assign(List<String> jsons) {
    for (String json : jsons) {
      List<String> pictures = ownPictures(json);
      pictures.forEach(picture -> give(json, picture));
      if (pictures.isEmpty()) {
        orphans.add(json);
      }
    }
    for (String json : orphans) {
      heirsOfNobody(json).stream()
          .filter(picture -> !jsonOf.containsKey(picture))
          .toList()
          .forEach(picture -> give(json, picture));
    }
    if (!jsonOf.isEmpty()) {
      inherit();
    }
    Map<String, List<String>> assigned = new TreeMap<>();
    for (String picture : names.all()) {
      for (String json : jsonOf.getOrDefault(picture, List.of())) {
        assigned.computeIfAbsent(json, key -> new ArrayList<>()).add(picture);
      }
    }
    return assigned;
  }

  private void give(String json, String picture) {
    jsonOf.computeIfAbsent(picture, key -> new ArrayList<>()).add(json);
  }

  /** By the title that is in the name of the JSON. */
  private List<String> ownPictures(String json) {
    PictureName file = PictureName.of(json);
    List<Title> titles = titles(file.front());
    for (Title title : titles) {
      List<String> found = names.named(title.numbered());
      if (!found.isEmpty()) {
        return found;
      }
    }
    for (Title title : titles) {
      List<String> found = names.ofFront(title.text + title.number, file.extension());
      if (!found.isEmpty()) {
        return found;
      }
    }
    Title whole = titles.get(titles.size() - 1);
    return Spelling.composed(whole.text).length() < CUT
        ? List.of()
        : names.beginning(whole.text, whole.number);
  }

  /** What may be meant: first without what looks like the supplement, then all of it. */
  private static List<Title> titles(String front) {
    PictureName parts = PictureName.of(front, "");
    String text = parts.stem();
    String number = parts.number();
    int dot = text.lastIndexOf('.');
    return dot > 0 && SUPPLEMENT.startsWith(text.substring(dot + 1).toLowerCase(Locale.ROOT))
        ? List.of(new Title(text.substring(0, dot), number), new Title(text, number))
        : List.of(new Title(text, number));
  }

  /** Pictures of a JSON whose own picture is not there: clips, and what is surely edited. */
  private List<String> heirsOfNobody(String json) {
    PictureName file = PictureName.of(json);
    List<String> heirs = new ArrayList<>();
    for (Title title : titles(file.front())) {
      PictureName picture = PictureName.of(title.numbered());
      names.ofFront(picture.front(), file.extension()).stream()
          .filter(TakeoutNames::isClip)
          .forEach(heirs::add);
      for (String word : EditedName.WORDS) {
        heirs.addAll(
            names.named(picture.stem() + "-" + word + picture.number() + picture.extension()));
      }
    }
    return heirs;
  }

  /** Gives each picture without a JSON those of its still or its original. */
  private void inherit() {
    Map<String, List<String>> inherited = new HashMap<>();
    for (String picture : names.all()) {
      if (!jsonOf.containsKey(picture)) {
        donor(picture).ifPresent(donor -> inherited.put(picture, jsonOf.get(donor)));
      }
    }
    jsonOf.putAll(inherited);
  }

  private Optional<String> donor(String picture) {
    PictureName parts = PictureName.of(picture);
    List<String> donors = new ArrayList<>();
    if (isClip(picture)) {
      donors.addAll(names.ofFront(parts.front(), parts.extension()));
    }
    EditedName.original(parts.stem())
        .map(stem -> stem + parts.number())
        .ifPresent(
            front -> {
              donors.addAll(names.named(front + parts.extension()));
              donors.addAll(names.ofFront(front, parts.extension()));
            });
    return donors.stream().filter(jsonOf::containsKey).findFirst();
  }

  private static boolean isClip(String picture) {
    return CLIPS.contains(PictureName.of(picture).extension().toLowerCase(Locale.ROOT));
  }

  /** A title in the name of a JSON, and the number behind it. */
  private record Title(String text, String number) {
    /** The name that the picture has: its number stands before the extension. */
    String numbered() {
      int dot = text.lastIndexOf('.');
      return dot < 0 ? text + number : text.substring(0, dot) + number + text.substring(dot);
    }
  }
}
