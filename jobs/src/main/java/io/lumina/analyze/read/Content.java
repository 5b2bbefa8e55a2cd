package io.lumina.analyze.read;

import io.lumina.container.FileFormat;
import io.lumina.container.MediaKind;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.Hindrance;
import io.lumina.image.reading.Issue;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataField;
import io.lumina.meta.field.MetadataReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What reading the bytes of one file gave: values, of which {@link ContentRows} makes a row.
 *
 * @param bytes which ones, and what they are
 * @param reading what they say of themselves
 * @param size in pixels, as decoding says; none where it does not
 * @param luma 64 times 64 values, or none
 * @param frames lumas of two later frames of an animation, empty where they are not known; none for
 *     a still
 * @param corruption the worst damage
 * @param hindrance why nobody could look, which is not the file's fault
 * @param issues oddities beside those of the reading, in the order in which they were met
 */
record Content(
    Bytes bytes,
    MetadataReading reading,
    Optional<Size> size,
    byte[] luma,
    Optional<byte[]> frames,
    Optional<Corruption> corruption,
    Optional<Hindrance> hindrance,
    List<Issue> issues) {
  /** Format of a file that describes another. */
  static final String SIDECAR = "SIDECAR";

  private static final MetadataReading NOTHING =
      new MetadataReading(Metadata.EMPTY, List.of(), List.of());

  /**
   * A content.
   *
   * @param mime type of media
   * @param format name of a {@link FileFormat}, or {@link #SIDECAR}
   */
  record Bytes(String sha256, long length, MediaKind kind, String mime, String format) {
    Bytes {
      Objects.requireNonNull(sha256, "sha256");
    }
  }

  /** Pixels as stored. */
  record Size(int width, int height) {}

  Content {
    issues = List.copyOf(issues);
  }

  /** A content of which nothing is known yet. */
  static Content of(String sha256, long length, FileFormat format) {
    return of(new Bytes(sha256, length, format.kind(), format.mime(), format.name()));
  }

  /** A file that describes another: its bytes are text, whatever they look like. */
  static Content sidecar(String sha256, long length) {
    return of(new Bytes(sha256, length, MediaKind.SIDECAR, "text/plain", SIDECAR));
  }

  private static Content of(Bytes bytes) {
    return new Content(
        bytes,
        NOTHING,
        Optional.empty(),
        new byte[0],
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  Content saying(MetadataReading found) {
    return new Content(bytes, found, size, luma, frames, corruption, hindrance, issues);
  }

  /** The same with other metadata, and the dates and issues that were found with the first. */
  Content saying(Metadata metadata) {
    return saying(new MetadataReading(metadata, reading.dates(), reading.issues()));
  }

  /** What decoding said of the size, which wins over what metadata claim; 0 is unknown. */
  Content sized(int width, int height) {
    return width > 0 && height > 0
        ? new Content(
            bytes,
            reading,
            Optional.of(new Size(width, height)),
            luma,
            frames,
            corruption,
            hindrance,
            issues)
        : this;
  }

  Content showing(byte[] picture) {
    return new Content(bytes, reading, size, picture, frames, corruption, hindrance, issues);
  }

  Content moving(byte[] later) {
    return new Content(
        bytes, reading, size, luma, Optional.of(later), corruption, hindrance, issues);
  }

  Content damaged(Optional<Corruption> by) {
    return new Content(bytes, reading, size, luma, frames, by, hindrance, issues);
  }

  Content hindered(Hindrance by) {
    return new Content(bytes, reading, size, luma, frames, corruption, Optional.of(by), issues)
        .odd(new Issue(by.reason(), by.detail() + LimitKey.hint(by.reason())));
  }

  Content odd(Issue issue) {
    List<Issue> all = new ArrayList<>(issues);
    all.add(issue);
    return new Content(bytes, reading, size, luma, frames, corruption, hindrance, all);
  }

  /** Pixels across; none where nothing tells. */
  Optional<Integer> width() {
    return size.map(Size::width).or(() -> claimed(MetadataField.WIDTH));
  }

  /** Pixels down; none where nothing tells. */
  Optional<Integer> height() {
    return size.map(Size::height).or(() -> claimed(MetadataField.HEIGHT));
  }

  private Optional<Integer> claimed(MetadataField field) {
    return reading.metadata().value(field).map(Integer.class::cast);
  }
}
