package io.lumina.duplicates.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.group.PickCandidate.Quality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PickOrderTest {
  private static final PickOrder ORDER = PickOrder.INSTANCE;
  private static final Quality JPEG = new Quality(25, 23.91, 0.5, 8, 57.41);
  private static final Quality PNG = new Quality(35, 23.91, 3, 8, 69.91);

  @Test
  void a_persons_choice_beats_everything() {
    PickCandidate kept = new Draft(JPEG).kept().unreadable().build();

    assertWins(kept, new Draft(PNG).camera().build(), PickOrder.Rule.STANDING);
  }

  @Test
  void a_file_in_use_beats_an_archived_one_and_that_beats_a_rejected_one() {
    PickCandidate used = new Draft(JPEG).build();
    PickCandidate archived = new Draft(PNG).camera().standing(Standing.ARCHIVED).build();
    PickCandidate rejected = new Draft(PNG).camera().standing(Standing.REJECTED).build();

    assertWins(used, archived, PickOrder.Rule.STANDING);
    assertWins(archived, rejected, PickOrder.Rule.STANDING);
    assertWins(new Draft(JPEG).unreadable().build(), rejected, PickOrder.Rule.STANDING);
  }

  @Test
  void severe_corruption_loses_to_everything_readable() {
    assertWins(
        new Draft(Quality.NONE).build(),
        new Draft(PNG).camera().unreadable().build(),
        PickOrder.Rule.READABLE);
  }

  @Test
  void a_camera_file_beats_a_re_encoding_in_a_better_format() {
    assertWins(new Draft(JPEG).camera().build(), new Draft(PNG).build(), PickOrder.Rule.MERIT);
  }

  @Test
  void clearly_more_pixels_beat_a_camera_file() {
    assertWins(
        new Draft(new Quality(25, 26.2, 0.5, 8, 59.7)).build(),
        new Draft(JPEG).camera().build(),
        PickOrder.Rule.MERIT);
  }

  @Test
  void without_camera_files_of_equal_pixels_go_by_score() {
    assertWins(
        new Draft(new Quality(35, 23.91, 3, 8.05, 69.96)).build(),
        new Draft(new Quality(25, 23.91, 0.5, 8.09, 57.5)).build(),
        PickOrder.Rule.SCORE);
  }

  @Test
  void equal_scores_go_by_each_rule_in_turn() {
    PickCandidate base = new Draft(JPEG).build();

    assertWins(new Draft(JPEG).pixels(13).build(), base, PickOrder.Rule.PIXELS);
    assertWins(new Draft(JPEG).bytes(13).build(), base, PickOrder.Rule.BYTES);
    assertWins(new Draft(JPEG).fields(13).build(), base, PickOrder.Rule.METADATA);
    assertWins(new Draft(JPEG).confidence(95).build(), base, PickOrder.Rule.DATE);
    assertWins(new Draft(JPEG).root(0).build(), base, PickOrder.Rule.ROOT);
    assertWins(
        new Draft(JPEG).modified("2001-01-01T00:00:00Z").build(), base, PickOrder.Rule.OLDEST);
    assertWins(new Draft(JPEG).path("/a/0.jpg").build(), base, PickOrder.Rule.PATH);
  }

  @Test
  void random_files_never_beat_each_other_in_a_circle() {
    List<PickCandidate> files = random(60, new Random(1));
    for (PickCandidate a : files) {
      assertThat(ORDER.compare(a, a)).isZero();
      for (PickCandidate b : files) {
        int ab = Integer.signum(ORDER.compare(a, b));
        assertThat(ab).isEqualTo(-Integer.signum(ORDER.compare(b, a)));
        assertThat(ab == 0).isEqualTo(a.equals(b));
        for (PickCandidate c : files) {
          if (ab < 0 && ORDER.compare(b, c) < 0) {
            assertThat(ORDER.compare(a, c)).isNegative();
          }
        }
      }
    }
  }

  @Test
  void shuffled_files_give_the_same_order() {
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      List<PickCandidate> files = random(12, random);
      List<PickCandidate> sorted = files.stream().sorted(ORDER).toList();
      Collections.shuffle(files, random);

      assertThat(files.stream().sorted(ORDER).toList()).isEqualTo(sorted);
    }
  }

  /** Few distinct values, so that every rule gets its ties. */
  private static List<PickCandidate> random(int count, Random random) {
    List<PickCandidate> files = new ArrayList<>();
    double[] formats = {15, 20, 25, 35, 40};
    for (int i = 0; i < count; i++) {
      double format = formats[random.nextInt(formats.length)];
      double resolution = 20 + random.nextInt(3) * 0.4;
      double size = random.nextInt(3);
      double sharpness = 8 + random.nextInt(3) * 0.3;
      double score = format + resolution + size + sharpness;
      files.add(
          new PickCandidate(
              "/a/" + i + ".jpg",
              Standing.values()[random.nextInt(12) % Standing.values().length],
              random.nextInt(8) == 0,
              random.nextBoolean(),
              new Quality(format, resolution, size, sharpness, score),
              random.nextInt(2),
              random.nextInt(2),
              random.nextInt(2),
              random.nextInt(2),
              random.nextInt(2),
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(Instant.ofEpochSecond(random.nextInt(2)))));
    }
    return files;
  }

  private static void assertWins(PickCandidate winner, PickCandidate loser, PickOrder.Rule rule) {
    assertThat(ORDER.compare(winner, loser)).isNegative();
    assertThat(ORDER.compare(loser, winner)).isPositive();
    assertThat(PickOrder.decisive(winner, loser)).isEqualTo(rule);
    assertThat(PickOrder.decisive(loser, winner)).isEqualTo(rule);
  }

  /** A candidate with middling values until told otherwise. */
  static final class Draft {
    private final Quality quality;
    private String path = "/a/1.jpg";
    private Standing standing = Standing.USUAL;
    private boolean unreadable;
    private boolean camera;
    private long pixels = 12;
    private long bytes = 12;
    private int fields = 12;
    private int confidence = 70;
    private int root = 1;
    private Optional<Instant> modified = Optional.empty();

    Draft(Quality quality) {
      this.quality = quality;
    }

    Draft path(String value) {
      path = value;
      return this;
    }

    Draft kept() {
      return standing(Standing.CHOSEN);
    }

    Draft standing(Standing value) {
      standing = value;
      return this;
    }

    Draft unreadable() {
      unreadable = true;
      return this;
    }

    Draft camera() {
      camera = true;
      return this;
    }

    Draft pixels(long value) {
      pixels = value;
      return this;
    }

    Draft bytes(long value) {
      bytes = value;
      return this;
    }

    Draft fields(int value) {
      fields = value;
      return this;
    }

    Draft confidence(int value) {
      confidence = value;
      return this;
    }

    Draft root(int value) {
      root = value;
      return this;
    }

    Draft modified(String value) {
      modified = Optional.of(Instant.parse(value));
      return this;
    }

    PickCandidate build() {
      return new PickCandidate(
          path,
          standing,
          unreadable,
          camera,
          quality,
          pixels,
          bytes,
          fields,
          confidence,
          root,
          modified);
    }
  }
}
