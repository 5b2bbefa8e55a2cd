package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.container.Bytes;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import java.util.Optional;

/** Windows Media: size and duration from the header object's children. */
public final class AsfFile {
  private static final String HEADER = "3026b2758e66cf11a6d900aa0062ce6c";
  private static final String FILE_PROPERTIES = "a1dcab8c47a9cf118ee400c00c205365";
  private static final String STREAM_PROPERTIES = "9107dcb7b7a9cf118ee600c00c205365";
  private static final String VIDEO = "c0ef19bc4d5bcf11a8fd00805f5c442b";
  private static final int HEADER_LENGTH = 30;
  private static final int MAX_OBJECTS = 1_000;

  private AsfFile() {}

  public static boolean matches(byte[] content) {
    return content.length > HEADER_LENGTH && id(content, 0).equals(HEADER);
  }

  public static void parse(byte[] content, Findings found) {
    Bytes file = Bytes.littleEndian(content);
    long at = HEADER_LENGTH;
    for (int i = 0; i < MAX_OBJECTS && file.has(at, 24); i++) {
      long size = file.s64(at + 16);
      if (size < 24) {
        return;
      }
      String type = id(content, (int) at);
      if (type.equals(FILE_PROPERTIES)) {
        duration(file, at + 24, found);
      } else if (type.equals(STREAM_PROPERTIES)
          && file.has(at, 90)
          && id(content, (int) at + 24).equals(VIDEO)) {
        found.size(file.u32(at + 78), file.u32(at + 82));
      }
      at = at + size < 0 ? Long.MAX_VALUE : at + size;
    }
  }

  /** Play duration in 100 ns, which counts the buffering before it, in milliseconds. */
  private static void duration(Bytes file, long at, Findings found) {
    double seconds = file.s64(at + 40) / 1e7 - file.s64(at + 56) / 1e3;
    if (seconds > 0) {
      found.number(MetadataField.DURATION, Optional.of(seconds));
    }
  }

  private static String id(byte[] content, int at) {
    return "%016x%016x".formatted(BigEndian.s64(content, at), BigEndian.s64(content, at + 8));
  }
}
