package io.lumina.organize.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a template, a tag or a name says: nothing leaves the target. */
class HostileNamesTest {
  private static final int TRIES = 100_000;
  private static final long SEED = 131;
  private static final Path ROOT = Path.of("/library/target");

  private static final List<String> PARTS =
      List.of(
          "..",
          ".",
          "/",
          "/",
          "\\",
          "~",
          "a",
          "..\\",
          "{",
          "}",
          "{yyyy}",
          "{name}",
          "{stem}",
          "{ext}",
          "{make}",
          "{folder}",
          "{city}",
          "{burst}",
          "{catalog}",
          "{yyyy-MM}",
          "{sha8}",
          " ",
          "\n",
          "\u202e",
          ":",
          "CON",
          "{model}.",
          "{.}",
          "{yyyy..}",
          "\u00e9",
          "_",
          "-");

  private static final List<String> TEXTS =
      List.of(
          "..",
          ".",
          "../../../etc",
          "/etc/passwd",
          "\\\\host\\share",
          "a/../../b",
          "~",
          "~root",
          "\u0000",
          "\n",
          "CON",
          "nul.txt",
          "a.",
          " ",
          "",
          "\u202e",
          "\ud800",
          "x".repeat(260),
          "e\u0301".repeat(90),
          "\u0301".repeat(130),
          "\ud83d\ude00".repeat(65),
          "C:",
          "%2e%2e%2f",
          "\uff0e\uff0e\uff0f",
          "lost+found",
          ".lumina-trash",
          "\u200d",
          "name.jpg",
          "\u2028..");

  @Test
  void a_hundred_thousand_templates_and_names_never_leave_the_root() {
    Random random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < TRIES; i++) {
      String text = joined(random, PARTS, 1 + random.nextInt(7));
      Template template;
      try {
        template = Template.parse(text);
      } catch (LuminaException e) {
        assertThat(e.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(e.getMessage().chars()).as(text).noneMatch(Character::isISOControl);
        refused++;
        continue;
      }
      int longest = 100 + random.nextInt(156);
      UnitPlaces places =
          new UnitPlaces(new Layout(Strategy.TEMPLATE, template), longest, Units.CASE_TOLD);
      for (FilePlace place : new UnitNames(places, unit(random)).suffixed(suffix(random))) {
        assertInside(place.target(), longest, text);
      }
    }
    assertThat(refused).as("templates that are wrong").isBetween(TRIES / 10, TRIES * 9 / 10);
  }

  private static void assertInside(String target, int longest, String template) {
    if (!ROOT.resolve(target).normalize().startsWith(ROOT)
        || !ROOT.resolve(target).normalize().equals(ROOT.resolve(target))
        || target.contains("\\")
        || Units.names(target).anyMatch(name -> isBad(name, longest))) {
      assertThat(target).as("seed %d, template '%s'", SEED, template).isEqualTo("a clean target");
    }
  }

  private static boolean isBad(String name, int longest) {
    return name.isEmpty()
        || name.startsWith(".")
        || name.endsWith(".")
        || name.endsWith(" ")
        || CleanName.bytes(name) > longest
        || !CleanName.value(name).equals(name)
        || name.matches("(?i)(con|nul) *(\\..*)?");
  }

  private static Unit unit(Random random) {
    String picture = name(random);
    UnitFile primary = new UnitFile("/in/1", picture, Units.sha("a"), true, Optional.empty());
    UnitFile clip = new UnitFile("/in/2", name(random), Units.sha("b"), false, Optional.empty());
    String beside = random.nextBoolean() ? picture + ".xmp" : name(random);
    UnitFile sidecar = new UnitFile("/in/3", beside, Units.sha("c"), false, Optional.of(picture));
    PictureFacts facts =
        new PictureFacts(
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(LocalDateTime.of(2020, 1, 1, 0, 0)),
            value(random),
            value(random),
            value(random),
            joined(random, TEXTS, 1),
            value(random),
            Optional.of(random.nextInt(7) - 1),
            value(random));
    return new Unit(List.of(primary, clip, sidecar), facts);
  }

  private static Optional<String> value(Random random) {
    return random.nextInt(4) == 0
        ? Optional.empty()
        : Optional.of(joined(random, TEXTS, 1 + random.nextInt(3)));
  }

  /** A file system holds no slash in a name, but anything else. */
  private static String name(Random random) {
    String text = joined(random, TEXTS, 1 + random.nextInt(3)).replace('/', '\\');
    return text + List.of("x", ".jpg", ".JPG", "..", ".jpg ").get(random.nextInt(5));
  }

  private static String suffix(Random random) {
    return List.of("", "_aaaaaaaa", "_" + Checksums.uuid(Units.sha("a"))).get(random.nextInt(3));
  }

  private static String joined(Random random, List<String> texts, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(texts.get(random.nextInt(texts.size())));
    }
    return out.toString();
  }
}
