package io.lumina.scan;

import io.lumina.job.HadoopSettings;
import io.lumina.table.ListingRows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Lists the directories of one partition and goes on below them for a while; what is then left to
 * list comes out as directory rows, so that the next round can spread it over all tasks.
 */
final class ListDirectories implements MapPartitionsFunction<Row, Row> {
  private final NameRules names;
  private final List<String> skipped;
  private final boolean followLinks;
  private final int directoriesPerRound;
  private final HadoopSettings hadoop;

  /**
   * A round of listing.
   *
   * @param skipped paths that are not entered, such as the warehouse
   * @param directoriesPerRound how many directories a task lists before it hands back the rest
   */
  ListDirectories(
      NameRules names,
      List<String> skipped,
      boolean followLinks,
      int directoriesPerRound,
      HadoopSettings hadoop) {
    this.names = names;
    this.skipped = List.copyOf(skipped);
    this.followLinks = followLinks;
    this.directoriesPerRound = directoriesPerRound;
    this.hadoop = hadoop;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> directories) {
    return new Walk(directories);
  }

  /** One directory at a time, so that memory holds the entries of one directory only. */
  private final class Walk implements Iterator<Row> {
    private final Deque<Row> toList = new ArrayDeque<>();
    private Iterator<Row> found = List.<Row>of().iterator();
    private int listed;

    Walk(Iterator<Row> directories) {
      directories.forEachRemaining(toList::add);
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && !toList.isEmpty()) {
        Row directory = toList.poll();
        // What came in is listed in any case: each round makes progress.
        found = list(directory).iterator();
        listed++;
      }
      return found.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return found.next();
    }

    private List<Row> list(Row directory) {
      String path = directory.getAs(ListingRows.SOURCE_PATH);
      List<Row> rows = new ArrayList<>();
      for (Entry entry : DirectoryLister.of(path, followLinks, hadoop).list(path)) {
        if (entry instanceof Entry.Directory child) {
          descend(directory, child, rows);
        } else {
          rows.add(row(directory, entry));
        }
      }
      return rows;
    }

    private void descend(Row parent, Entry.Directory child, List<Row> rows) {
      if (skipped.contains(child.path()) || !names.enters(PathNames.fileName(child.path()))) {
        return;
      }
      List<String> ancestors = ancestors(parent);
      if (ancestors.contains(child.identity())) {
        rows.add(
            row(
                parent,
                new Entry.Problem(
                    child.path(), Entry.Problem.LINK, "The link leads back to a folder above it")));
        return;
      }
      List<String> line = new ArrayList<>();
      if (followLinks) {
        line.addAll(ancestors);
        line.add(child.identity());
      }
      Row row = ListingRow.directory(parent.getAs(ListingRows.ROOT), child.path(), line);
      if (listed < directoriesPerRound) {
        toList.add(row);
      } else {
        rows.add(row);
      }
    }

    private static List<String> ancestors(Row directory) {
      Object value = directory.getAs(ListingRows.ANCESTORS);
      // Rows of this task hold an array, rows that Spark brought a sequence.
      return value instanceof String[] array
          ? List.of(array)
          : directory.getList(directory.fieldIndex(ListingRows.ANCESTORS));
    }

    private Row row(Row parent, Entry entry) {
      return ListingRow.of(parent.getAs(ListingRows.ROOT), entry, names);
    }
  }
}
