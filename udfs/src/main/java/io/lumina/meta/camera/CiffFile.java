package io.lumina.meta.camera;

import io.lumina.container.BigEndian;
import io.lumina.container.Bytes;
import io.lumina.meta.date.DateField;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import io.lumina.meta.text.CleanText;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Canon's format before 2004: a heap of values with its directory at the end, heaps inside. It is
 * the RAW of that time ({@code .crw}) and stands in the first segment of early JPEG files. Tags and
 * conversions are those that ExifTool's documentation gives.
 */
public final class CiffFile {
  private static final int HEADER = 26;
  private static final int ENTRY = 10;
  private static final int MAX_ENTRIES = 1_000;
  private static final int MAX_DEPTH = 8;

  private static final int PLACE = 0xC000;
  private static final int IN_DIRECTORY = 0x4000;
  private static final int KIND = 0x3800;
  private static final List<Integer> HEAPS = List.of(0x2800, 0x3000);

  private static final int MAKE_AND_MODEL = 0x080A;
  private static final int BASE_ISO = 0x101C;
  private static final int FOCAL_LENGTH = 0x1029;
  private static final int SHOT_INFO = 0x102A;
  private static final int CAMERA_SETTINGS = 0x102D;
  private static final int SERIAL = 0x180B;
  private static final int TIME = 0x180E;
  private static final int IMAGE_INFO = 0x1810;
  private static final int EXPOSURE = 0x1818;
  private static final Map<Long, Integer> ORIENTATIONS = Map.of(0L, 1, 90L, 6, 180L, 3, 270L, 8);

  private final Bytes file;
  private final Map<Integer, Bytes> values = new HashMap<>();

  private CiffFile(byte[] content) {
    this.file = Bytes.littleEndian(content);
  }

  public static boolean matches(byte[] content) {
    return BigEndian.startsWith(content, 0, "II\u001a\0")
        && BigEndian.startsWith(content, 6, "HEAP");
  }

  public static void parse(byte[] content, Findings found) {
    CiffFile ciff = new CiffFile(content);
    long start = Math.max(HEADER, ciff.file.u32(2));
    ciff.heap(start, content.length - start, 0);
    ciff.use(found);
  }

  private void heap(long start, long length, int depth) {
    long end = start + length;
    if (depth > MAX_DEPTH || !file.has(start, length) || length < 6) {
      return;
    }
    long at = start + file.u32(end - 4);
    int count = Math.min(file.u16(at), MAX_ENTRIES);
    for (int i = 0; i < count && values.size() < MAX_ENTRIES; i++) {
      long entry = at + 2 + (long) ENTRY * i;
      int tag = file.u16(entry);
      boolean inDirectory = (tag & PLACE) == IN_DIRECTORY;
      long size = inDirectory ? 8 : file.u32(entry + 2);
      long place = inDirectory ? entry + 2 : start + file.u32(entry + 6);
      if (HEAPS.contains(tag & KIND) && !inDirectory) {
        heap(place, size, depth + 1);
      } else {
        values.putIfAbsent(
            tag & ~PLACE, Bytes.littleEndian(file.range(place, Math.min(size, 4_096))));
      }
    }
  }

  private void use(Findings found) {
    value(MAKE_AND_MODEL)
        .map(bytes -> CleanText.decode(bytes.array()).split("\0"))
        .filter(words -> words.length >= 2)
        .ifPresent(
            words -> {
              found.text(MetadataField.MAKE, Optional.of(words[0]));
              found.text(MetadataField.MODEL, Optional.of(words[1]));
            });
    value(SERIAL)
        .map(bytes -> bytes.u32(0))
        .filter(number -> number > 0)
        .ifPresent(n -> found.text(MetadataField.SERIAL, Optional.of(Long.toString(n))));
    value(IMAGE_INFO)
        .ifPresent(
            info -> {
              found.size(info.u32(0), info.u32(4));
              found.orientation(Optional.ofNullable(ORIENTATIONS.get(info.u32(12))));
            });
    value(TIME).ifPresent(time -> taken(time.u32(0), found));
    exposure(found);
  }

  /** Seconds of the camera's own clock. */
  private static void taken(long seconds, Findings found) {
    try {
      LocalDateTime local = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
      if (seconds > 0) {
        found.local(DateField.MAKERNOTE_ORIGINAL, Long.toString(seconds), local, Optional.empty());
      }
    } catch (DateTimeException e) {
      found.issue("bad_date", "CIFF time is no date: " + seconds);
    }
  }

  private void exposure(Findings found) {
    Optional<Bytes> shot = value(SHOT_INFO);
    Optional<Bytes> apex = value(EXPOSURE);
    found.number(
        MetadataField.EXPOSURE_TIME,
        shot.map(info -> s16(info, 22)).filter(v -> v != 0).map(v -> Math.pow(2, -steps(v))));
    found.number(MetadataField.EXPOSURE_TIME, apex.map(info -> Math.pow(2, -real(info, 4))));
    found.number(
        MetadataField.F_NUMBER,
        shot.map(info -> s16(info, 21)).filter(v -> v != 0).map(v -> Math.pow(2, steps(v) / 2)));
    found.number(MetadataField.F_NUMBER, apex.map(info -> Math.pow(2, real(info, 8) / 2)));
    int units = value(CAMERA_SETTINGS).map(settings -> s16(settings, 25)).orElse(1);
    found.number(
        MetadataField.FOCAL_LENGTH,
        value(FOCAL_LENGTH)
            .map(focal -> focal.u16(2) / (double) Math.max(1, units))
            .filter(length -> length > 0));
    found.integer(
        MetadataField.ISO,
        value(CAMERA_SETTINGS)
            .map(settings -> s16(settings, 16))
            .flatMap(MakernoteFields::canonIso));
    found.integer(
        MetadataField.ISO,
        shot.filter(info -> s16(info, 2) > 0)
            .map(
                info ->
                    (int)
                        Math.round(Math.pow(2, (s16(info, 1) + s16(info, 2)) / 32.0) * 100 / 32)));
    found.integer(
        MetadataField.ISO, value(BASE_ISO).map(iso -> (int) iso.u32(0)).filter(iso -> iso > 0));
  }

  private Optional<Bytes> value(int tag) {
    return Optional.ofNullable(values.get(tag));
  }

  private static int s16(Bytes info, int index) {
    return (short) info.u16(2L * index);
  }

  private static double real(Bytes info, int at) {
    return Float.intBitsToFloat((int) info.u32(at));
  }

  /** Steps of 1/32 in which thirds are written as 12 and 20. */
  private static double steps(int value) {
    int magnitude = Math.abs(value);
    int fraction = magnitude & 0x1F;
    double exact = fraction == 0x0C ? 32 / 3.0 : fraction == 0x14 ? 64 / 3.0 : fraction;
    return Math.signum(value) * (magnitude - fraction + exact) / 32;
  }
}
