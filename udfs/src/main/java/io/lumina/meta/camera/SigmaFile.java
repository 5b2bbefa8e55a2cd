package io.lumina.meta.camera;

import io.lumina.container.BigEndian;
import io.lumina.container.Bytes;
import io.lumina.meta.date.DateField;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sigma's X3F: a directory at the end of the file points to a list of properties, names and values
 * in UTF-16.
 */
public final class SigmaFile {
  private static final int MAX_ENTRIES = 1_000;

  private final Bytes file;
  private final Findings found;

  private SigmaFile(byte[] content, Findings found) {
    this.file = Bytes.littleEndian(content);
    this.found = found;
  }

  public static boolean matches(byte[] content) {
    return content.length > 40 && BigEndian.startsWith(content, 0, "FOVb");
  }

  public static void parse(byte[] content, Findings found) {
    new SigmaFile(content, found).read();
  }

  private void read() {
    found.size(file.u32(28), file.u32(32));
    long directory = file.u32(file.array().length - 4L);
    if (!BigEndian.startsWith(
        file.array(), (int) Math.min(directory, Integer.MAX_VALUE - 8), "SECd")) {
      found.issue("metadata_truncated", "X3F without its directory");
      return;
    }
    long entries = Math.min(file.u32(directory + 8), MAX_ENTRIES);
    for (long i = 0; i < entries; i++) {
      long entry = directory + 12 + 12 * i;
      if (file.has(entry, 12) && BigEndian.startsWith(file.array(), (int) entry + 8, "PROP")) {
        use(properties(file.u32(entry)));
        return;
      }
    }
  }

  private Map<String, String> properties(long at) {
    Map<String, String> properties = new HashMap<>();
    long count = Math.min(file.u32(at + 8), MAX_ENTRIES);
    long texts = at + 24 + 8 * count;
    for (long i = 0; i < count; i++) {
      long pair = at + 24 + 8 * i;
      properties.putIfAbsent(
          text(texts + 2 * file.u32(pair)), text(texts + 2 * file.u32(pair + 4)));
    }
    return properties;
  }

  private String text(long at) {
    String text = new String(file.range(at, 400), StandardCharsets.UTF_16LE);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private void use(Map<String, String> properties) {
    Optional<String> taken = Optional.ofNullable(properties.get("TIME"));
    found.text(MetadataField.MAKE, Optional.ofNullable(properties.get("CAMMANUF")));
    found.text(MetadataField.MODEL, Optional.ofNullable(properties.get("CAMMODEL")));
    found.text(MetadataField.SERIAL, Optional.ofNullable(properties.get("CAMSERIAL")));
    found.integer(MetadataField.ISO, number(properties, "ISO").map(Double::intValue));
    found.number(MetadataField.F_NUMBER, number(properties, "APERTURE"));
    found.number(MetadataField.FOCAL_LENGTH, number(properties, "FLENGTH"));
    found.number(MetadataField.EXPOSURE_TIME, number(properties, "SHUTTER"));
    number(properties, "TIME")
        .flatMap(SigmaFile::wallClock)
        .ifPresent(
            local ->
                found.local(
                    DateField.MAKERNOTE_ORIGINAL, taken.orElse(""), local, Optional.empty()));
  }

  /** The camera counts seconds of its own clock, which knows no zone. */
  private static Optional<LocalDateTime> wallClock(double seconds) {
    try {
      return Optional.of(LocalDateTime.ofEpochSecond((long) seconds, 0, ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> number(Map<String, String> properties, String name) {
    try {
      return Optional.ofNullable(properties.get(name)).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
