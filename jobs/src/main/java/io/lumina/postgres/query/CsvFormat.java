package io.lumina.postgres.query;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** Comma-separated values as RFC 4180 has them: CRLF, quotes doubled inside of quotes. */
final class CsvFormat implements QueryFormat.RowFormat {
  private static final String LINE_END = "\r\n";

  @Override
  public long print(ResultSet answer, Appendable out) throws SQLException, IOException {
    ResultSetMetaData columns = answer.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      field(out, i, columns.getColumnLabel(i));
    }
    out.append(LINE_END);
    long rows = 0;
    for (; answer.next(); rows++) {
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        field(out, i, answer.getString(i));
      }
      out.append(LINE_END);
    }
    return rows;
  }

  private static void field(Appendable out, int column, String value) throws IOException {
    if (column > 1) {
      out.append(',');
    }
    if (value == null) {
      return;
    }
    boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    out.append(plain ? value : '"' + value.replace("\"", "\"\"") + '"');
  }
}
