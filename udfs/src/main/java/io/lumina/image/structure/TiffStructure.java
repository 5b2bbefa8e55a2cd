package io.lumina.image.structure;

import io.lumina.container.TiffReader;
import io.lumina.container.TiffTag;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import java.util.HashSet;
import java.util.Set;

/** Walks the directories of a TIFF 6.0 or BigTIFF: size, where the pixels lie, loops. */
public final class TiffStructure {
  private static final int THRESHHOLDING = 0x107;
  private static final int MAX_DIRECTORIES = 1000;
  private static final int MAX_STRIPS = 1 << 20;

  private final TiffReader tiff;
  private final Damage damage = new Damage();

  private TiffStructure(TiffReader tiff) {
    this.tiff = tiff;
  }

  public static Structure of(byte[] content) {
    return TiffReader.at(content, 0)
        .map(tiff -> new TiffStructure(tiff).structure())
        .orElseGet(
            () ->
                Structure.broken(
                    new Corruption(
                        Corruption.Severity.SEVERE,
                        CorruptionReason.BROKEN_HEADER,
                        "No TIFF header within " + content.length + " bytes")));
  }

  /** Which the decoder of whole pictures applies itself. */
  public static int orientation(byte[] content) {
    return Orientation.ofExif(content, 0);
  }

  private Structure structure() {
    TiffReader.Ifd first = tiff.ifd(tiff.firstOffset());
    chain(first);
    int width = size(tiff.value(first, TiffTag.WIDTH, 0));
    int height = size(tiff.value(first, TiffTag.HEIGHT, 0));
    long samples = Math.max(1, Math.min(16, tiff.value(first, TiffTag.SAMPLES, 1)));
    long bits = tiff.value(first, TiffTag.BITS, 1);
    if (first.entries().isEmpty() || width == 0 || height == 0) {
      damage.severe(
          CorruptionReason.BROKEN_HEADER,
          "The first directory has " + first.entries().size() + " entries and no picture size");
    } else {
      entries(first);
      pixels(first, width, height, samples, bits);
    }
    long perPixel = Math.max(4, samples * Math.max(1, bits / 8)) + 1;
    boolean alpha = first.entry(TiffTag.EXTRA_SAMPLES).isPresent() && samples >= 2;
    // OpenCV turns TIFFs itself, whatever the flags say.
    return new Structure(
        width, height, perPixel * width * height, Orientation.UPRIGHT, alpha, damage.found());
  }

  private static int size(long value) {
    return (int) Math.max(0, Math.min(value, Integer.MAX_VALUE));
  }

  private void chain(TiffReader.Ifd first) {
    Set<Long> seen = new HashSet<>();
    seen.add(tiff.firstOffset());
    long next = first.next();
    while (next != 0) {
      if (!seen.add(next)) {
        damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "The directories form a loop");
        return;
      }
      if (seen.size() > MAX_DIRECTORIES) {
        damage.moderate(
            CorruptionReason.BROKEN_STRUCTURE, "More than " + MAX_DIRECTORIES + " directories");
        return;
      }
      TiffReader.Ifd ifd = tiff.ifd(next);
      if (!ifd.whole()) {
        damage.minor(
            CorruptionReason.BROKEN_STRUCTURE, "No directory begins at " + next + " as announced");
        return;
      }
      next = ifd.next();
    }
  }

  private void entries(TiffReader.Ifd ifd) {
    if (!ifd.whole()) {
      damage.moderate(
          CorruptionReason.BROKEN_STRUCTURE,
          "A directory of " + ifd.count() + " entries reaches beyond the end");
    }
    int before = -1;
    for (TiffReader.Entry entry : ifd.entries()) {
      boolean there = tiff.bytes().has(entry.at(), entry.count() * entry.size());
      if (entry.size() == 0 || !there) {
        damage.minor(
            CorruptionReason.BROKEN_STRUCTURE,
            "The values of tag 0x"
                + Integer.toHexString(entry.tag())
                + (entry.size() == 0 ? " have no type" : " lie outside of the file"));
      } else if (entry.tag() < before) {
        damage.minor(CorruptionReason.BROKEN_STRUCTURE, "The tags are not in order");
      }
      before = entry.tag();
    }
  }

  private void pixels(TiffReader.Ifd ifd, int width, int height, long samples, long bits) {
    boolean tiled = ifd.entry(TiffTag.TILE_OFFSETS).isPresent();
    long[] offsets = values(ifd, tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS);
    long[] counts = values(ifd, tiled ? TiffTag.TILE_BYTES : TiffTag.STRIP_BYTES);
    long compression = tiff.value(ifd, TiffTag.COMPRESSION, 1);
    if (offsets.length == 0 && compression != 6) {
      damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "Nothing says where the pixels lie");
      return;
    }
    if (ifd.entry(TiffTag.PHOTOMETRIC).isEmpty()) {
      damage.minor(CorruptionReason.BAD_FIELD, "Nothing says what the values of pixels mean");
    }
    long threshholding = tiff.value(ifd, THRESHHOLDING, 1);
    if (threshholding < 1 || threshholding > 3) {
      damage.minor(CorruptionReason.BAD_FIELD, "A threshholding of number " + threshholding);
    }
    int missing = 0;
    long sum = 0;
    for (int i = 0; i < offsets.length; i++) {
      long count = i < counts.length ? counts[i] : 0;
      sum += count;
      if (!tiff.bytes().has(offsets[i], Math.max(1, count))) {
        missing++;
      }
    }
    if (missing > 0) {
      damage.moderate(
          CorruptionReason.TRUNCATED,
          missing + " of " + offsets.length + " stretches of pixels lie outside of the file");
    }
    long needed = (width * bits + 7) / 8 * samples * height;
    if (compression == 1 && !tiled && counts.length > 0 && sum < needed) {
      damage.moderate(
          CorruptionReason.BROKEN_STREAM, "Pixels need " + needed + " bytes, there are " + sum);
    }
  }

  private long[] values(TiffReader.Ifd ifd, int tag) {
    return ifd.entry(tag).map(entry -> tiff.values(entry, MAX_STRIPS)).orElse(new long[0]);
  }
}
