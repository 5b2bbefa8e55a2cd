package io.lumina.meta;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The RAW of Kyocera's Contax N Digital: fixed places, texts written backwards, exposures as powers
 * of two. The offsets are those that ExifTool's documentation gives.
 */
final class KyoceraFile {
  private static final String MAKE_BACKWARDS = "ARECOYK";

  private KyoceraFile() {}

  static boolean matches(byte[] content) {
    return content.length > 0x80 && Bytes.startsWith(content, 0x19, MAKE_BACKWARDS);
  }

  static void parse(byte[] content, Findings found) {
    found.text(MetadataField.MAKE, backwards(content, 0x19, 7));
    found.text(MetadataField.MODEL, backwards(content, 0x0C, 10));
    found.date(DateField.MAKERNOTE_ORIGINAL, backwards(content, 0x21, 20));
    found.number(
        MetadataField.EXPOSURE_TIME,
        Optional.of(Math.pow(2, Bytes.u32(content, 0x38) / 8.0) / 16_000));
    found.number(MetadataField.F_NUMBER, Optional.of(Math.pow(2, Bytes.u32(content, 0x58) / 16.0)));
    found.number(MetadataField.FOCAL_LENGTH, Optional.of((double) Bytes.u32(content, 0x70)));
  }

  private static Optional<String> backwards(byte[] content, int at, int length) {
    String text = new String(content, at, length, StandardCharsets.ISO_8859_1);
    return Optional.of(new StringBuilder(text.replace("\0", "")).reverse().toString());
  }
}
