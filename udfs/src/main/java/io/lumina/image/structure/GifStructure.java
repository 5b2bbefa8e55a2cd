package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/** Walks the blocks of a GIF (89a): canvas, frames, sub-blocks, trailer. */
public final class GifStructure {
  private static final int MAX_FRAMES = 10_000;

  private final Bytes bytes;
  private final Damage damage = new Damage();
  private int width;
  private int height;
  private boolean globalColours;
  private boolean transparent;
  private int frames;

  private GifStructure(byte[] content) {
    this.bytes = Bytes.littleEndian(content);
  }

  public static Structure of(byte[] content) {
    GifStructure gif = new GifStructure(content);
    gif.walk();
    // The decoder composes frames on a canvas with alpha.
    long decoded = (long) gif.width * gif.height * 8;
    return new Structure(
        gif.width, gif.height, decoded, Orientation.UPRIGHT, gif.transparent, gif.damage.found());
  }

  private void walk() {
    if (!bytes.matches(0, "GIF87a") && !bytes.matches(0, "GIF89a")) {
      damage.minor(CorruptionReason.BAD_FIELD, "The version is neither 87a nor 89a");
    }
    width = bytes.u16(6);
    height = bytes.u16(8);
    int packed = bytes.u8(10);
    globalColours = (packed & 0x80) != 0;
    int colours = globalColours ? 2 << (packed & 7) : 0;
    if (bytes.u8(11) > 0 && bytes.u8(11) >= colours) {
      damage.minor(
          CorruptionReason.BAD_FIELD,
          "The background is colour " + bytes.u8(11) + " of " + colours);
    }
    long at = 13 + 3L * colours;
    while (true) {
      if (!bytes.has(at, 1)) {
        damage.minor(CorruptionReason.TRUNCATED, "The file ends at " + at + " without its trailer");
        break;
      }
      int block = bytes.u8(at);
      if (block == 0x3b) {
        break;
      }
      if (block == 0x21) {
        at = extension(at);
      } else if (block == 0x2c && frames < MAX_FRAMES) {
        at = frame(at);
      } else {
        damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "No block begins at " + at);
        break;
      }
    }
    if (frames == 0) {
      damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "There is no frame");
    }
  }

  private long extension(long at) {
    int label = bytes.u8(at + 1);
    if (label == 0xf9) {
      transparent |= (bytes.u8(at + 3) & 1) != 0;
      if (bytes.u8(at + 2) != 4) {
        damage.minor(
            CorruptionReason.BAD_FIELD,
            "A graphic control block of " + bytes.u8(at + 2) + " bytes");
      }
    }
    return blocks(at + 2);
  }

  private long frame(long at) {
    int left = bytes.u16(at + 1);
    int top = bytes.u16(at + 3);
    int wide = bytes.u16(at + 5);
    int high = bytes.u16(at + 7);
    int packed = bytes.u8(at + 9);
    boolean localColours = (packed & 0x80) != 0;
    frames++;
    if (wide == 0 || high == 0) {
      damage.moderate(CorruptionReason.BAD_FIELD, "A frame of " + wide + "x" + high);
    } else if (left + wide > width || top + high > height) {
      damage.minor(
          CorruptionReason.BAD_FIELD,
          "A frame of " + wide + "x" + high + " reaches over a canvas of " + width + "x" + height);
      if (frames == 1) {
        // The decoder's work follows the frame, whatever the canvas says.
        width = Math.max(width, left + wide);
        height = Math.max(height, top + high);
      }
    }
    if (!localColours && !globalColours) {
      damage.minor(CorruptionReason.BROKEN_STRUCTURE, "A frame without a table of colours");
    }
    long data = at + 10 + (localColours ? 3L * (2 << (packed & 7)) : 0);
    int codeSize = bytes.u8(data);
    if (codeSize < 2 || codeSize > 8) {
      damage.moderate(CorruptionReason.BROKEN_STREAM, "An LZW code size of " + codeSize);
    } else if (frames == 1 && wide > 0 && high > 0) {
      new GifData(bytes, damage).check(data + 1, codeSize, (long) wide * high);
    }
    return blocks(data + 1);
  }

  private long blocks(long from) {
    long at = from;
    while (bytes.has(at, 1) && bytes.u8(at) > 0) {
      at += 1 + bytes.u8(at);
    }
    return at + 1;
  }
}
