package io.lumina.meta.date;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * One date that may be the moment of capture.
 *
 * @param source exif, xmp, iptc, quicktime, matroska, png, riff, h264, sidecar (XMP beside the
 *     picture), takeout, filename, directory or filesystem
 * @param field the tag, in the words of its source
 * @param raw the text as found, cleaned and at most 100 characters
 * @param local wall clock at the place of capture
 * @param offset of the wall clock from UTC
 * @param utc the instant, known by itself or from local and offset
 * @param confidence 0 to 100
 * @param precision how much of the wall clock is known; the rest of it is the start of the period
 */
public record DateCandidate(
    String source,
    String field,
    String raw,
    Optional<LocalDateTime> local,
    Optional<ZoneOffset> offset,
    Optional<Instant> utc,
    int confidence,
    DatePrecision precision) {
  private static final String BESIDE = "sidecar";

  public DateCandidate {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(precision, "precision");
    if (local.isEmpty() && utc.isEmpty()) {
      throw new IllegalArgumentException("A date needs a local time or an instant: " + raw);
    }
    if (!local.map(Moments::isPossible).orElse(true)
        || !utc.map(Moments::isPossible).orElse(true)) {
      throw new IllegalArgumentException("No date of the years " + Moments.YEARS + ": " + raw);
    }
    if (confidence < 0 || confidence > 100) {
      throw new IllegalArgumentException("Confidence is 0 to 100, not " + confidence);
    }
    if (utc.isEmpty() && offset.isPresent()) {
      utc = local.map(wallClock -> wallClock.toInstant(offset.get())).filter(Moments::isPossible);
    }
  }

  /** A wall clock, with its offset where the file gives one. */
  static DateCandidate local(
      DateField field, String raw, LocalDateTime local, Optional<ZoneOffset> offset) {
    return local(field, raw, new DateText(local, offset, DatePrecision.TIME));
  }

  /** A wall clock of which perhaps only the year or the month is known. */
  public static DateCandidate local(DateField field, String raw, DateText date) {
    return new DateCandidate(
        field.source(),
        field.fieldName(),
        raw,
        Optional.of(date.local()),
        date.offset(),
        Optional.empty(),
        field.confidence(),
        date.precision());
  }

  /** A moment whose wall clock is not known. */
  public static DateCandidate instant(DateField field, String raw, Instant utc) {
    return new DateCandidate(
        field.source(),
        field.fieldName(),
        raw,
        Optional.empty(),
        Optional.empty(),
        Optional.of(utc),
        field.confidence(),
        DatePrecision.TIME);
  }

  /** The same, believed more or less. */
  DateCandidate withConfidence(int other) {
    return new DateCandidate(source, field, raw, local, offset, utc, other, precision);
  }

  /** The same read at another moment. */
  DateCandidate withInstant(Instant other) {
    return new DateCandidate(
        source, field, raw, local, offset, Optional.of(other), confidence, precision);
  }

  /** A date that an XMP sidecar holds as one beside the picture, not inside it. */
  public DateCandidate beside() {
    return source.equals(DateField.XMP_ORIGINAL.source())
        ? new DateCandidate(BESIDE, field, raw, local, offset, utc, confidence, precision)
        : this;
  }

  /** True for dates of Exif, whose clocks the camera set at once. */
  boolean isExif() {
    return source.equals(DateField.EXIF_ORIGINAL.source());
  }

  /** True for dates of an XMP sidecar. */
  boolean isBeside() {
    return source.equals(BESIDE);
  }

  /** True for dates found inside the file or in its XMP sidecar. */
  public boolean isEmbedded() {
    return switch (source) {
      case "takeout", "filename", "directory", "filesystem" -> false;
      default -> true;
    };
  }

  boolean is(DateKind kind) {
    return DateField.of(this).filter(field -> field.kind() == kind).isPresent();
  }

  /** True where the file or its sidecar says that this is when the picture was made. */
  public boolean isOriginal() {
    return is(DateKind.CAPTURE) || is(DateKind.DIGITIZED);
  }
}
