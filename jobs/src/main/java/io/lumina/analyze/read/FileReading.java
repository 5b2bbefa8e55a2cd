package io.lumina.analyze.read;

import io.lumina.row.IssueRows;
import io.lumina.table.AssetsTable;
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
   * @param content what they hold; none when that was known
   * @param readAs the format that the name asks for, where the bytes tell less
   */
  record Read(String sha256, Optional<Content> content, Optional<String> readAs, List<Row> issues)
      implements FileReading {
    public Read {
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(readAs, "readAs");
      issues = List.copyOf(issues);
    }

    static Read of(Content content) {
      return new Read(content.bytes().sha256(), Optional.of(content), Optional.empty(), List.of());
    }

    /** Of a content that need not be looked at again. */
    static Read known(String sha256) {
      return new Read(sha256, Optional.empty(), Optional.empty(), List.of());
    }

    @Override
    public Optional<String> checksum() {
      return Optional.of(sha256);
    }

    @Override
    public Optional<Row> row() {
      return content
          .map(ContentRows::of)
          .map(row -> readAs.map(as -> WorkRows.with(row, AssetsTable.READ_AS, as)).orElse(row));
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
