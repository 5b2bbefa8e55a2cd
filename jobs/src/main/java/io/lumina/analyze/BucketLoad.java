package io.lumina.analyze;

/**
 * The files of some sizes, which are best read by one task.
 *
 * @param cost bytes to read, with {@link #COST_OF_OPENING} for each file
 * @param files how many there are
 */
record BucketLoad(int bucket, long cost, long files) {
  /** What opening a file costs, in bytes that could be read meanwhile. */
  static final long COST_OF_OPENING = 256L << 10;
}
