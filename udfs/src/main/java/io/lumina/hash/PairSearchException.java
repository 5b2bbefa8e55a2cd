package io.lumina.hash;

/** A search of pairs that could not be ended; another way of searching may. */
public final class PairSearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With half a sentence for a person. */
  public PairSearchException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
