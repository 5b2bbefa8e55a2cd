package io.lumina.score;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads labels from CSV with a header, in one of two forms: that of the samples ({@code file,
 * level, family} and perhaps {@code transform, confusable, category}), or that of generated
 * libraries ({@code file, kind, group, burst} and perhaps {@code change, of}).
 */
public final class TruthFile {
  private static final String FILE = "file";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TruthFile() {}

  /**
   * Reads a file in UTF-8; bytes that are none become replacement characters, as in the catalog.
   *
   * @throws LuminaException (usage) when it cannot be read or is of another form
   */
  public static Truth read(Path path) {
    try {
      return parse(path.toString(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw usage("The truth file " + path + " cannot be read; name a CSV file with --truth", e);
    }
  }

  static Truth parse(String name, String text) {
    List<CsvRecords.CsvRecord> records =
        new CsvRecords(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).read();
    if (records.isEmpty()) {
      throw usage(name + ": empty; the first line must name the columns", null);
    }
    List<String> header = records.get(0).fields();
    TruthForm form =
        TruthForm.of(header)
            .orElseThrow(
                () ->
                    usage(
                        name
                            + ": the columns are "
                            + String.join(",", header)
                            + "; it needs file,level,family or file,kind,group,burst",
                        null));
    List<TruthLine> lines = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (CsvRecords.CsvRecord record : records.subList(1, records.size())) {
      TruthLine line = line(name, header, record);
      Integer before = seen.putIfAbsent(line.get(FILE), line.number());
      if (before != null) {
        throw usage(
            "%s: %s is labelled on line %d and again on line %d"
                .formatted(name, line.get(FILE), before, line.number()),
            null);
      }
      lines.add(line);
    }
    return form.truth(name, lines);
  }

  private static TruthLine line(String name, List<String> header, CsvRecords.CsvRecord record) {
    List<String> fields = record.fields();
    if (fields.size() != header.size()) {
      throw usage(
          "%s: line %d has %d fields, the header has %d"
              .formatted(name, record.line(), fields.size(), header.size()),
          null);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      values.put(header.get(i), fields.get(i));
    }
    TruthLine line = new TruthLine(record.line(), values);
    if (line.get(FILE).isEmpty()) {
      throw usage("%s: line %d names no file".formatted(name, record.line()), null);
    }
    return line;
  }

  private static LuminaException usage(String message, Exception cause) {
    return new LuminaException(ExitCode.USAGE, message, cause);
  }
}
