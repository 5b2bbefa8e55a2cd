package io.lumina.image.structure;

import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.Corruption.Severity;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import io.lumina.image.reading.Hindrance;
import io.lumina.image.reading.Issue;
import io.lumina.image.reading.JpegDecoder;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one file while it is read: size, damage, issues, and whether to go on. */
public final class Verdict {
  /** OpenCV takes no longer one. */
  private static final int LONGEST_SIDE = 1 << 20;

  private final PictureLimits limits;
  private final Damage decode = new Damage();
  private final List<Corruption> damage = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private Optional<Hindrance> hindrance = Optional.empty();
  private Optional<JpegDecoder> jpegBy = Optional.empty();
  private int width;
  private int height;

  public Verdict(PictureLimits limits) {
    this.limits = limits;
  }

  public Damage decodeDamage() {
    return decode;
  }

  public void issue(String code, String detail) {
    issues.add(new Issue(code, detail));
  }

  public void undecodable() {
    decode.severe(CorruptionReason.UNDECODABLE, "The decoder gives no picture");
  }

  public void severe(String reason, String detail) {
    decode.severe(reason, detail);
  }

  public void size(int pixelsWide, int pixelsHigh) {
    width = pixelsWide;
    height = pixelsHigh;
  }

  public boolean hasSize() {
    return width > 0 && height > 0;
  }

  void structure(Structure structure) {
    damage.addAll(structure.damage());
    size(structure.width(), structure.height());
  }

  /** Takes over what a structure says; false where nothing may be decoded. */
  public boolean accepts(Structure structure) {
    structure(structure);
    return fits(structure);
  }

  /** Holds a structure against the limits. */
  public boolean fits(Structure structure) {
    if (structure.pixels() > limits.maxPixels()) {
      String size = structure.width() + "x" + structure.height();
      hindered(
          new Hindrance(
              CorruptionReason.TOO_MANY_PIXELS,
              structure.pixels(),
              limits.maxPixels(),
              "%s are %d pixels, the limit is %d"
                  .formatted(size, structure.pixels(), limits.maxPixels())));
      return false;
    }
    return structure.damage().stream().noneMatch(d -> d.severity() == Severity.SEVERE);
  }

  /** Whether the whole picture may be in memory at once. */
  public boolean fitsAtOnce(Structure structure) {
    return structure.decodedBytes() <= limits.maxDecodedBytes()
        && Math.max(structure.width(), structure.height()) <= LONGEST_SIDE;
  }

  /** As {@link #fitsAtOnce}, for formats that nothing here decodes piece by piece. */
  public boolean mustFitAtOnce(Structure structure) {
    if (!fitsAtOnce(structure)) {
      tooLarge(structure);
    }
    return fitsAtOnce(structure);
  }

  public void tooLarge(Structure structure) {
    hindered(
        new Hindrance(
            CorruptionReason.DECODE_TOO_LARGE,
            Math.max(structure.decodedBytes(), limits.maxDecodedBytes() + 1),
            limits.maxDecodedBytes(),
            "%dx%d pixels need %d bytes to decode, the limit is %d"
                .formatted(
                    structure.width(),
                    structure.height(),
                    structure.decodedBytes(),
                    limits.maxDecodedBytes())));
  }

  public void hindered(Hindrance by) {
    hindrance = Optional.of(by);
  }

  public void jpegBy(JpegDecoder decoder) {
    jpegBy = Optional.of(decoder);
  }

  public boolean isHindered() {
    return hindrance.isPresent();
  }

  /** As {@link #accepts(Structure)}, with what is special about a JPEG. */
  public boolean accepts(JpegStructure jpeg) {
    if (!accepts(jpeg.structure())) {
      return false;
    }
    if (!hasFewScans(jpeg)) {
      return false;
    }
    if (!jpeg.hasFrame() || !jpeg.hasScan()) {
      severe(
          CorruptionReason.BROKEN_HEADER,
          jpeg.hasFrame() ? "There are no picture data" : "There is no frame header");
      return false;
    }
    return true;
  }

  /** Each scan takes time. */
  public boolean hasFewScans(JpegStructure jpeg) {
    if (jpeg.tooManyScans()) {
      hindered(
          Hindrance.beyond(
              CorruptionReason.TOO_MANY_SCANS,
              JpegStructure.MAX_SCANS,
              "The picture has more than " + JpegStructure.MAX_SCANS + " scans"));
    }
    return !jpeg.tooManyScans();
  }

  public PictureReading reading(Optional<byte[]> luma) {
    List<Corruption> all = new ArrayList<>(decode.found());
    all.addAll(damage);
    List<Issue> odd = new ArrayList<>();
    hindrance.ifPresent(by -> odd.add(by.issue()));
    odd.addAll(issues);
    return new PictureReading(
        width,
        height,
        luma.orElse(new byte[0]),
        Structure.worst(all),
        odd,
        hindrance,
        luma.flatMap(l -> jpegBy));
  }
}
