package io.lumina.hash;

import io.lumina.raster.Raster;
import java.util.Optional;

/**
 * A border of one grey around a luma. Its edges lie between pixels: a picture's border is seldom a
 * whole number of 64ths wide, and the row where both meet is a mixture that tells how much of each.
 *
 * @param luma with the border
 * @param left edge of what lies inside, in pixels
 * @param top edge
 * @param right edge
 * @param bottom edge
 */
record Frame(Raster luma, double left, double top, double right, double bottom) {
  private static final int SIDE = Raster.LUMA_SIDE;

  /** Grey values by which a border may vary: resizing rings beside a sharp edge. */
  private static final int TOLERANCE = 10;

  /** Pixels that a border takes at the least, and at the most, on each side. */
  private static final int LEAST = 1;

  private static final int MOST = 20;

  /** The frame of a luma, where it has one. */
  static Optional<Frame> of(Raster luma) {
    int grey = luma.at(0, 0);
    Lines rows = (line, along) -> luma.at(along, line);
    double top = edge(rows, grey, 0, SIDE, 0, 1);
    double bottom = edge(rows, grey, 0, SIDE, SIDE - 1, -1);
    boolean tall = isBorder(top) && isBorder(bottom);
    int from = tall ? (int) Math.ceil(top) : 0;
    int to = tall ? SIDE - (int) Math.ceil(bottom) : SIDE;
    Lines columns = (line, along) -> luma.at(line, along);
    double left = edge(columns, grey, from, to, 0, 1);
    double right = edge(columns, grey, from, to, SIDE - 1, -1);
    boolean wide = isBorder(left) && isBorder(right);
    return tall || wide
        ? Optional.of(
            new Frame(
                luma,
                wide ? left : 0,
                tall ? top : 0,
                wide ? SIDE - right : SIDE,
                tall ? SIDE - bottom : SIDE))
        : Optional.empty();
  }

  private static boolean isBorder(double width) {
    return width >= LEAST && width <= MOST;
  }

  /** How many lines from the outside in are of one grey; the last of them in part. */
  private static double edge(Lines lines, int grey, int from, int to, int first, int step) {
    int whole = 0;
    while (whole <= MOST && isGrey(lines, grey, from, to, first + whole * step)) {
      whole++;
    }
    if (whole < LEAST || whole > MOST) {
      return whole;
    }
    int mixed = first + whole * step;
    double part = 0;
    double all = 0;
    for (int along = from; along < to; along++) {
      int inside = lines.at(mixed + step, along);
      part += (double) (lines.at(mixed, along) - inside) * (grey - inside);
      all += (double) (grey - inside) * (grey - inside);
    }
    return whole + Math.max(0, Math.min(1, part / Math.max(1, all)));
  }

  private static boolean isGrey(Lines lines, int grey, int from, int to, int line) {
    for (int along = from; along < to; along++) {
      if (Math.abs(lines.at(line, along) - grey) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /** What lies inside, as a luma of its own. */
  byte[] inner() {
    byte[] inner = new byte[SIDE * SIDE];
    double stepX = (right - left) / SIDE;
    double stepY = (bottom - top) / SIDE;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        inner[y * SIDE + x] =
            (byte) Math.round(value(left + (x + 0.5) * stepX - 0.5, top + (y + 0.5) * stepY - 0.5));
      }
    }
    return inner;
  }

  /** Between the four pixels around a place, none of them of the border alone. */
  private double value(double x, double y) {
    double nearX = Math.max(Math.ceil(left), Math.min(Math.floor(right) - 1, x));
    double nearY = Math.max(Math.ceil(top), Math.min(Math.floor(bottom) - 1, y));
    int column = Math.min(SIDE - 2, (int) nearX);
    int row = Math.min(SIDE - 2, (int) nearY);
    double over = nearX - column;
    double down = nearY - row;
    return (1 - down) * ((1 - over) * luma.at(column, row) + over * luma.at(column + 1, row))
        + down * ((1 - over) * luma.at(column, row + 1) + over * luma.at(column + 1, row + 1));
  }

  /** Rows or columns. */
  @FunctionalInterface
  private interface Lines {
    int at(int line, int along);
  }
}
