package io.lumina.postgres.query;

import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Set;

/** A JSON array with one object per row, one row per line. */
final class JsonFormat implements QueryFormat.RowFormat {
  private static final Set<String> JSON_TYPES = Set.of("json", "jsonb");

  @Override
  public long print(ResultSet answer, Appendable out) throws SQLException, IOException {
    ResultSetMetaData columns = answer.getMetaData();
    out.append('[');
    long rows = 0;
    for (; answer.next(); rows++) {
      out.append(rows == 0 ? "\n  {" : ",\n  {");
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        out.append(i == 1 ? "" : ", ");
        text(out, columns.getColumnLabel(i));
        out.append(": ");
        value(out, answer, i, columns.getColumnTypeName(i));
      }
      out.append('}');
    }
    out.append(rows == 0 ? "]\n" : "\n]\n");
    return rows;
  }

  private static void value(Appendable out, ResultSet answer, int column, String type)
      throws SQLException, IOException {
    String text = answer.getString(column);
    if (text == null) {
      out.append("null");
    } else if (JSON_TYPES.contains(type)) {
      out.append(text);
    } else if (type.startsWith("_")) {
      array(out, answer.getArray(column));
    } else if (type.startsWith("int") || type.startsWith("float") || type.equals("numeric")) {
      number(out, text);
    } else if (type.equals("bool")) {
      out.append(answer.getBoolean(column) ? "true" : "false");
    } else {
      text(out, text);
    }
  }

  private static void array(Appendable out, Array array) throws SQLException, IOException {
    elements(out, (Object[]) array.getArray());
  }

  private static void elements(Appendable out, Object[] elements) throws IOException {
    out.append('[');
    String separator = "";
    for (Object element : elements) {
      out.append(separator);
      separator = ", ";
      if (element == null) {
        out.append("null");
      } else if (element instanceof Object[] nested) {
        elements(out, nested);
      } else if (element instanceof Boolean) {
        out.append(element.toString());
      } else if (element instanceof Number) {
        number(out, element.toString());
      } else {
        text(out, element.toString());
      }
    }
    out.append(']');
  }

  /** JSON knows no NaN and no infinity: those are texts. */
  private static void number(Appendable out, String number) throws IOException {
    if (Character.isLetter(number.charAt(number.length() - 1))) {
      text(out, number);
    } else {
      out.append(number);
    }
  }

  private static void text(Appendable out, String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
