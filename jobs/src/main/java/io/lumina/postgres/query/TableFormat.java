package io.lumina.postgres.query;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns under their names, numbers to the right. Widths follow from the first thousand rows, so
 * that an endless answer needs no endless memory; a wider field further down shifts its own line
 * only.
 */
final class TableFormat implements QueryFormat.RowFormat {
  private static final int ROWS_MEASURED = 1000;

  @Override
  public long print(ResultSet answer, Appendable out) throws SQLException, IOException {
    ResultSetMetaData columns = answer.getMetaData();
    int count = columns.getColumnCount();
    List<String[]> first = new ArrayList<>();
    String[] names = new String[count];
    boolean[] right = new boolean[count];
    for (int i = 0; i < count; i++) {
      names[i] = printable(columns.getColumnLabel(i + 1));
      String type = columns.getColumnTypeName(i + 1);
      right[i] = type.startsWith("int") || type.startsWith("float") || type.equals("numeric");
    }
    while (first.size() < ROWS_MEASURED && answer.next()) {
      first.add(row(answer, count));
    }
    int[] widths = widths(names, first);
    line(out, names, widths, new boolean[count]);
    line(out, rules(widths), widths, new boolean[count]);
    for (String[] row : first) {
      line(out, row, widths, right);
    }
    long rows = first.size();
    for (; rows >= ROWS_MEASURED && answer.next(); rows++) {
      line(out, row(answer, count), widths, right);
    }
    out.append(rows == 1 ? "(1 row)\n" : "(" + rows + " rows)\n");
    return rows;
  }

  /** The text with everything that could move the cursor or hide something written as an escape. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                  if (Character.isISOControl(c) || isInvisible(c)) {
                    out.append(String.format("\\u%04x", c));
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    boolean joinsEmoji = c == 0x200D;
    return !joinsEmoji
        && (type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.SURROGATE);
  }

  private static String[] row(ResultSet answer, int count) throws SQLException {
    String[] fields = new String[count];
    for (int i = 0; i < count; i++) {
      String value = answer.getString(i + 1);
      fields[i] = value == null ? "" : printable(value);
    }
    return fields;
  }

  private static int[] widths(String[] names, List<String[]> rows) {
    int[] widths = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      widths[i] = length(names[i]);
      for (String[] row : rows) {
        widths[i] = Math.max(widths[i], length(row[i]));
      }
    }
    return widths;
  }

  private static String[] rules(int[] widths) {
    String[] rules = new String[widths.length];
    for (int i = 0; i < widths.length; i++) {
      rules[i] = "-".repeat(widths[i]);
    }
    return rules;
  }

  private static void line(Appendable out, String[] fields, int[] widths, boolean[] right)
      throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < fields.length; i++) {
      String padding = " ".repeat(Math.max(0, widths[i] - length(fields[i])));
      line.append(i == 0 ? "" : "  ");
      line.append(right[i] ? padding + fields[i] : fields[i] + padding);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
