package io.lumina.explain;

import static org.apache.spark.sql.functions.col;

import io.lumina.duplicates.ComparedPicture;
import io.lumina.duplicates.DuplicatesConfig;
import io.lumina.duplicates.NearestPictures;
import io.lumina.duplicates.Obstacle;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Gathers what explains one image. */
public final class Explainer {
  private static final int MOST_COPIES = 100;

  private final CatalogReading reading;
  private final DuplicatesConfig config;
  private final AcceptRule rule;

  public Explainer(CatalogReading reading) {
    this.reading = reading;
    this.config = reading.duplicates();
    this.rule = config.rule();
  }

  /**
   * Explains an image beside others.
   *
   * @param typed path, id or beginning of the checksum
   * @param with the one other image to look at, in the same forms; else the nearest
   * @param nearest how many of these
   */
  public Explanation explain(String typed, Optional<String> with, int nearest) {
    ImageChoice choice = new ImageChoice(reading.catalog().name(), reading.tables().images());
    ImageFacts image = choice.of(typed);
    Dataset<Row> rows =
        ComparedPicture.rows(reading.tables().images(), reading.tables().bursts(), config);
    Row row = rows.filter(col(ImagesView.IMAGE_ID).equalTo(image.imageId())).first();
    Optional<Obstacle> obstacle = ComparedPicture.of(row, config).obstacle();
    List<String> others = new ArrayList<>();
    if (with.isPresent()) {
      others.add(choice.of(with.get()).imageId());
    } else if (obstacle.isEmpty()) {
      NearestPictures.to(row, rows, config, nearest)
          .forEach(other -> others.add(other.getAs(ImagesView.IMAGE_ID)));
    }
    List<String> all = new ArrayList<>(others);
    all.add(image.imageId());
    Surroundings surroundings = new Surroundings(reading, all);
    Optional<GroupOfImage> group = surroundings.group(image.imageId());
    if (with.isEmpty()) {
      group
          .filter(any -> !any.isPrimary())
          .flatMap(GroupOfImage::primary)
          .map(ImageFacts::imageId)
          .ifPresent(
              best -> {
                others.remove(best);
                others.add(0, best);
              });
    }
    PairReasons reasons = new PairReasons(surroundings, rule);
    return new Explanation(
        reading.catalog().name(),
        reading.groupsRun(),
        reading.tables().versions(),
        rule.sentence(),
        image,
        obstacle.map(Obstacle::reason),
        copies(image),
        group,
        VariantOfImage.of(reading.tables(), names(image, group)),
        surroundings.removal(image),
        surroundings.decisions(image),
        with.isEmpty() && nearest > 0,
        others.stream().map(other -> reasons.of(image, surroundings.image(other))).toList());
  }

  /** What tables of groups call an image: by itself, or by the best of its group. */
  private static Set<String> names(ImageFacts image, Optional<GroupOfImage> group) {
    Set<String> names = new LinkedHashSet<>(Set.of(image.imageId()));
    group.flatMap(GroupOfImage::primary).map(ImageFacts::imageId).ifPresent(names::add);
    return names;
  }

  private List<String> copies(ImageFacts image) {
    return image
        .sha256()
        .map(
            sha256 ->
                reading
                    .tables()
                    .files()
                    .filter(
                        col(FilesTable.SHA256)
                            .equalTo(sha256)
                            .and(col(FilesTable.STATE).equalTo(FilesTable.PRESENT))
                            .and(col(FilesTable.ROLE).equalTo(FilesTable.MEDIA))
                            .and(col(FilesTable.FILE_ID).notEqual(image.imageId())))
                    .select(FilesTable.SOURCE_PATH)
                    .orderBy(FilesTable.SOURCE_PATH)
                    .as(Encoders.STRING())
                    .takeAsList(MOST_COPIES))
        .orElse(List.of());
  }
}
