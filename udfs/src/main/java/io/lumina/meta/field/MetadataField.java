package io.lumina.meta.field;

import java.math.BigDecimal;
import java.util.List;

/**
 * The fields of {@link Metadata}, in the order of tables. Names, types, order and the bounds of
 * numbers are defined here and nowhere else: a schema is made by walking {@link #values()}.
 */
public enum MetadataField {
  MAKE("make", Type.STRING),
  MODEL("model", Type.STRING),
  SERIAL("serial", Type.STRING),
  LENS("lens", Type.STRING),
  /** Millimetres, as engraved on the lens. */
  FOCAL_LENGTH("focal_length", Type.DOUBLE, 0, Type.UNSIGNED),
  F_NUMBER("f_number", Type.DOUBLE, 0, Type.UNSIGNED),
  /** Seconds. */
  EXPOSURE_TIME("exposure_time", Type.DOUBLE, 0, Type.UNSIGNED),
  ISO("iso", Type.INT, 0, 100_000_000),
  /** The bits of the Exif flash tag; bit 0 says that it fired. */
  FLASH("flash", Type.INT, 0, 0xFFFF),
  /** Exif orientation 1 to 8. */
  ORIENTATION("orientation", Type.INT, 1, 8),
  /** Pixels of the main picture as stored, before orientation. */
  WIDTH("width", Type.INT, 1, Integer.MAX_VALUE),
  /** Pixels of the main picture as stored, before orientation. */
  HEIGHT("height", Type.INT, 1, Integer.MAX_VALUE),
  /** Degrees, north is positive. */
  GPS_LAT("gps_lat", Type.DOUBLE, -90, 90),
  /** Degrees, east is positive. */
  GPS_LON("gps_lon", Type.DOUBLE, -180, 180),
  /** Metres above the sea. */
  GPS_ALT("gps_alt", Type.DOUBLE, -100_000, 100_000),
  SOFTWARE("software", Type.STRING),
  ARTIST("artist", Type.STRING),
  COPYRIGHT("copyright", Type.STRING),
  /** Stars 0 to 5, -1 for rejected. */
  RATING("rating", Type.INT, -1, 5),
  TITLE("title", Type.STRING),
  DESCRIPTION("description", Type.STRING),
  KEYWORDS("keywords", Type.STRING_LIST),
  /** Seconds. */
  DURATION("duration", Type.DOUBLE, 0, 1e9),
  /**
   * Four-character code or name of the video stream, of the audio stream where there is no video.
   */
  CODEC("codec", Type.STRING),
  /** Apple's identifier that a Live Photo's still and clip share. */
  CONTENT_IDENTIFIER("content_identifier", Type.STRING),
  /** Identifier that the frames of one burst share. */
  BURST_UUID("burst_uuid", Type.STRING);

  private final String fieldName;
  private final Type type;
  private final double least;
  private final double greatest;

  MetadataField(String fieldName, Type type) {
    this(fieldName, type, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  MetadataField(String fieldName, Type type, double least, double greatest) {
    this.fieldName = fieldName;
    this.type = type;
    this.least = least;
    this.greatest = greatest;
  }

  /** The name in tables and JSON, such as {@code focal_length}. */
  public String fieldName() {
    return fieldName;
  }

  public Type type() {
    return type;
  }

  /** Whether a value is of this field's type and, if it is a number, finite and within bounds. */
  boolean accepts(Object value) {
    if (!type.javaClass().isInstance(value)) {
      return false;
    }
    return !(value instanceof Number number)
        || Double.isFinite(number.doubleValue())
            && number.doubleValue() >= least
            && number.doubleValue() <= greatest;
  }

  /** What a value has to be, for messages. */
  String demand() {
    return Double.isInfinite(least)
        ? "a " + type
        : "a %s from %s to %s".formatted(type, plain(least), plain(greatest));
  }

  private static String plain(double bound) {
    return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }

  /** The Java class that values of a field have. */
  public enum Type {
    STRING(String.class),
    INT(Integer.class),
    LONG(Long.class),
    DOUBLE(Double.class),
    /** A list of strings without nulls. */
    STRING_LIST(List.class);

    /** The most that 32 bits of Exif can say. */
    private static final double UNSIGNED = 0xFFFF_FFFFL;

    private final Class<?> javaClass;

    Type(Class<?> javaClass) {
      this.javaClass = javaClass;
    }

    public Class<?> javaClass() {
      return javaClass;
    }
  }
}
