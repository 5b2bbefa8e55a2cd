package io.lumina.resolve;

import io.lumina.meta.xmp.XmpAdditions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a kept picture has to learn from those that go for it.
 *
 * @param additions what it does not know yet
 * @param conflicts in words: what both know and say differently, to be decided by a person
 */
record Consolidation(XmpAdditions additions, List<String> conflicts) {
  private static final int SURE = 90;
  private static final double MOST_METRES = 100;
  private static final double METRES_OF_DEGREE = 111_320;

  Consolidation {
    conflicts = List.copyOf(conflicts);
  }

  /** Sets are joined, the highest rating wins, the rest is what the kept one says, if anything. */
  static Consolidation of(Knowledge kept, List<Knowledge> going) {
    List<String> conflicts = new ArrayList<>();
    XmpAdditions additions =
        new XmpAdditions(
            rating(kept, going),
            keywords(kept, going),
            text("title", Knowledge::title, kept, going, conflicts),
            text("description", Knowledge::description, kept, going, conflicts),
            position(kept, going, conflicts),
            taken(kept, going));
    return new Consolidation(additions, conflicts);
  }

  /** In words for a person: what the picture learns. */
  String words() {
    List<String> words = new ArrayList<>();
    additions.rating().ifPresent(stars -> words.add("rating " + stars));
    if (!additions.keywords().isEmpty()) {
      words.add("keywords " + String.join(", ", additions.keywords()));
    }
    additions.title().ifPresent(text -> words.add("title '" + text + "'"));
    additions.description().ifPresent(text -> words.add("description '" + text + "'"));
    additions
        .position()
        .ifPresent(
            place ->
                words.add(
                    String.format(
                        Locale.ROOT, "position %.5f, %.5f", place.north(), place.east())));
    additions.taken().ifPresent(time -> words.add("time " + time));
    return words.isEmpty() ? "what their sidecars say" : String.join("; ", words);
  }

  private static Optional<Integer> rating(Knowledge kept, List<Knowledge> going) {
    return going.stream()
        .flatMap(picture -> picture.rating().stream())
        .max(Integer::compare)
        .filter(most -> kept.rating().isEmpty() || kept.rating().get() < most);
  }

  private static List<String> keywords(Knowledge kept, List<Knowledge> going) {
    Set<String> more = new LinkedHashSet<>();
    going.forEach(picture -> more.addAll(picture.keywords()));
    kept.keywords().forEach(more::remove);
    return List.copyOf(more);
  }

  private static Optional<String> text(
      String name,
      Function<Knowledge, Optional<String>> field,
      Knowledge kept,
      List<Knowledge> going,
      List<String> conflicts) {
    Set<String> said = new LinkedHashSet<>();
    field.apply(kept).map(String::strip).ifPresent(said::add);
    going.forEach(picture -> field.apply(picture).map(String::strip).ifPresent(said::add));
    if (said.size() > 1) {
      conflicts.add("Two %ss: '%s'".formatted(name, String.join("' and '", said)));
      return Optional.empty();
    }
    return field.apply(kept).isPresent() ? Optional.empty() : said.stream().findFirst();
  }

  private static Optional<XmpAdditions.Position> position(
      Knowledge kept, List<Knowledge> going, List<String> conflicts) {
    List<Knowledge> placed = new ArrayList<>();
    for (Knowledge picture : joined(kept, going)) {
      if (picture.north().isPresent() && picture.east().isPresent()) {
        placed.add(picture);
      }
    }
    for (Knowledge other : placed) {
      double metres = metres(placed.get(0), other);
      if (metres > MOST_METRES) {
        conflicts.add(
            "Two positions %.0f m apart: %s and %s"
                .formatted(metres, placed.get(0).path(), other.path()));
        return Optional.empty();
      }
    }
    return placed.isEmpty() || placed.get(0) == kept
        ? Optional.empty()
        : Optional.of(
            new XmpAdditions.Position(
                placed.get(0).north().orElseThrow(), placed.get(0).east().orElseThrow()));
  }

  private static List<Knowledge> joined(Knowledge kept, List<Knowledge> going) {
    List<Knowledge> all = new ArrayList<>();
    all.add(kept);
    all.addAll(going);
    return all;
  }

  /** On a plane, which is near enough for places a hundred metres apart. */
  private static double metres(Knowledge one, Knowledge other) {
    double north = one.north().orElseThrow() - other.north().orElseThrow();
    double east = one.east().orElseThrow() - other.east().orElseThrow();
    double round = Math.min(Math.abs(east), 360 - Math.abs(east));
    double scale = Math.cos(Math.toRadians(one.north().orElseThrow()));
    return METRES_OF_DEGREE * Math.hypot(north, round * scale);
  }

  private static Optional<String> taken(Knowledge kept, List<Knowledge> going) {
    return kept.confidence() >= SURE
        ? Optional.empty()
        : going.stream()
            .filter(picture -> picture.confidence() >= SURE)
            .max(java.util.Comparator.comparingInt(Knowledge::confidence))
            .flatMap(Knowledge::taken);
  }
}
