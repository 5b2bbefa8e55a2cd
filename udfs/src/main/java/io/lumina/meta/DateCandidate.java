package io.lumina.meta;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * One date that may be the moment of capture.
 *
 * @param source exif, xmp, iptc, quicktime, matroska, png, riff, h264, takeout, filename, directory
 *     or filesystem
 * @param field the tag, in the words of its source
 * @param raw the text as found, cleaned and at most 100 characters
 * @param local wall clock at the place of capture
 * @param offset of the wall clock from UTC
 * @param utc the instant, known by itself or from local and offset
 * @param confidence 0 to 100; 95 says an original or create date
 */
public record DateCandidate(
    String source,
    String field,
    String raw,
    Optional<LocalDateTime> local,
    Optional<ZoneOffset> offset,
    Optional<Instant> utc,
    int confidence) {

  public DateCandidate {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(raw, "raw");
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
    return new DateCandidate(
        field.source(),
        field.fieldName(),
        raw,
        Optional.of(local),
        offset,
        Optional.empty(),
        field.confidence());
  }

  /** A moment whose wall clock is not known. */
  static DateCandidate instant(DateField field, String raw, Instant utc) {
    return new DateCandidate(
        field.source(),
        field.fieldName(),
        raw,
        Optional.empty(),
        Optional.empty(),
        Optional.of(utc),
        field.confidence());
  }

  /** True for dates found inside the file. */
  public boolean isEmbedded() {
    return switch (source) {
      case "takeout", "filename", "directory", "filesystem" -> false;
      default -> true;
    };
  }

  /** True where the file itself says that this is when the picture was made. */
  public boolean isOriginal() {
    return confidence == DateField.ORIGINAL;
  }
}
