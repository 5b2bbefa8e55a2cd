package io.lumina.duplicates;

import static org.apache.spark.sql.functions.col;

import io.lumina.table.BurstsTable;
import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One file as the rule sees it, for whoever asks about single pictures. The search itself works on
 * columns and arrays; a test holds the two together.
 *
 * @param imageId of the file
 * @param sha256 empty when it was not read
 * @param fingerprint empty where no picture was decoded
 * @param obstacle why it is compared with no other; empty when it is
 */
public record ComparedPicture(
    String imageId,
    Optional<String> sha256,
    Optional<Fingerprint> fingerprint,
    Optional<Obstacle> obstacle) {

  /**
   * What is read of pictures: all rows, few columns.
   *
   * @param images rows of {@link ImagesView}
   * @param bursts rows of {@link BurstsTable} of the same catalog
   */
  public static Dataset<Row> rows(Dataset<Row> images, Dataset<Row> bursts) {
    return Contents.measured(images)
        .join(
            bursts.select(BurstsTable.IMAGE_ID, BurstsTable.BURST_ID),
            new String[] {ImagesView.IMAGE_ID},
            "left")
        .select(columns());
  }

  /** Reads one of {@link #rows}. */
  public static ComparedPicture of(Row image, DuplicatesConfig config) {
    return of(image, AcceptRule.of(config), config.bursts());
  }

  static ComparedPicture of(Row image, AcceptRule rule, BurstMode bursts) {
    boolean whole =
        Arrays.stream(HashFamily.values()).allMatch(family -> image.getAs(family.column()) != null);
    return new ComparedPicture(
        image.getAs(ImagesView.IMAGE_ID),
        Optional.ofNullable(image.getAs(ImagesView.SHA256)),
        whole ? Component.print(image) : Optional.empty(),
        Obstacle.of(image, rule, bursts));
  }

  /** What the rule says of this picture and another one. */
  public Verdict verdict(ComparedPicture other, AcceptRule rule) {
    if (fingerprint.isEmpty() || other.fingerprint.isEmpty()) {
      return new Verdict(sameBytes(other), Optional.empty(), List.of(), List.of(), false);
    }
    long[] mine = fingerprint.get().evidence();
    long[] theirs = other.fingerprint.get().evidence();
    HashDistances distances = HashDistances.of(fingerprint.get(), other.fingerprint.get());
    List<Clause> finders = new ArrayList<>();
    for (HashFamily family : rule.families()) {
      finders.add(
          new Clause(family.label(), distances.hashes().get(family), rule.threshold(family)));
    }
    List<Clause> conditions =
        distances.pdq().isPresent() ? rule.conditions(mine, 0, theirs, 0) : List.of();
    return new Verdict(
        sameBytes(other), Optional.of(distances), finders, conditions, near(other, rule));
  }

  /** Whether both hold the same bytes, and these count. */
  boolean sameBytes(ComparedPicture other) {
    return sha256.isPresent() && sha256.equals(other.sha256) && bytesCount() && other.bytesCount();
  }

  /** Whether the rule accepts this picture and another one as near. */
  boolean near(ComparedPicture other, AcceptRule rule) {
    return obstacle.isEmpty()
        && other.obstacle.isEmpty()
        && fingerprint.orElseThrow().near(other.fingerprint.orElseThrow(), rule);
  }

  private boolean bytesCount() {
    return obstacle.map(Obstacle::bytesCount).orElse(true);
  }

  private static Column[] columns() {
    return Stream.of(
            List.of(
                ImagesView.IMAGE_ID,
                ImagesView.SHA256,
                ImagesView.STATE,
                ImagesView.FILE_TYPE,
                ImagesView.SIZE_BYTES,
                ImagesView.PDQ,
                ImagesView.PDQ_QUALITY,
                BurstsTable.BURST_ID),
            Arrays.stream(HashFamily.values()).map(HashFamily::column).toList(),
            Contents.MEASURES)
        .flatMap(List::stream)
        .map(name -> col(name))
        .toArray(Column[]::new);
  }
}
