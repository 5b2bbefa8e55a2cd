package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.duplicates.links.Joining;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.OtherShots;
import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.rule.Rotations;
import io.lumina.duplicates.search.Compare;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.duplicates.search.tile.SearchMethod;
import io.lumina.hash.AverageHash;
import io.lumina.hash.DifferenceHash;
import io.lumina.hash.Pdq;
import io.lumina.hash.PdqHash;
import io.lumina.hash.WaveletHash;
import io.lumina.image.PictureReader;
import io.lumina.image.reading.PictureReading;
import io.lumina.made.MadePicture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files whose pixels were turned or mirrored and saved again, as their decoder shows them. */
class MadeTurnsTest {
  private static final int SCENES = 6;
  private static final int WAYS = 8;
  private static final AcceptRule UPRIGHT = DuplicatesConfig.DEFAULTS.rule();
  private static final AcceptRule TURNED =
      new DuplicatesConfig(
              5,
              PdqHash.MATCH_DISTANCE,
              Profile.CONSENSUS,
              Rotations.COMPARED,
              BurstMode.EXCLUDE_PAIRS,
              OtherShots.APART,
              Compare.NEW,
              Recall.GUARANTEED,
              SearchMethod.BANDS,
              Joining.AUTO,
              0,
              List.of())
          .rule();

  /** By scene and by how its pixels lie; the first lies as it should. */
  private static final List<List<Fingerprint>> PRINTS = new ArrayList<>();

  @BeforeAll
  static void read() {
    try (PictureReader reader = new PictureReader()) {
      for (int scene = 0; scene < SCENES; scene++) {
        MadePicture picture = MadePicture.of(60 + scene, 400, 300);
        List<Fingerprint> ways = new ArrayList<>();
        for (int way = 1; way <= WAYS; way++) {
          byte[] content = picture.stored(way).jpeg(way == 1 ? 95 : 70);
          ways.add(print(reader.read(content, FileFormat.JPEG)));
        }
        PRINTS.add(ways);
      }
    }
  }

  private static Fingerprint print(PictureReading read) {
    byte[] luma = read.luma();
    long dhash = DifferenceHash.ofLuma(luma);
    int longer = Math.max(read.width(), read.height());
    int shorter = Math.min(read.width(), read.height());
    long[] evidence = new long[Evidence.WORDS];
    byte[] pdq = Pdq.ofLuma(luma).bits();
    Evidence.write(pdq, dhash, Facts.of(longer, shorter, 1), Moment.UNKNOWN, evidence, 0);
    long[] hashes = {dhash, AverageHash.ofLuma(luma), WaveletHash.ofLuma(luma)};
    return new Fingerprint(hashes, evidence).withTurns(luma);
  }

  @Test
  void turned_and_mirrored_pixels_are_near_their_original_only_where_turns_are_compared() {
    for (int scene = 0; scene < SCENES; scene++) {
      Fingerprint original = PRINTS.get(scene).get(0);
      for (int way = 1; way < WAYS; way++) {
        Fingerprint turned = PRINTS.get(scene).get(way);
        String name = "scene %d as orientation %d".formatted(scene, way + 1);
        assertThat(turned.near(original, TURNED)).as(name).isTrue();
        assertThat(turned.near(original, UPRIGHT)).as(name).isFalse();
      }
    }
  }

  @Test
  void no_other_scene_comes_in_however_it_lies() {
    for (int scene = 1; scene < SCENES; scene++) {
      for (int other = 0; other < scene; other++) {
        for (int way = 0; way < WAYS; way++) {
          assertThat(PRINTS.get(scene).get(0).near(PRINTS.get(other).get(way), TURNED))
              .as("scenes %d and %d as orientation %d", scene, other, way + 1)
              .isFalse();
        }
      }
    }
  }
}
