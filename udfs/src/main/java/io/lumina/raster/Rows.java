package io.lumina.raster;

/**
 * A grey picture that is read row by row, so that a picture outside of the heap is resized without
 * a copy of the whole.
 */
public interface Rows {

  /** Columns, at least 1. */
  int width();

  /** Rows, at least 1. */
  int height();

  /**
   * Writes one row into the first {@link #width} places of an array. Rows are asked for once each,
   * from the top.
   */
  void row(int y, byte[] into);
}
