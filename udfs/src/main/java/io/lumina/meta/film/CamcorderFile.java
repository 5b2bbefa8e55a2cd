package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.meta.date.DateField;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AVCHD films: what camcorders write beside the pictures of their H.264 stream (a message of the
 * user's own data, "MDPM"): a list of numbers of four bytes. Tags are those that ExifTool's
 * documentation gives.
 */
public final class CamcorderFile {
  /** The identifier of the message, and the word behind it. */
  private static final byte[] MARK = {
    0x17,
    (byte) 0xEE,
    (byte) 0x8C,
    0x60,
    (byte) 0xF8,
    0x4D,
    0x11,
    (byte) 0xD9,
    (byte) 0x8C,
    (byte) 0xD6,
    0x08,
    0x00,
    0x20,
    0x0C,
    (byte) 0x9A,
    0x66,
    'M',
    'D',
    'P',
    'M'
  };

  private static final int MAX_MESSAGE = 1_024;
  private static final int YEAR_AND_MONTH = 0x18;
  private static final int DAY_AND_TIME = 0x19;
  private static final int EXPOSURE_TIME = 0xA0;
  private static final int F_NUMBER = 0xA1;
  private static final int MAKE = 0xE0;
  private static final List<Integer> MODEL = List.of(0xE4, 0xE5, 0xE6);
  private static final Map<Integer, String> MAKES =
      Map.of(0x0103, "Panasonic", 0x0108, "Sony", 0x1011, "Canon", 0x1104, "JVC");

  private final Map<Integer, byte[]> values = new HashMap<>();
  private final Findings found;

  private CamcorderFile(Findings found) {
    this.found = found;
  }

  public static boolean matches(byte[] content) {
    return TransportStream.matches(content);
  }

  public static void parse(byte[] content, Findings found) {
    for (ByteArrayOutputStream stream : TransportStream.streams(content)) {
      byte[] bytes = stream.toByteArray();
      int at = place(bytes);
      if (at >= 0) {
        byte[] message = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + MAX_MESSAGE));
        new CamcorderFile(found).read(unescaped(message));
        return;
      }
    }
  }

  private static int place(byte[] bytes) {
    for (int at = 0; at + MARK.length < bytes.length; at++) {
      if (bytes[at] == MARK[0]
          && Arrays.equals(bytes, at, at + MARK.length, MARK, 0, MARK.length)) {
        return at + MARK.length;
      }
    }
    return -1;
  }

  /** H.264 puts a 3 between two zeros and what could be taken for a start code. */
  private static byte[] unescaped(byte[] message) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    int zeros = 0;
    for (byte each : message) {
      if (zeros >= 2 && each == 3) {
        zeros = 0;
        continue;
      }
      zeros = each == 0 ? zeros + 1 : 0;
      plain.write(each);
    }
    return plain.toByteArray();
  }

  private void read(byte[] message) {
    int count = message.length == 0 ? 0 : BigEndian.u8(message, 0);
    for (int i = 0, at = 1; i < count && at + 5 <= message.length; i++, at += 5) {
      values.putIfAbsent(BigEndian.u8(message, at), Arrays.copyOfRange(message, at + 1, at + 5));
    }
    date();
    value(MAKE)
        .map(bytes -> MAKES.get(BigEndian.u16(bytes, 0)))
        .ifPresent(make -> found.text(MetadataField.MAKE, Optional.of(make)));
    if (values.keySet().containsAll(MODEL)) {
      StringBuilder model = new StringBuilder();
      MODEL.forEach(tag -> model.append(new String(values.get(tag), StandardCharsets.ISO_8859_1)));
      found.text(MetadataField.MODEL, Optional.of(model.toString()));
    }
    found.number(MetadataField.EXPOSURE_TIME, value(EXPOSURE_TIME).flatMap(CamcorderFile::ratio));
    found.number(MetadataField.F_NUMBER, value(F_NUMBER).flatMap(CamcorderFile::ratio));
  }

  /** Digits in half bytes: a zone, then the year; the day, then the time. */
  private void date() {
    Optional<byte[]> first = value(YEAR_AND_MONTH);
    Optional<byte[]> second = value(DAY_AND_TIME);
    if (first.isEmpty() || second.isEmpty()) {
      return;
    }
    byte[] year = first.get();
    byte[] time = second.get();
    int zone = year[0] & 0xFF;
    String offset =
        (zone & 0x80) != 0
            ? ""
            : "%s%02d:%s"
                .formatted(
                    (zone & 0x20) == 0 ? "+" : "-",
                    zone >> 1 & 0x0F,
                    (zone & 1) == 0 ? "00" : "30");
    found.date(
        DateField.CAMCORDER_ORIGINAL,
        Optional.of(
            "%02x%02x:%02x:%02x %02x:%02x:%02x%s"
                .formatted(year[1], year[2], year[3], time[0], time[1], time[2], time[3], offset)));
  }

  private Optional<byte[]> value(int tag) {
    return Optional.ofNullable(values.get(tag));
  }

  private static Optional<Double> ratio(byte[] bytes) {
    int below = BigEndian.u16(bytes, 2);
    return below == 0 ? Optional.empty() : Optional.of(BigEndian.u16(bytes, 0) / (double) below);
  }
}
