package io.lumina.gpu.driver;

/**
 * A GPU.
 *
 * @param ordinal its number
 * @param name as the driver has it
 * @param major of the compute capability
 * @param minor of the compute capability
 * @param memoryBytes in all
 * @param multiprocessors how many
 * @param clockKilohertz at most
 */
public record DeviceInfo(
    int ordinal,
    String name,
    int major,
    int minor,
    long memoryBytes,
    int multiprocessors,
    int clockKilohertz) {

  /** The first compute capability that the kernels run on: Turing, 7.5. */
  static final int OLDEST = 75;

  /** Whether the kernels run on it. */
  public boolean isUsable() {
    return 10 * major + minor >= OLDEST;
  }

  /** Name, compute capability and memory. */
  public String sentence() {
    return "%s (sm_%d%d, %d multiprocessors, %.1f GiB)"
        .formatted(name, major, minor, multiprocessors, memoryBytes / (double) (1 << 30));
  }
}
