package io.lumina.image.pixels;

import io.lumina.container.Bytes;
import io.lumina.raster.Raster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.bytedeco.opencv.global.opencv_imgcodecs;

/**
 * Shows an animated PNG frame by frame, grey over white. Each frame is decoded as a PNG of its own:
 * {@link StillPng} tells why.
 */
public final class PngFilm {
  private static final int HEADER = 13;
  private static final int CONTROL = 26;
  private static final int TO_BACKGROUND = 1;
  private static final int TO_PREVIOUS = 2;
  private static final byte WHITE = (byte) 255;

  private final byte[] content;
  private final Bytes bytes;
  private final int width;
  private final int height;
  private final byte[] canvas;
  private final ByteArrayOutputStream colours = new ByteArrayOutputStream();
  private byte[] header = new byte[0];
  private long next = StillPng.SIGNATURE.length();
  private int shown = -1;
  private Runnable disposal = () -> {};

  /** A part of the canvas that changes, and how. */
  private record Frame(int width, int height, int x, int y, int disposal, boolean blends) {}

  /** Of the size that its header says. */
  public PngFilm(byte[] content, int width, int height) {
    this.content = content;
    this.bytes = Bytes.bigEndian(content);
    this.width = width;
    this.height = height;
    this.canvas = new byte[Math.multiplyExact(width, height)];
    Arrays.fill(canvas, WHITE);
  }

  /** A frame, counted from 0, that does not lie before the last one shown; empty if broken. */
  public Optional<Raster> show(int index) {
    while (shown < index) {
      if (!paint()) {
        return Optional.empty();
      }
      shown++;
    }
    return Optional.of(new Raster(width, height, canvas.clone()));
  }

  /** Paints the next frame; false where there is none. */
  private boolean paint() {
    Optional<Frame> frame = Optional.empty();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    while (bytes.has(next, 12)) {
      String type = bytes.latin1(next + 4, 4);
      long length = bytes.u32(next);
      if (!bytes.has(next + 8, length + 4) || "fcTL".equals(type) && frame.isPresent()) {
        break;
      }
      int at = (int) next + 8;
      switch (type) {
        case "IHDR" -> header = Arrays.copyOfRange(content, at, at + (int) length);
        case "PLTE", "tRNS" -> colours.write(content, at - 8, (int) length + 12);
        case "fcTL" -> frame = frame(at, length);
        case "IDAT" -> data.write(content, at, (int) length);
        case "fdAT" -> data.write(content, at + 4, (int) Math.max(0, length - 4));
        default -> {}
      }
      if (frame.isEmpty()) {
        // The picture for those who show no animation need not be a frame of it.
        data.reset();
      }
      next += 12 + length;
    }
    return frame.isPresent() && paint(frame.get(), data.toByteArray());
  }

  private Optional<Frame> frame(int at, long length) {
    Frame frame =
        new Frame(
            (int) bytes.u32(at + 4L),
            (int) bytes.u32(at + 8L),
            (int) bytes.u32(at + 12L),
            (int) bytes.u32(at + 16L),
            bytes.u8(at + 24L),
            bytes.u8(at + 25L) != 0);
    boolean inside =
        length >= CONTROL
            && frame.width > 0
            && frame.height > 0
            && frame.x >= 0
            && frame.y >= 0
            && frame.width <= width - frame.x
            && frame.height <= height - frame.y;
    return inside ? Optional.of(frame) : Optional.empty();
  }

  private boolean paint(Frame frame, byte[] data) {
    if (header.length != HEADER) {
      return false;
    }
    byte[] png = png(frame, data);
    int flags = opencv_imgcodecs.IMREAD_UNCHANGED | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
    try (NativeImage image = new NativeImage(png, 0, png.length)) {
      Optional<NativeImage.Decoded> decoded = image.decode(flags);
      if (decoded.isEmpty()) {
        return false;
      }
      try (NativeImage.Decoded rows = decoded.get()) {
        disposal.run();
        disposal = disposal(frame);
        paint(frame, rows);
        return true;
      }
    }
  }

  private Runnable disposal(Frame frame) {
    // Before the first frame there is nothing to go back to but the background.
    if (frame.disposal == TO_PREVIOUS && shown >= 0) {
      byte[] before = canvas.clone();
      return () -> System.arraycopy(before, 0, canvas, 0, before.length);
    }
    return frame.disposal == TO_BACKGROUND || frame.disposal == TO_PREVIOUS
        ? () -> clear(frame)
        : () -> {};
  }

  private void clear(Frame frame) {
    for (int y = 0; y < frame.height; y++) {
      int from = place(frame, y);
      Arrays.fill(canvas, from, from + frame.width, WHITE);
    }
  }

  private int place(Frame frame, int y) {
    return (frame.y + y) * width + frame.x;
  }

  private void paint(Frame frame, NativeImage.Decoded rows) {
    byte[] grey = new byte[frame.width];
    byte[] alpha = new byte[frame.width];
    for (int y = 0; y < frame.height; y++) {
      int at = place(frame, y);
      rows.row(y, grey);
      if (!frame.blends) {
        System.arraycopy(grey, 0, canvas, at, grey.length);
        continue;
      }
      rows.alpha(y, alpha);
      for (int x = 0; x < grey.length; x++) {
        // The grey is over white already: what shines through is as much darker than white.
        int through = (255 - (alpha[x] & 0xff)) * (255 - (canvas[at + x] & 0xff)) / 255;
        canvas[at + x] = (byte) Math.max(0, (grey[x] & 0xff) - through);
      }
    }
  }

  private byte[] png(Frame frame, byte[] data) {
    byte[] size = header.clone();
    ByteBuffer.wrap(size).putInt(frame.width).putInt(frame.height);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(StillPng.SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
    chunk(png, "IHDR", size);
    png.writeBytes(colours.toByteArray());
    chunk(png, "IDAT", data);
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
