package io.lumina.gpu.driver;

import java.util.Locale;

/** The kernels of {@code kernels.cu}. */
public enum Kernel {
  ROWS,
  DHASH,
  AHASH,
  WHASH,
  PDQ_OFFSETS,
  PDQ,
  PDQ_QUALITY,
  SHARPNESS,
  HAMMING,
  PAIR_ROWS,
  HAMMING_BINARY,
  PAIRS_64,
  PAIRS_256;

  /** Threads of a block, of all kernels. */
  public static final int THREADS = 128;

  /** The name in PTX. */
  String symbol() {
    return "lumina_" + name().toLowerCase(Locale.ROOT);
  }
}
