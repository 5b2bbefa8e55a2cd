package io.lumina.meta.date;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The dates that are looked for. Their order here is the field order that decides between dates of
 * equal confidence.
 */
public enum DateField {
  EXIF_ORIGINAL("exif", "DateTimeOriginal", DateKind.CAPTURE),
  MAKERNOTE_ORIGINAL("exif", "MakerNoteDateTimeOriginal", DateKind.CAPTURE),
  QUICKTIME_CREATION_DATE("quicktime", "com.apple.quicktime.creationdate", DateKind.CAPTURE),
  XMP_ORIGINAL("xmp", "exif:DateTimeOriginal", DateKind.CAPTURE),
  XMP_DATE_CREATED("xmp", "photoshop:DateCreated", DateKind.CAPTURE),
  IPTC_CREATED("iptc", "DateCreated", DateKind.CAPTURE),
  MATROSKA_DATE("matroska", "DateTimeOriginal", DateKind.CAPTURE),
  RIFF_ORIGINAL("riff", "DateTimeOriginal", DateKind.CAPTURE),
  CAMCORDER_ORIGINAL("h264", "DateTimeOriginal", DateKind.CAPTURE),
  EXIF_DIGITIZED("exif", "DateTimeDigitized", DateKind.DIGITIZED),
  XMP_DIGITIZED("xmp", "exif:DateTimeDigitized", DateKind.DIGITIZED),
  XMP_CREATE("xmp", "xmp:CreateDate", DateKind.DIGITIZED),
  QUICKTIME_CREATE("quicktime", "CreateDate", DateKind.DIGITIZED),
  QUICKTIME_MEDIA_CREATE("quicktime", "MediaCreateDate", DateKind.DIGITIZED),
  IPTC_DIGITIZED("iptc", "DigitalCreationDate", DateKind.DIGITIZED),
  TAKEOUT_TAKEN("takeout", "photoTakenTime", DateKind.TAKEOUT),
  /** The same field where Exif says that the camera knew no time; the confidence tells which. */
  IPTC_REMEMBERED("iptc", "DateCreated", DateKind.OTHER),
  RIFF_CREATED("riff", "DateCreated", DateKind.OTHER),
  QUICKTIME_DAY("quicktime", "ContentCreateDate", DateKind.OTHER),
  QUICKTIME_TRACK_CREATE("quicktime", "TrackCreateDate", DateKind.OTHER),
  PNG_CREATION_TIME("png", "Creation Time", DateKind.OTHER),
  GPS("exif", "GPSDateTime", DateKind.OTHER),
  EXIF_MODIFIED("exif", "DateTime", DateKind.OTHER),
  XMP_TIFF_DATE("xmp", "tiff:DateTime", DateKind.OTHER),
  XMP_MODIFIED("xmp", "xmp:ModifyDate", DateKind.OTHER),
  PNG_MODIFIED("png", "tIME", DateKind.OTHER),
  QUICKTIME_MODIFIED("quicktime", "ModifyDate", DateKind.OTHER),
  XMP_METADATA("xmp", "xmp:MetadataDate", DateKind.OTHER),
  FILE_NAME("filename", "name", DateKind.FILE_NAME),
  DIRECTORY("directory", "name", DateKind.DIRECTORY),
  FILE_SYSTEM("filesystem", "modified", DateKind.FILE_SYSTEM),
  /** What a converter copied into the picture; of several the earliest, that of the first file. */
  CONVERTED_FILE("filesystem", "converted", DateKind.FILE_SYSTEM);

  private final String source;
  private final String fieldName;
  private final DateKind kind;

  DateField(String source, String fieldName, DateKind kind) {
    this.source = source;
    this.fieldName = fieldName;
    this.kind = kind;
  }

  String source() {
    return source;
  }

  public String fieldName() {
    return fieldName;
  }

  DateKind kind() {
    return kind;
  }

  int confidence() {
    return kind.confidence();
  }

  /** The field of a candidate; a sidecar's fields are those of XMP. */
  static Optional<DateField> of(DateCandidate candidate) {
    String source = candidate.isBeside() ? XMP_ORIGINAL.source : candidate.source();
    List<DateField> named =
        Arrays.stream(values())
            .filter(field -> field.source.equals(source))
            .filter(field -> field.fieldName.equals(candidate.field()))
            .toList();
    return named.stream()
        .filter(field -> field.confidence() == candidate.confidence())
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  /** Position of a candidate's field in the field order; unknown fields come last. */
  public static int rank(DateCandidate candidate) {
    int last = FILE_SYSTEM.ordinal();
    return of(candidate).map(field -> Math.min(last, field.ordinal())).orElse(Integer.MAX_VALUE);
  }
}
