package io.lumina.analyze.read;

import io.lumina.row.IssueRows;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** What reading one file gave. */
sealed interface FileReading {

  /** SHA-256 of the bytes; empty when they could not be read. */
  Optional<String> checksum();

  /** Row of {@link WorkRows#CONTENT}; empty when there is none or it is known. */
  Optional<Row> row();

  /** Oddities of the path or of the reading. */
  List<Row> issues();

  /**
   * The file was read to its end.
   *
   * @param sha256 of the bytes
   * @param row of {@link WorkRows#CONTENT}; empty when the content was known
   */
  record Read(String sha256, Optional<Row> row, List<Row> issues) implements FileReading {
    public Read {
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(row, "row");
      issues = List.copyOf(issues);
    }

    @Override
    public Optional<String> checksum() {
      return Optional.of(sha256);
    }
  }

  /**
   * The file could not be read; the next run tries again.
   *
   * @param reason a code of {@link PathIssues}
   */
  record Failed(String reason, String detail) implements FileReading {
    @Override
    public Optional<String> checksum() {
      return Optional.empty();
    }

    @Override
    public Optional<Row> row() {
      return Optional.empty();
    }

    @Override
    public List<Row> issues() {
      return List.of(IssueRows.of(reason, detail));
    }
  }
}
