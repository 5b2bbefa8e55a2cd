package io.lumina.meta.film;

import io.lumina.container.Bytes;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long an animation runs once through: a GIF, PNG or WebP of two frames and more. Frames that
 * give no time are shown for a tenth of a second, as browsers show them.
 */
public final class AnimationLength {
  private static final double UNTIMED = 0.1;

  /**
   * Where the middle is taken, as a part of the whole: a little before half, where with an even
   * number of frames one gives way to the next, and encoders round times differently.
   */
  private static final double MIDDLE = 0.47;

  private static final int FIRST_ROOM = 64;

  /** Browsers take shorter ones for a mistake. */
  private static final double SHORTEST = 0.011;

  private static final int GIF_HEAD = 13;
  private static final int GIF_IMAGE = 0x2C;
  private static final int GIF_EXTENSION = 0x21;
  private static final int GIF_CONTROL = 0xF9;
  private static final int PNG_HEAD = 8;
  private static final int RIFF_HEAD = 12;

  private final Bytes bytes;
  private double[] ends = new double[FIRST_ROOM];
  private double seconds;
  private int frames;

  private AnimationLength(byte[] content) {
    this.bytes = Bytes.littleEndian(content);
  }

  /**
   * An animation, of which frames are counted from 0.
   *
   * @param seconds that it runs
   * @param frames two or more
   * @param middle the frame that is shown in the middle of the time
   */
  public record Animation(double seconds, int frames, int middle) {
    public Animation {
      if (frames < 2 || middle < 0 || middle >= frames || seconds < 0) {
        throw new IllegalArgumentException(
            "No animation has %d frames, frame %d in the middle and %s s"
                .formatted(frames, middle, seconds));
      }
    }
  }

  /** What it is; empty for whatever has not two frames. */
  public static Optional<Animation> of(byte[] content) {
    AnimationLength length = new AnimationLength(content);
    if (length.text(0, "GIF8")) {
      length.gif();
    } else if (length.text(1, "PNG\r\n")) {
      length.png();
    } else if (length.text(0, "RIFF") && length.text(8, "WEBP")) {
      length.webp();
    }
    return length.frames > 1 ? Optional.of(length.animation()) : Optional.empty();
  }

  private Animation animation() {
    int at = Arrays.binarySearch(ends, 0, frames, MIDDLE * seconds);
    // Whatever is found ends later, or just then.
    return new Animation(seconds, frames, Math.min(frames - 1, at < 0 ? -at - 1 : at));
  }

  private void gif() {
    long at = GIF_HEAD + palette(10);
    double delay = 0;
    while (bytes.has(at, 1)) {
      int block = bytes.u8(at);
      if (block == GIF_IMAGE) {
        frame(delay);
        delay = 0;
        at = afterBlocks(at + 11 + palette(at + 9));
      } else if (block == GIF_EXTENSION) {
        if (bytes.u8(at + 1) == GIF_CONTROL) {
          delay = bytes.u16(at + 4) / 100.0;
        }
        at = afterBlocks(at + 2);
      } else {
        return;
      }
    }
  }

  /** Bytes of a colour table whose flags are at a place. */
  private long palette(long flags) {
    int packed = bytes.u8(flags);
    return (packed & 0x80) == 0 ? 0 : 3L << (packed & 7) + 1;
  }

  private long afterBlocks(long from) {
    long at = from;
    while (bytes.u8(at) != 0) {
      at += 1 + bytes.u8(at);
    }
    return at + 1;
  }

  private void png() {
    for (long at = PNG_HEAD; bytes.has(at, 12); at += 12 + bigEndian(at, 4)) {
      if (text(at + 4, "fcTL")) {
        long denominator = bigEndian(at + 30, 2);
        frame(bigEndian(at + 28, 2) / (double) (denominator == 0 ? 100 : denominator));
      }
    }
  }

  private void webp() {
    for (long at = RIFF_HEAD; bytes.has(at, 8); at += 8 + (bytes.u32(at + 4) + 1 & ~1L)) {
      if (text(at, "ANMF")) {
        frame((bytes.u32(at + 20) & 0xFF_FFFF) / 1000.0);
      }
    }
  }

  private void frame(double delay) {
    seconds += delay < SHORTEST ? UNTIMED : delay;
    if (frames == ends.length) {
      ends = Arrays.copyOf(ends, 2 * frames);
    }
    ends[frames++] = seconds;
  }

  private long bigEndian(long at, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | bytes.u8(at + i);
    }
    return value;
  }

  private boolean text(long at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (bytes.u8(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
