package io.lumina.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/**
 * Where the strips or tiles of a TIFF lie and how they are packed (TIFF 6.0, sections 3 and 15).
 */
public final class TiffLayout {
  private static final int ROWS_PER_STRIP = 0x116;
  private static final int PLANAR = 0x11c;
  private static final int PREDICTOR = 0x13d;
  private static final int TILE_WIDTH = 0x142;
  private static final int TILE_HEIGHT = 0x143;
  private static final int FILL_ORDER = 0x10a;
  private static final int MAX_SEGMENTS = 1 << 22;

  /** Of the rows that are kept at once. */
  private static final long MAX_BUFFER = 96L << 20;

  private static final int STORED = 1;
  private static final int LZW = 5;
  private static final int DEFLATE = 8;
  private static final int OLD_DEFLATE = 32946;
  private static final int PACK_BITS = 32773;

  private final TiffReader tiff;
  private final long width;
  private final long height;
  private final int bits;
  private final int samples;
  private final boolean separate;
  private final int compression;
  private final int predictor;
  private final boolean tiled;
  private final long segmentWidth;
  private final long segmentHeight;
  private final boolean usualOrder;
  private final long[] offsets;
  private final long[] counts;

  public TiffLayout(TiffReader tiff, TiffReader.Ifd ifd) {
    this.tiff = tiff;
    this.width = tiff.value(ifd, TiffTag.WIDTH, 0);
    this.height = tiff.value(ifd, TiffTag.HEIGHT, 0);
    this.bits = (int) tiff.value(ifd, TiffTag.BITS, 1);
    this.samples = (int) Math.min(16, tiff.value(ifd, TiffTag.SAMPLES, 1));
    this.separate = samples > 1 && tiff.value(ifd, PLANAR, 1) == 2;
    this.compression = (int) tiff.value(ifd, TiffTag.COMPRESSION, STORED);
    this.predictor = (int) tiff.value(ifd, PREDICTOR, 1);
    this.usualOrder = tiff.value(ifd, FILL_ORDER, 1) == 1;
    this.tiled = ifd.entry(TILE_WIDTH).isPresent();
    this.segmentWidth = tiled ? tiff.value(ifd, TILE_WIDTH, 0) : width;
    this.segmentHeight =
        tiled
            ? tiff.value(ifd, TILE_HEIGHT, 0)
            : Math.min(height, tiff.value(ifd, ROWS_PER_STRIP, height));
    this.offsets = values(ifd, tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS);
    this.counts = values(ifd, tiled ? TiffTag.TILE_BYTES : TiffTag.STRIP_BYTES);
  }

  private long[] values(TiffReader.Ifd ifd, int tag) {
    return ifd.entry(tag).map(entry -> tiff.values(entry, MAX_SEGMENTS)).orElse(new long[0]);
  }

  /** Whether its packing is one of those that are read here, and all of it is there. */
  public boolean isKnown() {
    boolean packed =
        switch (compression) {
          case STORED, LZW, DEFLATE, OLD_DEFLATE, PACK_BITS -> true;
          default -> false;
        };
    boolean differences = predictor == 1 || predictor == 2 && (bits == 8 || bits == 16);
    boolean sized = width > 0 && height > 0 && segmentWidth > 0 && segmentHeight > 0;
    if (!packed || !differences || !usualOrder || !sized || width > 1 << 24 || height > 1 << 21) {
      return false;
    }
    long lines = (height + segmentHeight - 1) / segmentHeight;
    long needed = lines * segmentsAcross() * planes();
    long buffer = bytes(width) * (tiled ? segmentHeight : 1) * planes();
    boolean whole = segmentWidth % 8 == 0 || bits >= 8 || !tiled;
    return whole
        && needed == offsets.length
        && needed == counts.length
        && buffer + bytes(segmentWidth) <= MAX_BUFFER;
  }

  public int width() {
    return (int) width;
  }

  public int height() {
    return (int) height;
  }

  public boolean isTiled() {
    return tiled;
  }

  /** One where the samples of a pixel stand together. */
  public int planes() {
    return separate ? samples : 1;
  }

  public int segmentHeight() {
    return (int) segmentHeight;
  }

  public int segmentsAcross() {
    return tiled ? (int) ((width + segmentWidth - 1) / segmentWidth) : 1;
  }

  public int rowBytes() {
    return (int) bytes(width);
  }

  public int segmentRowBytes() {
    return (int) bytes(segmentWidth);
  }

  /** Of the rows of one plane that are kept at once. */
  public int bufferedBytes() {
    return rowBytes() * (tiled ? segmentHeight() : 1);
  }

  public TiffPredictor predictor() {
    return new TiffPredictor(
        separate ? 1 : samples, predictor == 2 ? bits / 8 : 0, tiff.bytes().isLittleEndian());
  }

  private long bytes(long pixels) {
    return (pixels * bits * (separate ? 1 : samples) + 7) / 8;
  }

  /** The unpacked bytes of a strip or tile. */
  public InputStream open(int plane, int number) throws IOException {
    int place = plane * (offsets.length / planes()) + number;
    byte[] content = tiff.bytes().array();
    if (!tiff.bytes().has(offsets[place], counts[place])) {
      throw new IOException("they lie outside of the file");
    }
    InputStream packed =
        new ByteArrayInputStream(content, (int) offsets[place], (int) counts[place]);
    return switch (compression) {
      case LZW -> new LzwStream(packed);
      case DEFLATE, OLD_DEFLATE -> new InflaterInputStream(packed);
      case PACK_BITS -> new PackBitsStream(packed);
      default -> packed;
    };
  }
}
