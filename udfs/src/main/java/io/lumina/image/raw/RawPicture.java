package io.lumina.image.raw;

import io.lumina.container.FileFormat;
import io.lumina.image.pixels.JpegPicture;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.structure.JpegStructure;
import io.lumina.image.structure.Verdict;
import java.util.Optional;

/** The picture of a RAW file: the largest JPEG that its camera put into it. */
public final class RawPicture {
  /** A smaller one is an Exif thumbnail: cropped, letterboxed, or of another picture. */
  private static final int LEAST_LONGER_SIDE = 640;

  private final byte[] content;
  private final FileFormat format;
  private final Verdict verdict;

  public RawPicture(byte[] content, FileFormat format, Verdict verdict) {
    this.content = content;
    this.format = format;
    this.verdict = verdict;
  }

  public Optional<byte[]> luma() {
    RawDirectories directories = RawDirectories.of(content, format);
    Optional<RawPreview> preview = RawPreview.largest(content, directories.previews());
    if (directories.width() > 0) {
      verdict.size(directories.width(), directories.height());
    } else if (preview.isPresent()) {
      verdict.size(preview.get().jpeg().width(), preview.get().jpeg().height());
    }
    if (!directories.isSound() && preview.isEmpty()) {
      verdict.severe(
          CorruptionReason.BROKEN_HEADER,
          "No directory and no preview within " + content.length + " bytes of " + format);
      return Optional.empty();
    }
    for (long place : directories.previews()) {
      if (place >= content.length) {
        verdict
            .decodeDamage()
            .minor(
                CorruptionReason.TRUNCATED,
                "A preview lies at %d, the file has %d bytes".formatted(place, content.length));
        break;
      }
    }
    if (preview.isEmpty() || preview.get().longerSide() < LEAST_LONGER_SIDE) {
      verdict.issue(
          CorruptionReason.NO_PREVIEW,
          preview
              .map(p -> "The largest preview has %d pixels".formatted(p.longerSide()))
              .orElse("There is no preview")
              .concat(", %d on the longer side are needed".formatted(LEAST_LONGER_SIDE)));
      return Optional.empty();
    }
    RawPreview chosen = preview.get();
    if (!verdict.fits(chosen.jpeg().structure()) || !verdict.hasFewScans(chosen.jpeg())) {
      return Optional.empty();
    }
    JpegStructure jpeg = chosen.decoded(content).jpeg();
    int orientation =
        directories.orientation() > 0 ? directories.orientation() : chosen.jpeg().orientation();
    Optional<byte[]> luma =
        JpegPicture.luma(content, chosen.from(), chosen.to(), jpeg, orientation, verdict);
    if (luma.isEmpty() && !verdict.isHindered()) {
      verdict.undecodable();
    }
    return luma;
  }
}
