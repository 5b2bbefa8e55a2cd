package io.lumina.duplicates;

import static org.apache.spark.sql.functions.col;

import io.lumina.duplicates.group.Component;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Clause;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.HashDistances;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.UsualRule;
import io.lumina.duplicates.rule.Verdict;
import io.lumina.table.BurstsTable;
import io.lumina.table.ImagesView;
import java.util.ArrayList;
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
   * @param config whether turned pictures are compared, which needs the luma
   * @param images rows of {@link ImagesView}
   * @param bursts rows of {@link BurstsTable} of the same catalog
   */
  public static Dataset<Row> rows(
      Dataset<Row> images, Dataset<Row> bursts, DuplicatesConfig config) {
    return Contents.measured(images)
        .join(
            bursts.select(BurstsTable.IMAGE_ID, BurstsTable.BURST_ID),
            new String[] {ImagesView.IMAGE_ID},
            "left")
        .select(columns(config.rule()));
  }

  /** Reads one of {@link #rows}. */
  public static ComparedPicture of(Row image, DuplicatesConfig config) {
    return of(image, config.rule(), config.bursts());
  }

  static ComparedPicture of(Row image, AcceptRule rule, BurstMode bursts) {
    boolean whole =
        HashFamily.STORED.stream().allMatch(family -> image.getAs(family.column()) != null);
    return new ComparedPicture(
        image.getAs(ImagesView.IMAGE_ID),
        Optional.ofNullable(image.getAs(ImagesView.SHA256)),
        whole ? Component.print(image, rule.comparesTurns()) : Optional.empty(),
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
          new Clause(
              family.label(),
              fingerprint.get().distance(other.fingerprint.get(), family),
              rule.threshold(family)));
    }
    int turned = other.fingerprint.get().turnTo(fingerprint.get()) * Evidence.WORDS;
    List<Clause> conditions = new ArrayList<>();
    if (distances.pdq().isPresent()) {
      conditions.addAll(rule.conditions(mine, 0, theirs, turned));
      fingerprint.get().caption(other.fingerprint.get(), rule).ifPresent(conditions::add);
      conditions.addAll(fingerprint.get().later(other.fingerprint.get(), rule));
    }
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

  /** Whether a rule holds this picture and another one for two presses of the shutter. */
  public boolean isOtherShot(ComparedPicture other, AcceptRule rule) {
    return fingerprint.isPresent()
        && other.fingerprint.isPresent()
        && fingerprint.get().isOtherShot(other.fingerprint.get(), rule);
  }

  /** Whether it says itself when it was taken. */
  public boolean isDated() {
    return fingerprint.filter(print -> Moment.isKnown(print.moment())).isPresent();
  }

  /** Whether a rule that others use would accept them. */
  boolean near(ComparedPicture other, UsualRule usual) {
    return fingerprint.isPresent()
        && other.fingerprint.isPresent()
        && (!usual.comparable() || (obstacle.isEmpty() && other.obstacle.isEmpty()))
        && usual.test().near(fingerprint.get(), other.fingerprint.get());
  }

  private boolean bytesCount() {
    return obstacle.map(Obstacle::bytesCount).orElse(true);
  }

  private static Column[] columns(AcceptRule rule) {
    return Stream.of(
            List.of(
                ImagesView.IMAGE_ID,
                ImagesView.SHA256,
                ImagesView.STATE,
                ImagesView.FILE_TYPE,
                ImagesView.FORMAT,
                ImagesView.SIZE_BYTES,
                ImagesView.PDQ,
                ImagesView.PDQ_QUALITY,
                ImagesView.STRIPS,
                ImagesView.FRAMES,
                BurstsTable.BURST_ID),
            HashFamily.STORED.stream().map(HashFamily::column).toList(),
            rule.comparesTurns() ? List.of(ImagesView.LUMA) : List.<String>of(),
            Contents.MEASURES)
        .flatMap(List::stream)
        .map(name -> col(name))
        .toArray(Column[]::new);
  }
}
