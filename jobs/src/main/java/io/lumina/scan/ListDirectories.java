package io.lumina.scan;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** A round of a walk in one task: directory rows in, what lies below them out. */
final class ListDirectories implements MapPartitionsFunction<Row, Row> {
  private final Boundaries boundaries;
  private final Listers listers;
  private final int directoriesPerTask;

  /**
   * A round.
   *
   * @param directoriesPerTask how many directories a task lists below those it is given before it
   *     hands back the rest
   */
  ListDirectories(Boundaries boundaries, Listers listers, int directoriesPerTask) {
    this.boundaries = boundaries;
    this.listers = listers;
    this.directoriesPerTask = directoriesPerTask;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> directories) {
    List<Place> start = new ArrayList<>();
    directories.forEachRemaining(directory -> start.add(Place.of(directory)));
    return new TreeWalk(boundaries, listers, start, directoriesPerTask);
  }
}
