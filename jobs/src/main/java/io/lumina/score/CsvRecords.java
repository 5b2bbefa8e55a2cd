package io.lumina.score;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV as RFC 4180 has it: quotes, doubled quotes, separators and line ends inside quotes. */
final class CsvRecords {
  private final String name;
  private final String text;
  private int at;
  private int line = 1;

  /**
   * Nothing is read yet.
   *
   * @param name of the file, for messages
   */
  CsvRecords(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * All records with the lines on which they begin; empty lines are none.
   *
   * @throws LuminaException (usage) when a quote is never closed
   */
  List<CsvRecord> read() {
    List<CsvRecord> records = new ArrayList<>();
    while (at < text.length()) {
      int begins = line;
      List<String> fields = record();
      if (fields.size() > 1 || !fields.get(0).isEmpty()) {
        records.add(new CsvRecord(begins, fields));
      }
    }
    return records;
  }

  private List<String> record() {
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      if (at >= text.length() || text.charAt(at) != ',') {
        lineEnd();
        return fields;
      }
      at++;
    }
  }

  private String plain() {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    int begins = line;
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (at >= text.length() || text.charAt(at) != '"') {
          // What follows the closing quote by mistake is kept, as other readers do.
          return field.append(plain()).toString();
        }
        at++;
      } else if (c == '\n') {
        line++;
      }
      field.append(c);
    }
    throw new LuminaException(
        ExitCode.USAGE, name + ": the quote that opens on line " + begins + " is never closed");
  }

  private void lineEnd() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }

  /**
   * One record.
   *
   * @param line on which it begins, from 1
   * @param fields at least one
   */
  record CsvRecord(int line, List<String> fields) {}
}
