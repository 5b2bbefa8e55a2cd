package io.lumina.duplicates.rule;

import io.lumina.raster.Raster;

/** The eight ways to lay a picture: the four sides up, each as it is and mirrored. */
public enum Turn {
  NONE("as it is"),
  RIGHT("turned by 90° to the right"),
  HALF("turned by 180°"),
  LEFT("turned by 90° to the left"),
  MIRRORED("mirrored"),
  MIRRORED_RIGHT("mirrored and turned by 90° to the right"),
  MIRRORED_HALF("mirrored and turned by 180°"),
  MIRRORED_LEFT("mirrored and turned by 90° to the left");

  private static final int QUARTERS = 4;
  private static final int SIDE = Raster.LUMA_SIDE;

  private final String words;

  Turn(String words) {
    this.words = words;
  }

  /** How a person says it. */
  public String words() {
    return words;
  }

  /** The turn that undoes this one. Mirrored turns undo themselves. */
  public Turn inverse() {
    return isMirrored() ? this : values()[(QUARTERS - ordinal()) % QUARTERS];
  }

  /**
   * A luma mirrored left to right, if this turn mirrors, and then turned to the right.
   *
   * @param luma 64×64 values, row by row; not changed
   */
  public byte[] of(byte[] luma) {
    byte[] turned = isMirrored() ? mirrored(luma) : luma.clone();
    for (int quarter = 0; quarter < ordinal() % QUARTERS; quarter++) {
      turned = right(turned);
    }
    return turned;
  }

  /**
   * A hash of 8×8 cells, row by row and the first bit the highest, as it is of the turned picture.
   * True of hashes whose bits compare a cell with all others; those that tie may differ.
   */
  public long ofCells(long hash) {
    long turned = isMirrored() ? mirrored(hash) : hash;
    for (int quarter = 0; quarter < ordinal() % QUARTERS; quarter++) {
      turned = right(turned);
    }
    return turned;
  }

  private static long mirrored(long hash) {
    return Long.reverseBytes(Long.reverse(hash));
  }

  /** Rows become columns, and these are mirrored. */
  private static long right(long hash) {
    long x = swapped(hash, 7, 0x00aa00aa00aa00aaL);
    x = swapped(x, 14, 0x0000cccc0000ccccL);
    return mirrored(swapped(x, 28, 0x00000000f0f0f0f0L));
  }

  private static long swapped(long hash, int far, long bits) {
    long differing = (hash ^ hash >>> far) & bits;
    return hash ^ differing ^ differing << far;
  }

  private boolean isMirrored() {
    return ordinal() >= QUARTERS;
  }

  private static byte[] mirrored(byte[] luma) {
    byte[] mirrored = new byte[luma.length];
    for (int at = 0; at < luma.length; at++) {
      mirrored[at] = luma[at / SIDE * SIDE + SIDE - 1 - at % SIDE];
    }
    return mirrored;
  }

  private static byte[] right(byte[] luma) {
    byte[] right = new byte[luma.length];
    for (int at = 0; at < luma.length; at++) {
      right[at] = luma[(SIDE - 1 - at % SIDE) * SIDE + at / SIDE];
    }
    return right;
  }
}
