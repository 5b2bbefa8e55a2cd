package io.lumina.meta;

import java.util.Arrays;

/**
 * The dates that are looked for. Their order here is the field order that decides between dates of
 * equal confidence.
 */
enum DateField {
  EXIF_ORIGINAL("exif", "DateTimeOriginal", 95),
  MAKERNOTE_ORIGINAL("exif", "MakerNoteDateTimeOriginal", 95),
  QUICKTIME_CREATION_DATE("quicktime", "com.apple.quicktime.creationdate", 95),
  XMP_ORIGINAL("xmp", "exif:DateTimeOriginal", 95),
  EXIF_DIGITIZED("exif", "DateTimeDigitized", 95),
  XMP_DATE_CREATED("xmp", "photoshop:DateCreated", 95),
  XMP_DIGITIZED("xmp", "exif:DateTimeDigitized", 95),
  XMP_CREATE("xmp", "xmp:CreateDate", 95),
  QUICKTIME_CREATE("quicktime", "CreateDate", 95),
  QUICKTIME_MEDIA_CREATE("quicktime", "MediaCreateDate", 95),
  MATROSKA_DATE("matroska", "DateTimeOriginal", 95),
  RIFF_ORIGINAL("riff", "DateTimeOriginal", 95),
  CAMCORDER_ORIGINAL("h264", "DateTimeOriginal", 95),
  TAKEOUT_TAKEN("takeout", "photoTakenTime", 90),
  RIFF_CREATED("riff", "DateCreated", 85),
  IPTC_CREATED("iptc", "DateCreated", 85),
  QUICKTIME_DAY("quicktime", "ContentCreateDate", 85),
  QUICKTIME_TRACK_CREATE("quicktime", "TrackCreateDate", 85),
  PNG_CREATION_TIME("png", "Creation Time", 85),
  IPTC_DIGITIZED("iptc", "DigitalCreationDate", 85),
  GPS("exif", "GPSDateTime", 85),
  EXIF_MODIFIED("exif", "DateTime", 85),
  XMP_TIFF_DATE("xmp", "tiff:DateTime", 85),
  XMP_MODIFIED("xmp", "xmp:ModifyDate", 85),
  PNG_MODIFIED("png", "tIME", 85),
  QUICKTIME_MODIFIED("quicktime", "ModifyDate", 85),
  XMP_METADATA("xmp", "xmp:MetadataDate", 85),
  FILE_NAME("filename", "name", 70),
  DIRECTORY("directory", "name", 50),
  FILE_SYSTEM("filesystem", "modified", 30);

  /** The confidence of dates that say when the picture was made. */
  static final int ORIGINAL = 95;

  private final String source;
  private final String fieldName;
  private final int confidence;

  DateField(String source, String fieldName, int confidence) {
    this.source = source;
    this.fieldName = fieldName;
    this.confidence = confidence;
  }

  String source() {
    return source;
  }

  String fieldName() {
    return fieldName;
  }

  int confidence() {
    return confidence;
  }

  /** Position of a candidate's field in the field order; unknown fields come last. */
  static int rank(DateCandidate candidate) {
    return Arrays.stream(values())
        .filter(field -> field.source.equals(candidate.source()))
        .filter(field -> field.fieldName.equals(candidate.field()))
        .mapToInt(DateField::ordinal)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }
}
