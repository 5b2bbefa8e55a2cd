package io.lumina.duplicates.group;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Which file of a group is kept, and why.
 *
 * @param <C> what it has to know of a file
 */
public interface PickRanking<C> extends Serializable {

  /**
   * Reads a row.
   *
   * @param image a row of {@link io.lumina.table.ImagesView} of which {@link #columns} are there
   * @param standing what people said of it
   */
  C candidate(Row image, Standing standing);

  /** The columns that {@link #candidate} reads. */
  List<String> columns();

  /** Best first; total, and the same for every order of input. */
  Comparator<C> order();

  /** One sentence: why the primary is the pick. */
  String primary(C primary, List<C> others);

  /** One sentence: why a member belongs to it. */
  String member(C primary, C member, int distance, Relation relation);
}
