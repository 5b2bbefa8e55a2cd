package io.lumina.gpu.driver;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jcuda.CudaException;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** The kernels, loaded once into each context; the driver compiles them for its device. */
public final class Kernels {
  private static final String PTX = "kernels.ptx";
  private static final Map<CUcontext, Kernels> LOADED = new ConcurrentHashMap<>();

  private final Map<Kernel, CUfunction> functions = new EnumMap<>(Kernel.class);

  private Kernels() {
    CUmodule module = new CUmodule();
    try {
      // Text for the driver ends with a zero.
      JCudaDriver.cuModuleLoadData(module, ptx() + "\0");
      for (Kernel kernel : Kernel.values()) {
        CUfunction function = new CUfunction();
        JCudaDriver.cuModuleGetFunction(function, module, kernel.symbol());
        functions.put(kernel, function);
      }
    } catch (CudaException e) {
      throw new CudaFailure("The driver does not take the kernels: " + e.getMessage(), e);
    }
  }

  /**
   * The kernels of the context of this thread.
   *
   * @throws CudaFailure when the thread has none, or the driver does not take the kernels
   */
  public static Kernels ofCurrentContext() {
    Driver.require();
    CUcontext context = new CUcontext();
    JCudaDriver.cuCtxGetCurrent(context);
    if (context.equals(new CUcontext())) {
      throw new CudaFailure("this thread has no CUDA context");
    }
    return LOADED.computeIfAbsent(context, any -> new Kernels());
  }

  /**
   * Launches in order with what this thread did before; does not wait.
   *
   * @param blocksX and {@code blocksY}: the grid
   * @param arguments Long for addresses and 64-bit numbers, Integer for 32-bit numbers
   */
  public void launch(
      Kernel kernel, CUstream stream, int blocksX, int blocksY, Object... arguments) {
    Pointer[] pointers = new Pointer[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      pointers[i] = pointer(arguments[i]);
    }
    try {
      JCudaDriver.cuLaunchKernel(
          functions.get(kernel),
          blocksX,
          blocksY,
          1,
          Kernel.THREADS,
          1,
          1,
          0,
          stream,
          Pointer.to(pointers),
          null);
    } catch (CudaException e) {
      throw new CudaFailure(kernel + " cannot be launched: " + e.getMessage(), e);
    }
  }

  private static Pointer pointer(Object argument) {
    if (argument instanceof Long number) {
      return Pointer.to(new long[] {number});
    }
    if (argument instanceof Integer number) {
      return Pointer.to(new int[] {number});
    }
    throw new IllegalArgumentException("A kernel takes longs and ints, not " + argument);
  }

  /** The checked-in PTX. */
  static String ptx() {
    try (InputStream text = Kernels.class.getResourceAsStream(PTX)) {
      return new String(text.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new IllegalStateException("The kernels are missing from the jar", e);
    }
  }
}
