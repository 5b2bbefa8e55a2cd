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
    return images
        .join(
            bursts.select(BurstsTable.IMAGE_ID, BurstsTable.BURST_ID),
            new String[] {ImagesView.IMAGE_ID},
            "left")
        .select(columns());
  }

  /** Reads one of {@link #rows}. */
  public static ComparedPicture of(Row image, DuplicatesConfig config) {
    return new ComparedPicture(
        image.getAs(ImagesView.IMAGE_ID),
        Optional.ofNullable(image.getAs(ImagesView.SHA256)),
        print(image),
        Obstacle.of(image, config));
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
    return Stream.concat(
            Stream.of(
                ImagesView.IMAGE_ID,
                ImagesView.SHA256,
                ImagesView.STATE,
                ImagesView.FILE_TYPE,
                ImagesView.SIZE_BYTES,
                ImagesView.WIDTH,
                ImagesView.HEIGHT,
                ImagesView.PDQ,
                ImagesView.PDQ_QUALITY,
                ImagesView.ALGO_VERSION,
                BurstsTable.BURST_ID),
            Arrays.stream(HashFamily.values()).map(HashFamily::column))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  private static Optional<Fingerprint> print(Row image) {
    long[] hashes = new long[HashFamily.values().length];
    for (HashFamily family : HashFamily.values()) {
      Long hash = image.getAs(family.column());
      if (hash == null) {
        return Optional.empty();
      }
      hashes[family.ordinal()] = hash;
    }
    return Optional.of(new Fingerprint(hashes, evidence(image)));
  }

  private static long[] evidence(Row image) {
    byte[] pdq = image.getAs(ImagesView.PDQ);
    Integer width = image.getAs(ImagesView.WIDTH);
    Integer height = image.getAs(ImagesView.HEIGHT);
    Integer version = image.getAs(ImagesView.ALGO_VERSION);
    if (pdq == null || width == null || height == null || version == null) {
      return Evidence.NONE;
    }
    long[] evidence = new long[Evidence.WORDS];
    Evidence.write(pdq, Math.max(width, height), Math.min(width, height), version, evidence, 0);
    return evidence;
  }
}
