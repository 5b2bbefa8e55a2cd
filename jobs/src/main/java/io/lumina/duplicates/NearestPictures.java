package io.lumina.duplicates;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The pictures nearest to one, by brute force: those that the rule accepts first, then those that
 * come closest to being found by a hash, then by PDQ. One file of each content.
 */
public final class NearestPictures implements MapPartitionsFunction<Row, Row> {
  private static final Comparator<Candidate> ORDER =
      Comparator.comparing((Candidate candidate) -> !candidate.near())
          .thenComparing(Candidate::excess)
          .thenComparing(Candidate::pdqDistance)
          .thenComparing(candidate -> candidate.row().<String>getAs(ImagesView.IMAGE_ID));

  private final Row picture;
  private final AcceptRule rule;
  private final BurstMode bursts;
  private final int most;

  private NearestPictures(Row picture, DuplicatesConfig config, int most) {
    this.picture = picture;
    this.rule = config.rule();
    this.bursts = config.bursts();
    this.most = most;
  }

  /**
   * Compares one picture with all.
   *
   * @param picture one of {@link ComparedPicture#rows} without obstacle
   * @param rows all of them
   * @param most how many to return
   */
  public static List<Row> to(Row picture, Dataset<Row> rows, DuplicatesConfig config, int most) {
    NearestPictures nearest = new NearestPictures(picture, config, most);
    Iterator<Row> each =
        nearest.call(
            rows.mapPartitions(nearest, Encoders.row(rows.schema())).collectAsList().iterator());
    List<Row> all = new ArrayList<>();
    each.forEachRemaining(all::add);
    return all;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    ComparedPicture mine = ComparedPicture.of(picture, rule, bursts);
    Map<String, Candidate> kept = new HashMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      ComparedPicture other = ComparedPicture.of(row, rule, bursts);
      if (other.obstacle().isEmpty() && !other.sha256().equals(mine.sha256())) {
        kept.merge(
            other.sha256().orElseThrow(),
            Candidate.of(mine, other, row, rule),
            (one, another) -> ORDER.compare(one, another) <= 0 ? one : another);
        if (kept.size() > most) {
          kept.values().remove(kept.values().stream().max(ORDER).orElseThrow());
        }
      }
    }
    return kept.values().stream().sorted(ORDER).map(Candidate::row).iterator();
  }

  /**
   * A picture and how near it is.
   *
   * @param excess bits that the closest hash lies beyond its limit, negative below it
   */
  private record Candidate(Row row, boolean near, int excess, int pdqDistance) {

    static Candidate of(ComparedPicture mine, ComparedPicture other, Row row, AcceptRule rule) {
      Fingerprint print = mine.fingerprint().orElseThrow();
      Fingerprint otherPrint = other.fingerprint().orElseThrow();
      int excess = Integer.MAX_VALUE;
      for (HashFamily family : rule.families()) {
        int distance = print.distance(otherPrint, family);
        excess = Math.min(excess, distance - rule.threshold(family));
      }
      return new Candidate(row, mine.near(other, rule), excess, print.pdqDistance(otherPrint));
    }
  }
}
