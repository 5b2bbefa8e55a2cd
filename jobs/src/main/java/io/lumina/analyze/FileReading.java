package io.lumina.analyze;

import io.lumina.udf.IssueRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** What reading one file gave. */
sealed interface FileReading {

  /** Oddities of the path or of the reading. */
  List<Row> issues();

  /**
   * The file was read to its end.
   *
   * @param sha256 of the bytes
   * @param content row of {@link WorkRows#CONTENT}; empty when the content was known
   */
  record Read(String sha256, Optional<Row> content, List<Row> issues) implements FileReading {
    public Read {
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(content, "content");
      issues = List.copyOf(issues);
    }
  }

  /**
   * The file could not be read; the next run tries again.
   *
   * @param reason vanished, unreadable, changed_while_reading
   */
  record Failed(String reason, String detail) implements FileReading {
    @Override
    public List<Row> issues() {
      List<Row> issues = new ArrayList<>();
      issues.add(IssueRows.of(reason, detail));
      return issues;
    }
  }
}
