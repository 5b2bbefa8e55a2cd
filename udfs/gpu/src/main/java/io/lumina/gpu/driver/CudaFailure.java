package io.lumina.gpu.driver;

/** The device or its driver refused. */
public final class CudaFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was refused and why. */
  public CudaFailure(String message) {
    super(message);
  }

  /** With what was being done. */
  public CudaFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
