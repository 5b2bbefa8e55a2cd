package io.lumina.made;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What a camera writes beside the pixels, and how it lies in a JPEG. */
public final class Exif {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
  public static final int DATE_TIME = 0x0132;
  public static final int RATING = 0x4746;
  public static final int RATING_PERCENT = 0x4749;
  public static final int ISO = 0x8827;
  public static final int DATE_TIME_ORIGINAL = 0x9003;
  public static final int DATE_TIME_DIGITIZED = 0x9004;
  public static final int OFFSET_TIME = 0x9010;
  public static final int OFFSET_TIME_ORIGINAL = 0x9011;
  public static final int SUB_SECONDS_ORIGINAL = 0x9291;

  /** Tags from here on stand in the second directory. */
  private static final int FIRST_OF_EXIF = 0x8000;

  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int GPS_DIRECTORY = 0x8825;
  private static final int MAKER_NOTE = 0x927c;
  private static final int APPLE_CONTENT_IDENTIFIER = 0x11;
  private static final int TEXT = 2;
  private static final int RATIONAL = 5;
  private static final int UNDEFINED = 7;

  private final Map<Integer, TiffValue> main = new TreeMap<>();
  private final Map<Integer, TiffValue> exif = new TreeMap<>();
  private final Map<Integer, TiffValue> gps = new TreeMap<>();

  private Exif() {}

  /** The fields of a camera. */
  public static Exif of(String make, String model) {
    Exif fields = new Exif();
    fields.main.put(0x010f, TiffValue.text(make));
    fields.main.put(0x0110, TiffValue.text(model));
    return fields;
  }

  /** Of no camera. */
  public static Exif blank() {
    return new Exif();
  }

  /** A text of either directory. */
  public Exif text(int tag, String text) {
    return put(tag, TiffValue.text(text));
  }

  /** A text whose characters are one byte each. */
  public Exif latin1(int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
    return put(tag, new TiffValue(TEXT, bytes.length, bytes));
  }

  /** A whole number of either directory. */
  public Exif number(int tag, int number) {
    return put(tag, TiffValue.number(number));
  }

  private Exif put(int tag, TiffValue value) {
    (tag < FIRST_OF_EXIF ? main : exif).put(tag, value);
    return this;
  }

  /** The time of the shot, of digitizing and of the file. */
  public Exif taken(LocalDateTime clock) {
    TiffValue text = TiffValue.text(CLOCK.format(clock));
    main.put(0x0132, text);
    exif.put(0x9003, text);
    exif.put(0x9004, text);
    return this;
  }

  public Exif orientation(int orientation) {
    main.put(0x0112, TiffValue.number(orientation));
    return this;
  }

  /** A place, in degrees. */
  public Exif place(double latitude, double longitude) {
    gps.put(1, TiffValue.text(latitude < 0 ? "S" : "N"));
    gps.put(2, TiffValue.degrees(Math.abs(latitude)));
    gps.put(3, TiffValue.text(longitude < 0 ? "W" : "E"));
    gps.put(4, TiffValue.degrees(Math.abs(longitude)));
    return this;
  }

  /** The place does not say on which side of equator and meridian it lies. */
  public Exif withoutHemispheres() {
    gps.remove(1);
    gps.remove(3);
    return this;
  }

  /** Every number of the place is divided by zero. */
  public Exif placeOverZero() {
    ByteBuffer zeros = ByteBuffer.allocate(24).putInt(1).putInt(8, 1).putInt(16, 1);
    gps.put(2, new TiffValue(RATIONAL, 3, zeros.array()));
    gps.put(4, new TiffValue(RATIONAL, 3, zeros.array()));
    return this;
  }

  /** Apple's own directory with what a still has in common with its clip. */
  public Exif contentIdentifier(String identifier) {
    byte[] text = (identifier + "\0").getBytes(StandardCharsets.US_ASCII);
    MadeBytes note = MadeBytes.big().text("Apple iOS\0").u16(1).text("MM").u16(1);
    int valueAt = note.length() + 12 + 4;
    note.u16(APPLE_CONTENT_IDENTIFIER).u16(TEXT).u32(text.length, valueAt, 0).add(text);
    exif.put(MAKER_NOTE, new TiffValue(UNDEFINED, note.length(), note.done()));
    return this;
  }

  /** Another field of the first directory. */
  Exif with(int tag, TiffValue value) {
    main.put(tag, value);
    return this;
  }

  /** A JPEG with these fields behind its first marker. */
  public byte[] into(byte[] jpeg) {
    byte[] tiff = tiff();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int length = 2 + 6 + tiff.length;
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(tiff);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** As a TIFF structure without pixels, the highest byte first. */
  public byte[] tiff() {
    Map<Integer, TiffValue> first = new TreeMap<>(main);
    first.put(EXIF_DIRECTORY, TiffValue.offset(0));
    if (!gps.isEmpty()) {
      first.put(GPS_DIRECTORY, TiffValue.offset(0));
    }
    int exifAt = 8 + size(first);
    int gpsAt = exifAt + size(exif);
    first.put(EXIF_DIRECTORY, TiffValue.offset(exifAt));
    if (!gps.isEmpty()) {
      first.put(GPS_DIRECTORY, TiffValue.offset(gpsAt));
    }
    ByteBuffer out = ByteBuffer.allocate(gpsAt + (gps.isEmpty() ? 0 : size(gps)));
    out.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
    write(first, out);
    write(exif, out);
    if (!gps.isEmpty()) {
      write(gps, out);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static int size(Map<Integer, TiffValue> directory) {
    return 2
        + 12 * directory.size()
        + 4
        + directory.values().stream().mapToInt(TiffValue::outside).sum();
  }

  private static void write(Map<Integer, TiffValue> directory, ByteBuffer out) {
    int outside = out.position() + 2 + 12 * directory.size() + 4;
    ByteBuffer values = out.duplicate().position(outside);
    out.putShort((short) directory.size());
    directory.forEach((tag, value) -> value.write(tag, out, values));
    out.putInt(0);
    out.position(values.position());
  }
}
