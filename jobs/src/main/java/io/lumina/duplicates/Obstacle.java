package io.lumina.duplicates;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Film;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.rule.RuleColumns;
import io.lumina.table.BurstsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Why a file is compared with no other: what {@link Contents} says of columns, for one row and in
 * words.
 *
 * @param reason a clause for a person
 * @param bytesCount whether a file of the same bytes is a duplicate all the same
 */
public record Obstacle(String reason, boolean bytesCount) {

  /** What keeps a row of {@link ComparedPicture#rows} from being compared. */
  static Optional<Obstacle> of(Row image, AcceptRule rule, BurstMode bursts) {
    return outside(image, bursts)
        .map(reason -> new Obstacle(reason, false))
        .or(() -> unlike(image, rule).map(reason -> new Obstacle(reason, true)));
  }

  private static Optional<String> outside(Row image, BurstMode bursts) {
    if (!FilesTable.PRESENT.equals(image.getAs(ImagesView.STATE))) {
      return Optional.of("the file is missing");
    }
    if (image.getAs(ImagesView.SHA256) == null) {
      return Optional.of("the file could not be read, or was not analysed yet");
    }
    if (image.<Long>getAs(ImagesView.SIZE_BYTES) == 0) {
      return Optional.of("the file is empty");
    }
    if (Contents.NO_FORMAT.equals(image.getAs(ImagesView.FORMAT))) {
      return Optional.of("its first bytes belong to no known format, so it may be a lost file");
    }
    return bursts == BurstMode.EXCLUDE_ALL && image.getAs(BurstsTable.BURST_ID) != null
        ? Optional.of("it is a frame of a burst, and duplicates.bursts is exclude-all")
        : Optional.empty();
  }

  private static Optional<String> unlike(Row image, AcceptRule rule) {
    String type = image.getAs(ImagesView.FILE_TYPE);
    if (!Contents.IMAGE.equals(type)) {
      return Optional.of("it is no picture but %s".formatted(type));
    }
    if (image.getAs(RuleColumns.RUNS) != null && !Film.isKnown(image)) {
      return Optional.of(
          "it is an animation of which only the first frame is known: the others were not decoded");
    }
    for (HashFamily family : rule.families()) {
      if (image.getAs(family.source()) == null) {
        return Optional.of("no picture could be decoded from it, so it has no hashes");
      }
    }
    Integer quality = image.getAs(ImagesView.PDQ_QUALITY);
    if (quality == null || quality < Film.MIN_PDQ_QUALITY) {
      return Optional.of(
          "it is too flat: its PDQ quality is %s of 100, and below %d hashes say nothing"
              .formatted(quality, Film.MIN_PDQ_QUALITY));
    }
    Integer shortSide = image.getAs(RuleColumns.SHORT_SIDE);
    if (shortSide == null || shortSide < Contents.MIN_SIDE) {
      return Optional.of(
          "it is too small: its shorter side has %s pixels of at least %d"
              .formatted(shortSide, Contents.MIN_SIDE));
    }
    return rule.needsEvidence()
            && (image.getAs(ImagesView.PDQ) == null || image.getAs(RuleColumns.FACTS) == null)
        ? Optional.of("it has no PDQ hash")
        : Optional.empty();
  }
}
