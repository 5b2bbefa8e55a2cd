package io.lumina.made;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Writes the directories of a TIFF, as in Exif: little endian, without a picture. */
public final class TiffBlock {
  public static final int MAKE = 0x010F;
  public static final int MODEL = 0x0110;
  public static final int DATE_TIME = 0x0132;
  public static final int RATING = 0x4746;
  public static final int RATING_PERCENT = 0x4749;
  public static final int DATE_TIME_ORIGINAL = 0x9003;
  public static final int DATE_TIME_DIGITIZED = 0x9004;
  public static final int OFFSET_TIME = 0x9010;
  public static final int OFFSET_TIME_ORIGINAL = 0x9011;
  public static final int OFFSET_TIME_DIGITIZED = 0x9012;
  public static final int SUB_SECONDS_ORIGINAL = 0x9291;

  private static final int EXIF = 0x8769;
  private static final int FIRST_OF_EXIF = 0x829A;

  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int HEADER = 8;
  private static final int ENTRY = 12;

  private record Entry(int type, int count, byte[] value) {}

  private final Map<Integer, Entry> main = new TreeMap<>();
  private final Map<Integer, Entry> exif = new TreeMap<>();

  /** A text with the NUL that ends it. */
  public TiffBlock text(int tag, String text) {
    byte[] value = (text + '\0').getBytes(StandardCharsets.UTF_8);
    return with(tag, new Entry(ASCII, value.length, value));
  }

  /** A number of sixteen bits. */
  public TiffBlock number(int tag, int number) {
    return with(tag, new Entry(SHORT, 1, buffer(2).putShort((short) number).array()));
  }

  private TiffBlock with(int tag, Entry entry) {
    boolean rating = tag == RATING || tag == RATING_PERCENT;
    (tag < FIRST_OF_EXIF || rating ? main : exif).put(tag, entry);
    return this;
  }

  /** The whole block, from its byte order on. */
  public byte[] bytes() {
    main.put(EXIF, pointer(0));
    int exifAt = HEADER + length(main);
    main.put(EXIF, pointer(exifAt));
    ByteBuffer all = buffer(exifAt + length(exif));
    all.put(new byte[] {'I', 'I', 42, 0}).putInt(HEADER);
    write(main, all);
    write(exif, all);
    return all.array();
  }

  private static Entry pointer(int at) {
    return new Entry(LONG, 1, buffer(4).putInt(at).array());
  }

  private static int length(Map<Integer, Entry> directory) {
    int values = directory.values().stream().mapToInt(entry -> outside(entry.value())).sum();
    return 2 + directory.size() * ENTRY + 4 + values;
  }

  private static int outside(byte[] value) {
    return value.length <= 4 ? 0 : value.length + value.length % 2;
  }

  private static void write(Map<Integer, Entry> directory, ByteBuffer to) {
    int valueAt = to.position() + 2 + directory.size() * ENTRY + 4;
    to.putShort((short) directory.size());
    for (Map.Entry<Integer, Entry> each : directory.entrySet()) {
      byte[] value = each.getValue().value();
      to.putShort(each.getKey().shortValue()).putShort((short) each.getValue().type());
      to.putInt(each.getValue().count());
      if (value.length <= 4) {
        to.put(Arrays.copyOf(value, 4));
      } else {
        to.putInt(valueAt);
        to.put(valueAt, value);
        valueAt += outside(value);
      }
    }
    to.putInt(0);
    to.position(valueAt);
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
