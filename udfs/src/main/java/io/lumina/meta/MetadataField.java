package io.lumina.meta;

import java.util.List;

/**
 * The fields of {@link Metadata}, in the order of tables. Names, types and order are defined here
 * and nowhere else: a schema is made by walking {@link #values()}.
 */
public enum MetadataField {
  MAKE("make", Type.STRING),
  MODEL("model", Type.STRING),
  SERIAL("serial", Type.STRING),
  LENS("lens", Type.STRING),
  /** Millimetres, as engraved on the lens. */
  FOCAL_LENGTH("focal_length", Type.DOUBLE),
  F_NUMBER("f_number", Type.DOUBLE),
  /** Seconds. */
  EXPOSURE_TIME("exposure_time", Type.DOUBLE),
  ISO("iso", Type.INT),
  /** The bits of the Exif flash tag; bit 0 says that it fired. */
  FLASH("flash", Type.INT),
  /** Exif orientation 1 to 8. */
  ORIENTATION("orientation", Type.INT),
  /** Pixels of the main picture as stored, before orientation. */
  WIDTH("width", Type.INT),
  /** Pixels of the main picture as stored, before orientation. */
  HEIGHT("height", Type.INT),
  /** Degrees, north is positive. */
  GPS_LAT("gps_lat", Type.DOUBLE),
  /** Degrees, east is positive. */
  GPS_LON("gps_lon", Type.DOUBLE),
  /** Metres above the sea. */
  GPS_ALT("gps_alt", Type.DOUBLE),
  SOFTWARE("software", Type.STRING),
  ARTIST("artist", Type.STRING),
  COPYRIGHT("copyright", Type.STRING),
  /** Stars 0 to 5, -1 for rejected. */
  RATING("rating", Type.INT),
  TITLE("title", Type.STRING),
  DESCRIPTION("description", Type.STRING),
  KEYWORDS("keywords", Type.STRING_LIST),
  /** Seconds. */
  DURATION("duration", Type.DOUBLE),
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

  MetadataField(String fieldName, Type type) {
    this.fieldName = fieldName;
    this.type = type;
  }

  /** The name in tables and JSON, such as {@code focal_length}. */
  public String fieldName() {
    return fieldName;
  }

  public Type type() {
    return type;
  }

  /** The Java class that values of a field have. */
  public enum Type {
    STRING(String.class),
    INT(Integer.class),
    LONG(Long.class),
    DOUBLE(Double.class),
    /** A list of strings without nulls. */
    STRING_LIST(List.class);

    private final Class<?> javaClass;

    Type(Class<?> javaClass) {
      this.javaClass = javaClass;
    }

    public Class<?> javaClass() {
      return javaClass;
    }
  }
}
