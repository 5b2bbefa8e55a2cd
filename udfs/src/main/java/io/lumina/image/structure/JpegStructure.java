package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.container.TiffReader;
import io.lumina.image.jpeg.Eighth;
import io.lumina.image.jpeg.EighthDecoder;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import java.util.Arrays;
import java.util.Optional;

/**
 * Walks the markers of a JPEG stream (ITU-T T.81 annex B) from SOI to EOI without decoding: size,
 * kind, number of scans, orientation, and damage that lenient decoders hide.
 */
public final class JpegStructure {
  /** More scans than any encoder writes; a decoder needs time for each of them. */
  static final int MAX_SCANS = EighthDecoder.MAX_SCANS;

  private final byte[] content;
  private final Bytes bytes;
  private final int from;
  private final Eighth eighth;
  private final Damage damage = new Damage();
  private final JpegTables tables = new JpegTables(damage);
  private int width;
  private int height;
  private int frame;
  private int frameAt = -1;
  private int components;
  private int scans;
  private int orientation = Orientation.UPRIGHT;
  private int exifAt = -1;
  private int restartInterval;
  private int end = -1;
  private boolean tooManyScans;

  private JpegStructure(byte[] content, int from, Eighth eighth) {
    this.content = content;
    this.bytes = Bytes.bigEndian(content);
    this.from = from;
    this.eighth = eighth;
  }

  /** The structure of the JPEG that begins at a position; what follows its EOI is left alone. */
  public static JpegStructure of(byte[] content, int from) {
    return of(content, from, Eighth.NONE);
  }

  /** The same, where a decoder has been there before: the scans that it ran are not run again. */
  public static JpegStructure of(byte[] content, int from, Eighth eighth) {
    JpegStructure jpeg = new JpegStructure(content, from, eighth);
    jpeg.walk();
    return jpeg;
  }

  /** What the decoder made of it. */
  public Eighth eighth() {
    return eighth;
  }

  public Structure structure() {
    boolean buffered = scans > 1 || frame == 0xc2;
    // Several scans: 16-bit coefficients of all components at once; else a few rows.
    long decodedBytes = buffered ? 2L * width * height * components : (long) width * height / 16;
    return new Structure(width, height, decodedBytes, orientation, false, damage.found());
  }

  boolean tooManyScans() {
    return tooManyScans;
  }

  public boolean lossless() {
    return frame == 0xc3;
  }

  public boolean hasFrame() {
    return frameAt >= 0;
  }

  public boolean hasScan() {
    return scans > 0;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Where the height stands in the frame header. */
  public int heightAt() {
    return frameAt + 5;
  }

  /** The position behind EOI, or -1 where the stream has none. */
  public int end() {
    return end;
  }

  public int orientation() {
    return orientation;
  }

  private void walk() {
    int at = from + 2;
    while (true) {
      int marker = bytes.u8(at + 1);
      if (!bytes.has(at, 2)) {
        ended(at);
        return;
      }
      if (bytes.u8(at) != 0xff) {
        at = resume(at);
        if (at < 0) {
          return;
        }
        continue;
      }
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == 0xd9) {
        end = at + 2;
        finished();
        return;
      }
      if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8) || marker == 0) {
        damage.moderate(
            CorruptionReason.BROKEN_STRUCTURE, marker(marker) + " outside picture data at " + at);
        at += 2;
        continue;
      }
      int length = bytes.u16(at + 2);
      if (length < 2 || !bytes.has(at + 2, length)) {
        if (length >= 2) {
          damage.minor(
              CorruptionReason.TRUNCATED,
              "The segment " + marker(marker) + " at " + at + " reaches beyond the end");
          return;
        }
        damage.moderate(
            CorruptionReason.BROKEN_STRUCTURE,
            "The segment " + marker(marker) + " at " + at + " has a length of " + length);
        at += 2;
        continue;
      }
      segment(marker, at, length);
      at += 2 + length;
      if (marker == 0xda) {
        if (++scans > MAX_SCANS) {
          tooManyScans = true;
          return;
        }
        at = scan(at - 2 - length, at);
      }
    }
  }

  /** Passes over a scan's data; returns where they end. */
  private int scan(int scanAt, int dataAt) {
    JpegScan scan = new JpegScan(content, damage, restartInterval, tables.zeroRunsAllowed());
    Optional<Integer> known = eighth.endOf(dataAt);
    if (known.isPresent()) {
      scan.known(dataAt, known.get());
      return known.get();
    }
    int found = damage.found().size();
    int dataEnd = scan.skip(dataAt);
    boolean sound = damage.found().size() == found && frameAt >= 0;
    boolean isToRun = dataEnd - dataAt <= JpegEntropy.MAX_SCAN_BYTES || eighth.isBroken(dataAt);
    if (sound && dataEnd < content.length && isToRun) {
      new JpegFrame(bytes, frameAt).check(scanAt, dataAt, dataEnd, tables, restartInterval, damage);
    }
    return dataEnd;
  }

  /** Looks for the next marker where there is none; -1 where there is no more. */
  private int resume(int at) {
    int next = at;
    while (bytes.has(next, 2) && !(bytes.u8(next) == 0xff && bytes.u8(next + 1) >= 0xc0)) {
      next++;
    }
    boolean atEnd = !bytes.has(next, 2);
    if (scans > 0 && atEnd) {
      ended(at);
      return -1;
    }
    damage.moderate(
        CorruptionReason.BROKEN_STRUCTURE,
        next - at + " bytes between segments at " + at + " belong to none");
    return atEnd ? -1 : next;
  }

  private void segment(int marker, int at, int length) {
    switch (marker) {
      case 0xc4 -> tables.huffman(bytes, at + 4, at + 2 + length);
      case 0xdb -> tables.quantization(bytes, at + 4, at + 2 + length);
      case 0xda -> startOfScan(at, length);
      case 0xdc -> {
        if (height == 0) {
          height = bytes.u16(at + 4);
        }
      }
      case 0xdd -> restartInterval = bytes.u16(at + 4);
      case 0xe1 -> app1(at, length);
      case 0xc8, 0xcc -> {}
      default -> {
        if (marker >= 0xc0 && marker <= 0xcf) {
          startOfFrame(marker, at, length);
        } else if (marker < 0xc0 || marker >= 0xf0 && marker < 0xfe) {
          damage.minor(
              CorruptionReason.BROKEN_STRUCTURE,
              "The segment " + marker(marker) + " at " + at + " is not of this format");
        }
      }
    }
  }

  private void startOfFrame(int marker, int at, int length) {
    if (frameAt >= 0) {
      damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "A second frame header at " + at);
      return;
    }
    frameAt = at;
    frame = marker;
    height = bytes.u16(at + 5);
    width = bytes.u16(at + 7);
    components = bytes.u8(at + 9);
    int precision = bytes.u8(at + 4);
    if (length != 8 + 3 * components) {
      damage.moderate(
          CorruptionReason.BAD_FIELD,
          "A frame header of " + length + " bytes cannot describe " + components + " components");
    }
    if (precision != 8 && marker != 0xc3 && precision != 12) {
      damage.moderate(CorruptionReason.BAD_FIELD, "A precision of " + precision + " bits");
    }
    for (int i = 0; i < Math.min(components, 4); i++) {
      int sampling = bytes.u8(at + 11 + 3L * i);
      tables.uses(bytes.u8(at + 12 + 3L * i));
      boolean possible =
          sampling >> 4 >= 1 && sampling >> 4 <= 4 && (sampling & 15) >= 1 && (sampling & 15) <= 4;
      if (!possible) {
        damage.moderate(
            CorruptionReason.BAD_FIELD, "A sampling factor of 0x" + Integer.toHexString(sampling));
      }
    }
  }

  private void startOfScan(int at, int length) {
    int inScan = bytes.u8(at + 4);
    if (frameAt < 0) {
      damage.moderate(
          CorruptionReason.BROKEN_STRUCTURE, "Picture data at " + at + " before a frame header");
    } else if (inScan < 1 || inScan > 4 || inScan > components || length != 6 + 2 * inScan) {
      damage.moderate(
          CorruptionReason.BAD_FIELD,
          "A scan at " + at + " of " + inScan + " components out of " + components);
    } else if (frame == 0xc0 || frame == 0xc1 || frame == 0xc2) {
      tables.scan(bytes, at, inScan, frame == 0xc2);
    }
  }

  private void app1(int at, int length) {
    if (exifAt < 0 && length > 8 && bytes.matches(at + 4, "Exif\0")) {
      exifAt = at + 10;
      byte[] exif = Arrays.copyOfRange(content, exifAt, at + 2 + length);
      orientation = Orientation.ofExif(exif, 0);
      if (TiffReader.at(exif, 0).isEmpty() && exif.length > 8) {
        damage.minor(CorruptionReason.BROKEN_METADATA, "The Exif block at " + at + " is no TIFF");
      }
    } else if (exifAt < 0
        && bytes.u16(at + 8) == 0
        && TiffReader.at(content, at + 10).isPresent()) {
      damage.minor(
          CorruptionReason.BROKEN_METADATA, "The segment at " + at + " is Exif but for its name");
    }
  }

  /** The content ended without EOI. */
  private void ended(int at) {
    damage.minor(
        CorruptionReason.TRUNCATED, "The picture ends at " + at + " without its end marker");
    finished();
  }

  private void finished() {
    if (frameAt >= 0 && scans > 0 && !lossless()) {
      tables.finish();
    }
  }

  private static String marker(int marker) {
    return "FF" + String.format("%02X", marker);
  }
}
