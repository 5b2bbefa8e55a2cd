package io.lumina.gpu.pairs;

import io.lumina.hash.HashRun;
import io.lumina.hash.PairSearch;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.JCudaDriver;

/** Searches twice on a device, on a thread that has the context of another one, as under cuDF. */
public final class SearchMain {
  private SearchMain() {}

  /** With the number that Spark gives for the device. */
  public static void main(String[] arguments) {
    DevicePairProvider provider = new DevicePairProvider();
    System.out.println("obstacle: " + provider.obstacle().orElse("none"));
    CUdevice first = new CUdevice();
    JCudaDriver.cuDeviceGet(first, 0);
    CUcontext before = new CUcontext();
    JCudaDriver.cuDevicePrimaryCtxRetain(before, first);
    JCudaDriver.cuCtxSetCurrent(before);
    PairSearch search = provider.open(Integer.parseInt(arguments[0]));
    System.out.println("device: " + search.name());
    System.out.println("pairs: " + pairs(search));
    System.out.println("again: " + pairs(search));
    CUcontext after = new CUcontext();
    JCudaDriver.cuCtxGetCurrent(after);
    System.out.println("context: " + (after.equals(before) ? "as before" : "another"));
  }

  private static String pairs(PairSearch search) {
    HashRun run = HashRun.of(IntStream.range(0, 6).mapToLong(i -> (1L << i) - 1).toArray());
    StringJoiner pairs = new StringJoiner(" ");
    search.within(run, 2, (a, b) -> pairs.add(a + "-" + b));
    return pairs.toString();
  }
}
