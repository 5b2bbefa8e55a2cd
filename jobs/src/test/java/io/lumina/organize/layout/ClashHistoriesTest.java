package io.lumina.organize.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Libraries that grow, planned and applied night after night. */
class ClashHistoriesTest {
  private static final int HISTORIES = 2_000;
  private static final int NIGHTS = 4;
  private static final List<String> STEMS = List.of("IMG", "img", "e\u0301", "\u00e9", "IMG.jpg");
  private static final List<String> ENDINGS = List.of(".jpg", ".JPG", ".CR2", ".mov");

  private static final Folding BLIND =
      path -> Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);

  @Test
  void a_second_plan_is_empty_and_what_lies_at_its_place_never_moves() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      new History(seed).live();
    }
  }

  /** One library, its target, and where each file went. */
  private static final class History {
    private final long seed;
    private final Random random;
    private final OnClash onClash;
    private final Clashes clashes;
    private final Map<String, Unit> library = new HashMap<>();
    private final Map<String, String> target = new HashMap<>();
    private final Map<Unit, PlacedUnit> before = new HashMap<>();

    History(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.onClash = OnClash.values()[random.nextInt(3)];
      Folding folding = random.nextBoolean() ? BLIND : Units.CASE_TOLD;
      UnitPlaces places =
          new UnitPlaces(Layout.of(Strategy.FLAT), 100 + random.nextInt(156), folding);
      this.clashes = new Clashes(places, onClash);
      for (int stranger = random.nextInt(3); stranger > 0; stranger--) {
        target.put(folding.key(stem() + ending()), "not read");
      }
    }

    void live() {
      for (int night = 0; night < NIGHTS; night++) {
        arrive(random.nextInt(5));
        apply(plan(), random.nextInt(4) == 0);
        apply(plan(), false);
        List<PlacedUnit> again = plan();
        assertThat(again).as("seed %d", seed).noneMatch(PlacedUnit::changesSomething);
        again.forEach(unit -> before.put(unit.unit(), unit));
      }
    }

    private void arrive(int count) {
      for (int i = 0; i < count; i++) {
        String folder = "/in/" + random.nextInt(3) + "/";
        String stem = stem();
        List<UnitFile> files = new ArrayList<>();
        UnitFile first = Units.primary(folder + stem + ending(), content());
        files.add(first);
        if (random.nextBoolean()) {
          files.add(Units.other(folder + stem + ".MOV", content()));
        }
        if (random.nextBoolean()) {
          String name = (random.nextBoolean() ? first.name() : stem) + ".xmp";
          files.add(Units.sidecar(folder + name, content(), first.name()));
        }
        // What lies there already may get a clip or a sidecar, or come with fewer of them.
        library.put(first.source(), Units.unit(files.toArray(UnitFile[]::new)));
      }
    }

    /** The same from whatever order; and no unit of before anywhere else. */
    private List<PlacedUnit> plan() {
      List<Unit> units = new ArrayList<>(library.values());
      Collections.shuffle(units, random);
      List<PlacedUnit> plan = clashes.resolve(units, key -> Optional.ofNullable(target.get(key)));
      for (PlacedUnit placed : plan) {
        PlacedUnit earlier = before.get(placed.unit());
        if (earlier != null && earlier.outcome() == Outcome.ALREADY_THERE) {
          assertThat(placed).as("seed %d, a later night", seed).isEqualTo(earlier);
        }
      }
      return plan;
    }

    private void apply(List<PlacedUnit> plan, boolean stopsHalfWay) {
      for (PlacedUnit unit : plan) {
        if (!unit.changesSomething()) {
          continue;
        }
        for (PlacedFile file : unit.files()) {
          if (stopsHalfWay && random.nextInt(3) == 0) {
            return;
          }
          String key = clashes.key(file.target());
          String there = target.putIfAbsent(key, file.file().sha256());
          assertThat(Optional.ofNullable(there).orElse(file.file().sha256()))
              .as("seed %d, overwritten: %s", seed, file.target())
              .isEqualTo(file.file().sha256());
        }
      }
      if (onClash != OnClash.SKIP && !stopsHalfWay) {
        library.values().stream()
            .flatMap(unit -> unit.files().stream())
            .forEach(file -> assertThat(target).as("seed %d", seed).containsValue(file.sha256()));
      }
    }

    /** Few contents, so that many are copies of each other. */
    private String content() {
      return Units.sha(Integer.toHexString(random.nextInt(16)));
    }

    private String stem() {
      String stem = STEMS.get(random.nextInt(STEMS.size()));
      return switch (random.nextInt(6)) {
        case 0 -> stem.repeat(70 / stem.length() + 1);
        case 1 -> stem + "_" + content().substring(0, 8);
        default -> stem;
      };
    }

    private String ending() {
      return ENDINGS.get(random.nextInt(ENDINGS.size()));
    }
  }
}
