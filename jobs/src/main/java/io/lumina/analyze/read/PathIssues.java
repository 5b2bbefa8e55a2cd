package io.lumina.analyze.read;

import io.lumina.row.IssueRows;
import io.lumina.table.FilesTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Issues of a file, not of its content: those of its name stay, those of reading it are renewed.
 */
final class PathIssues {
  /** The file is no longer there. */
  static final String VANISHED = "vanished";

  /** The file cannot be opened or read. */
  static final String UNREADABLE = "unreadable";

  /** The file is not the one that was listed: it has another size or time, or was written to. */
  static final String CHANGED = "changed_while_reading";

  /** The extension belongs to another format. */
  static final String MISMATCH = "extension_mismatch";

  private static final Set<String> OF_READING = Set.of(VANISHED, UNREADABLE, CHANGED, MISMATCH);

  private PathIssues() {}

  /**
   * Whether a file could not be read for the reason that its row of {@link FilesTable} gives
   * already. The scan forgets the reason when a file has another size or time.
   */
  static boolean isAsBefore(Row file, FileReading reading) {
    int index = file.fieldIndex(FilesTable.ISSUES);
    return reading instanceof FileReading.Failed failed
        && file.isNullAt(file.fieldIndex(FilesTable.SHA256))
        && !file.isNullAt(index)
        && file.<Row>getList(index).stream()
            .anyMatch(issue -> failed.reason().equals(issue.getString(0)));
  }

  /** The issues of a row of {@link FilesTable} after reading its file. */
  static Row[] after(Row file, FileReading reading) {
    List<Row> issues = new ArrayList<>();
    int index = file.fieldIndex(FilesTable.ISSUES);
    if (!file.isNullAt(index)) {
      for (Row issue : file.<Row>getList(index)) {
        if (!OF_READING.contains(issue.getString(0))) {
          issues.add(IssueRows.of(issue.getString(0), issue.getString(1)));
        }
      }
    }
    issues.addAll(reading.issues());
    return issues.toArray(Row[]::new);
  }
}
