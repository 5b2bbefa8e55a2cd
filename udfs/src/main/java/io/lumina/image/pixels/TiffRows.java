package io.lumina.image.pixels;

import io.lumina.container.TiffLayout;
import io.lumina.container.TiffPredictor;
import io.lumina.container.TiffReader;
import io.lumina.raster.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The first picture of a TIFF, decoded one row of strips or of tiles at a time: pictures that would
 * not fit into memory.
 */
public final class TiffRows implements Rows {
  private final TiffLayout layout;
  private final TiffPixels pixels;

  /** One row of each plane; the rows of a row of tiles where there are tiles. */
  private final byte[][] planes;

  private final InputStream[] strips;
  private final TiffPredictor predictor;

  private TiffRows(TiffLayout layout, TiffPixels pixels) {
    this.layout = layout;
    this.pixels = pixels;
    this.planes = new byte[layout.planes()][layout.bufferedBytes()];
    this.strips = new InputStream[layout.planes()];
    this.predictor = layout.predictor();
  }

  /** The rows of a TIFF whose structure is sound; empty where its kind is not read here. */
  public static Optional<TiffRows> of(byte[] content) {
    return TiffReader.at(content, 0)
        .flatMap(
            tiff -> {
              TiffReader.Ifd ifd = tiff.ifd(tiff.firstOffset());
              TiffLayout layout = new TiffLayout(tiff, ifd);
              TiffPixels pixels = new TiffPixels(tiff, ifd);
              return layout.isKnown() && pixels.isKnown()
                  ? Optional.of(new TiffRows(layout, pixels))
                  : Optional.empty();
            });
  }

  @Override
  public int width() {
    return layout.width();
  }

  @Override
  public int height() {
    return layout.height();
  }

  @Override
  public void row(int y, byte[] into) {
    try {
      int inBuffer = 0;
      if (layout.isTiled()) {
        inBuffer = y % layout.segmentHeight() * layout.rowBytes();
        if (inBuffer == 0) {
          tiles(y / layout.segmentHeight());
        }
      } else {
        strips(y);
      }
      pixels.grey(planes, inBuffer, layout.width(), into);
    } catch (IOException e) {
      throw new BrokenRows("The pixels of row " + y + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void strips(int y) throws IOException {
    for (int plane = 0; plane < planes.length; plane++) {
      if (y % layout.segmentHeight() == 0) {
        strips[plane] = layout.open(plane, y / layout.segmentHeight());
      }
      fill(strips[plane], planes[plane], 0, layout.rowBytes());
      predictor.undo(planes[plane], 0, layout.rowBytes());
    }
  }

  private void tiles(int line) throws IOException {
    int across = layout.segmentsAcross();
    byte[] row = new byte[layout.segmentRowBytes()];
    for (int plane = 0; plane < planes.length; plane++) {
      for (int tile = 0; tile < across; tile++) {
        InputStream in = layout.open(plane, line * across + tile);
        int at = tile * row.length;
        int count = Math.min(row.length, layout.rowBytes() - at);
        int rows =
            Math.min(layout.segmentHeight(), layout.height() - line * layout.segmentHeight());
        for (int y = 0; y < rows; y++) {
          fill(in, row, 0, row.length);
          predictor.undo(row, 0, row.length);
          System.arraycopy(row, 0, planes[plane], y * layout.rowBytes() + at, count);
        }
      }
    }
  }

  private static void fill(InputStream in, byte[] into, int from, int count) throws IOException {
    if (in.readNBytes(into, from, count) < count) {
      throw new IOException("they end early");
    }
  }
}
