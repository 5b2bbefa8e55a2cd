package io.lumina.container;

/** Reads numbers of any width from a box, one after the other; behind its end everything is 0. */
final class BoxCursor {
  private final Box box;
  private int at;

  BoxCursor(Box box, int at) {
    this.box = box;
    this.at = at;
  }

  boolean isBehind() {
    return !box.holds(at, 1);
  }

  /** The next number of 0 to 8 bytes. */
  long next(int size) {
    long value = 0;
    for (int i = 0; i < size; i++, at++) {
      value = value << 8 | (box.holds(at, 1) ? box.u8(at) : 0);
    }
    return value;
  }
}
