package io.lumina.scan.list;

import io.lumina.table.ListingRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;

/** A round of a walk in one task: directory rows in, what lies below them out. */
final class ListDirectories implements MapPartitionsFunction<Row, Row> {
  private final Boundaries boundaries;
  private final Listers listers;
  private final int directoriesPerTask;
  private final LongAccumulator handedBack;

  /**
   * A round.
   *
   * @param directoriesPerTask how many directories a task lists below those it is given before it
   *     hands back the rest
   * @param handedBack counts the directory rows that come out; too many where a task runs twice
   */
  ListDirectories(
      Boundaries boundaries, Listers listers, int directoriesPerTask, LongAccumulator handedBack) {
    this.boundaries = boundaries;
    this.listers = listers;
    this.directoriesPerTask = directoriesPerTask;
    this.handedBack = handedBack;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> directories) {
    List<Place> start = new ArrayList<>();
    directories.forEachRemaining(directory -> start.add(Place.of(directory)));
    TreeWalk walk = new TreeWalk(boundaries, listers, start, directoriesPerTask);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return walk.hasNext();
      }

      @Override
      public Row next() {
        Row row = walk.next();
        if (row.getAs(ListingRows.KIND).equals(ListingRows.DIRECTORY)) {
          handedBack.add(1);
        }
        return row;
      }
    };
  }
}
