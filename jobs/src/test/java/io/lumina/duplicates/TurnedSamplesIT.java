package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
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
import io.lumina.job.JobContext;
import io.lumina.job.Progress;
import io.lumina.made.NeedsShared;
import io.lumina.made.SharedFolder;
import io.lumina.store.Store;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples' families of near duplicates, some of them with turned and mirrored pixels. */
@NeedsShared
class TurnedSamplesIT {
  private static final Path SAMPLES = SharedFolder.of("samples");
  private static final Set<String> TURNED = Set.of("rot90-pixels", "flip-pixels");
  private static final List<Sample> PICTURES = new ArrayList<>();
  private static final DuplicatesConfig TURNS =
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
          List.of());

  @TempDir Path warehouse;

  @BeforeAll
  static void readPictures() throws IOException {
    try (PictureReader reader = new PictureReader()) {
      for (String line : Files.readAllLines(SAMPLES.resolve("truth.csv"))) {
        String[] fields = line.split(",", -1);
        if (fields[0].matches("dups/.*\\.(jpg|png)")) {
          byte[] content = Files.readAllBytes(SAMPLES.resolve(fields[0]));
          PictureReading read = reader.read(content, FileFormat.detect(content));
          Sample sample = new Sample(fields[0], fields[2], fields[3], fields[4], read);
          if (read.hasLuma() && sample.pdq().isTrusted()) {
            PICTURES.add(sample);
          }
        }
      }
    }
  }

  @Test
  void turned_and_mirrored_pixels_are_near_their_original_and_nothing_else_comes_in() {
    AcceptRule upright = DuplicatesConfig.DEFAULTS.rule();
    AcceptRule turned = TURNS.rule();
    List<Fingerprint> prints = PICTURES.stream().map(Sample::print).toList();
    List<String> found = new ArrayList<>();
    for (int a = 0; a < prints.size(); a++) {
      for (int b = 0; b < a; b++) {
        boolean near = prints.get(a).near(prints.get(b), turned);
        if (near && !prints.get(a).near(prints.get(b), upright)) {
          assertThat(PICTURES.get(a).family()).isEqualTo(PICTURES.get(b).family());
          assertThat(List.of(PICTURES.get(a).level(), PICTURES.get(b).level()))
              .doesNotContain("different", "flat");
          found.add(PICTURES.get(a).file());
          found.add(PICTURES.get(b).file());
        }
      }
    }
    assertThat(found)
        .containsAll(PICTURES.stream().filter(Sample::isTurned).map(Sample::file).toList());
  }

  @Test
  void a_turned_copy_that_comes_later_joins_its_group_and_says_how_it_is_turned() {
    Store store = new Store(SharedSpark.session(), warehouse.toString());
    Library library = new Library();
    List<Sample> turned = PICTURES.stream().filter(Sample::isTurned).toList();
    PICTURES.stream()
        .filter(sample -> !sample.isTurned())
        .map(Sample::picture)
        .forEach(library::add);
    run(library, store, "first");
    turned.stream().map(Sample::picture).forEach(library::add);
    assertThat(run(library, store, "second"))
        .containsEntry("searched_pictures", (long) turned.size());
    Map<String, Row> members = new TreeMap<>();
    for (Row member : store.read(MembersTable.SPEC).collectAsList()) {
      members.put(member.getAs(MembersTable.IMAGE_ID), member);
    }
    for (Sample sample : turned) {
      Row member = members.get(sample.file());
      assertThat(member).as(sample.file()).isNotNull();
      assertThat(member.<Integer>getAs(MembersTable.DISTANCE)).isLessThan(10);
      assertThat(member.<String>getAs(MembersTable.EXPLANATION))
          .contains(
              sample.transform().equals("rot90-pixels")
                  ? " It is turned by 90°"
                  : " It is mirrored");
    }
  }

  private static Map<String, Long> run(Library library, Store store, String runId) {
    return new DuplicatesJob(
            library.images(), library.shots(), library.bursts(), library.decisions())
        .run(TURNS, new JobContext(store, Library.CATALOG, runId, Progress.SILENT))
        .counts();
  }

  private record Sample(
      String file, String level, String family, String transform, PictureReading read) {

    boolean isTurned() {
      return TURNED.contains(transform);
    }

    PdqHash pdq() {
      return Pdq.ofLuma(read.luma());
    }

    Fingerprint print() {
      byte[] luma = read.luma();
      long dhash = DifferenceHash.ofLuma(luma);
      int longer = Math.max(read.width(), read.height());
      int shorter = Math.min(read.width(), read.height());
      long[] evidence = new long[Evidence.WORDS];
      Evidence.write(
          pdq().bits(), dhash, Facts.of(longer, shorter, 1), Moment.UNKNOWN, evidence, 0);
      long[] hashes = {dhash, AverageHash.ofLuma(luma), WaveletHash.ofLuma(luma)};
      return new Fingerprint(hashes, evidence).withTurns(luma);
    }

    /** The originals are the better pictures. */
    Library.Picture picture() {
      byte[] luma = read.luma();
      return new Library.Picture(file, String.valueOf(file.hashCode()))
          .score(level.equals("original") ? 90 : 50)
          .set(ImagesView.WIDTH, read.width())
          .set(ImagesView.HEIGHT, read.height())
          .set(ImagesView.DHASH, DifferenceHash.ofLuma(luma))
          .set(ImagesView.AHASH, AverageHash.ofLuma(luma))
          .set(ImagesView.WHASH, WaveletHash.ofLuma(luma))
          .set(ImagesView.PDQ, pdq().bits())
          .set(ImagesView.LUMA, luma);
    }
  }
}
