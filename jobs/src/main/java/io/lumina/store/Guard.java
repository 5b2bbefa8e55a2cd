package io.lumina.store;

/** Asked before each write whether it may still be done. */
@FunctionalInterface
public interface Guard {

  /** Of a store that only one process knows. */
  Guard NONE = () -> {};

  /**
   * Passes, or throws.
   *
   * @throws io.lumina.failure.LuminaException (temporary) when the catalog is not held any more:
   *     another run may write
   */
  void check();
}
