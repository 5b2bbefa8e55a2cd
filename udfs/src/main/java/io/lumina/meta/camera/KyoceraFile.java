package io.lumina.meta.camera;

import io.lumina.container.BigEndian;
import io.lumina.meta.date.DateField;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The RAW of Kyocera's Contax N Digital: fixed places, texts written backwards, exposures as powers
 * of two. The offsets are those that ExifTool's documentation gives.
 */
public final class KyoceraFile {
  private static final String MAKE_BACKWARDS = "ARECOYK";
  private static final int FIRST_CODE = 7;
  private static final List<Integer> SENSITIVITIES =
      List.of(25, 32, 40, 50, 64, 80, 100, 125, 160, 200, 250, 320, 400);

  private KyoceraFile() {}

  public static boolean matches(byte[] content) {
    return content.length > 0x80 && BigEndian.startsWith(content, 0x19, MAKE_BACKWARDS);
  }

  public static void parse(byte[] content, Findings found) {
    found.text(MetadataField.MAKE, backwards(content, 0x19, 7));
    found.text(MetadataField.MODEL, backwards(content, 0x0C, 10));
    found.date(DateField.MAKERNOTE_ORIGINAL, backwards(content, 0x21, 20));
    found.integer(MetadataField.ISO, sensitivity(BigEndian.u32(content, 0x34)));
    found.number(
        MetadataField.EXPOSURE_TIME,
        Optional.of(Math.pow(2, BigEndian.u32(content, 0x38) / 8.0) / 16_000));
    found.number(
        MetadataField.F_NUMBER, Optional.of(Math.pow(2, BigEndian.u32(content, 0x58) / 16.0)));
    found.number(MetadataField.FOCAL_LENGTH, Optional.of((double) BigEndian.u32(content, 0x70)));
  }

  /** A code from 7 on: 25, and each next one a third of a stop more. */
  private static Optional<Integer> sensitivity(long code) {
    int at = (int) code - FIRST_CODE;
    return code >= FIRST_CODE && at < SENSITIVITIES.size()
        ? Optional.of(SENSITIVITIES.get(at))
        : Optional.empty();
  }

  private static Optional<String> backwards(byte[] content, int at, int length) {
    String text = new String(content, at, length, StandardCharsets.ISO_8859_1);
    return Optional.of(new StringBuilder(text.replace("\0", "")).reverse().toString());
  }
}
