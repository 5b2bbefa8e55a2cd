package io.lumina.image;

import io.lumina.container.FileFormat;
import io.lumina.made.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sample library with its known answers. */
public final class Samples {
  private Samples() {}

  /** One row of {@code truth.csv}. */
  public record Row(String file, String expect) {

    public String extension() {
      String name = file.substring(file.lastIndexOf('/') + 1);
      return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    }

    byte[] content() {
      return bytes(file);
    }

    public FileFormat format() {
      byte[] content = content();
      byte[] head = Arrays.copyOf(content, Math.min(content.length, FileFormat.HEAD_BYTES));
      return FileFormat.detect(head, extension());
    }
  }

  static Path path(String file) {
    return SharedFolder.of("samples").resolve(file);
  }

  public static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Row> truth() {
    try {
      List<String> lines = Files.readAllLines(path("truth.csv"));
      return lines.stream()
          .skip(1)
          .map(Samples::fields)
          .map(fields -> new Row(fields.get(0), fields.get(6)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** The mean difference of two lumas in grey levels. */
  static double distance(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
    }
    return (double) sum / one.length;
  }
}
