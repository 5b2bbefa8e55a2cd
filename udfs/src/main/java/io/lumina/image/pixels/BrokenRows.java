package io.lumina.image.pixels;

/** A picture that is read row by row ends, or makes no sense, in the middle. */
public final class BrokenRows extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenRows(String message) {
    super(message);
  }

  BrokenRows(String message, Throwable cause) {
    super(message, cause);
  }
}
