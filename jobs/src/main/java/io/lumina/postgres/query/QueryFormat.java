package io.lumina.postgres.query;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How the rows of an answer look. */
public enum QueryFormat {
  /** Aligned columns for a person; control characters escaped. */
  TABLE(new TableFormat()),
  /** RFC 4180, with a header line; a null is an empty field, an empty text is "". */
  CSV(new CsvFormat()),
  /** An array of objects; jsonb and arrays nested. */
  JSON(new JsonFormat());

  private final RowFormat rows;

  QueryFormat(RowFormat rows) {
    this.rows = rows;
  }

  /** Prints all rows and says how many there were. */
  public long print(ResultSet answer, Appendable out) throws SQLException, IOException {
    return rows.print(answer, out);
  }

  /** One way to print rows. */
  @FunctionalInterface
  interface RowFormat {
    long print(ResultSet answer, Appendable out) throws SQLException, IOException;
  }
}
