package io.lumina.analyze;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.collect_list;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.duplicates.DuplicateGroups;
import io.lumina.duplicates.DuplicatesConfig;
import io.lumina.image.LaterFrames;
import io.lumina.library.Images;
import io.lumina.made.MadeAnimation;
import io.lumina.made.MadeBytes;
import io.lumina.made.MadePicture;
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.DecisionRows;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Films that begin with one title card, from their files to their groups. */
class AnimationsIT extends AnalysisOfPhotos {

  @Test
  void a_film_that_was_saved_again_is_near_and_another_one_of_the_same_title_is_not()
      throws IOException {
    MadeAnimation film = film(120, 1, 2, 3, 4, 5);
    write("film.gif", film.as("gif"));
    write("other-palette.gif", film.otherGif());
    write("film.webp", film.as("webp"));
    write("film.png", film.as("png"));
    write("other-middle.gif", film(120, 1, 2, 13, 4, 5).as("gif"));
    write("other-end.gif", film(120, 1, 2, 3, 4, 15).as("gif"));
    write("other-film.gif", film(120, 1, 12, 13, 14, 15).as("gif"));
    write("slower.gif", film(240, 1, 2, 3, 4, 5).as("gif"));
    write("still.png", MadePicture.of(1, 320, 240).as("png"));
    write("bomb.gif", bomb());
    analysis.listed(listing).run("run-1");

    assertThat(groups()).containsExactly("film.gif film.png film.webp other-palette.gif");
    assertThat(frames("film.gif")).hasSize(LaterFrames.LENGTH);
    assertThat(frames("bomb.gif")).isEmpty();
    assertThat(frames("still.png")).isNull();
  }

  @Test
  void a_film_of_which_an_older_version_knew_the_first_frame_is_read_once_more()
      throws IOException {
    write("film.gif", film(120, 1, 2, 3).as("gif"));
    write("film.webp", film(120, 1, 2, 3).as("webp"));
    write("still.png", MadePicture.of(1, 320, 240).as("png"));
    analysis.listed(listing).run("run-1");
    Dataset<Row> older =
        analysis
            .store()
            .read(AssetsTable.SPEC)
            .withColumn(AssetsTable.FRAMES, functions.lit(null).cast("binary"));
    analysis.store().merge(AssetsTable.SPEC, older, "older");
    assertThat(groups()).isEmpty();

    assertThat(analysis.run("run-2").counts())
        .containsEntry("second_looks", 2L)
        .containsEntry("seen_at_last", 2L);

    assertThat(groups()).containsExactly("film.gif film.webp");
    assertThat(analysis.run("run-3").total()).isZero();
  }

  private static MadeAnimation film(int millis, int... seeds) {
    return MadeAnimation.of(320, 240, millis, seeds);
  }

  /** Of few bytes, and of more pixels than anybody wants to paint: one of each frame changes. */
  private static byte[] bomb() {
    MadeBytes gif = MadeBytes.little().text("GIF89a").u16(3000).u16(3000).u8(0x80).zeros(5);
    gif.u8(255).u8(255).u8(255);
    for (int frame = 0; frame < 2000; frame++) {
      gif.u8('!').u8(0xF9).u8(4).u8(0).u16(10).u16(0);
      gif.u8(',').zeros(4).u16(1).u16(1).u8(0).u8(2).u8(2).u8(0x44).u8(1).u8(0);
    }
    return gif.u8(';').done();
  }

  private void write(String name, byte[] content) throws IOException {
    listing.file(Files.write(photos.resolve(name), content));
  }

  private byte[] frames(String name) {
    String sha256 = Analysis.checksum(analysis.byName().get(name));
    Row asset =
        analysis.assets().stream()
            .filter(row -> row.getAs(AssetsTable.SHA256).equals(sha256))
            .findFirst()
            .orElseThrow();
    return asset.getAs(AssetsTable.FRAMES);
  }

  /** Names of the files of each group. */
  private List<String> groups() {
    Dataset<Row> images =
        new Images("").of(analysis.files(), analysis.store().read(AssetsTable.SPEC));
    try (DuplicateGroups groups =
        DuplicateGroups.of(
            images,
            none(ShotsTable.SPEC.schema()),
            none(BurstsTable.SPEC.schema()),
            none(DecisionRows.SCHEMA),
            DuplicatesConfig.DEFAULTS,
            Optional.empty())) {
      return groups
          .members()
          .join(images.select(ImagesView.IMAGE_ID, ImagesView.RELATIVE_PATH), ImagesView.IMAGE_ID)
          .groupBy(MembersTable.GROUP_ID)
          .agg(array_join(array_sort(collect_list(ImagesView.RELATIVE_PATH)), " "))
          .collectAsList()
          .stream()
          .map(row -> row.getString(1))
          .sorted()
          .toList();
    }
  }

  private static Dataset<Row> none(StructType schema) {
    return SharedSpark.session().createDataFrame(List.<Row>of(), schema);
  }
}
