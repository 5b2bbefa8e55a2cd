package io.lumina.meta.camera;

import io.lumina.container.BigEndian;
import io.lumina.meta.date.DateField;
import io.lumina.meta.field.Findings;
import io.lumina.meta.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The segment of Casio's QV cameras of 1998: texts at places that ExifTool's documentation gives.
 */
public final class CasioSegment {
  private static final int DATE = 0x4D;
  private static final int DATE_LENGTH = 20;

  private CasioSegment() {}

  public static boolean matches(byte[] segment) {
    return BigEndian.startsWith(segment, 0, "QVCI\0") && segment.length >= DATE + DATE_LENGTH;
  }

  public static void parse(byte[] segment, Findings found) {
    String date = new String(segment, DATE, DATE_LENGTH, StandardCharsets.ISO_8859_1).strip();
    String[] parts = CleanText.value(date).split("[.]");
    if (parts.length == 6) {
      found.date(
          DateField.MAKERNOTE_ORIGINAL,
          Optional.of("%s:%s:%s %s:%s:%s".formatted((Object[]) parts)));
    }
  }
}
