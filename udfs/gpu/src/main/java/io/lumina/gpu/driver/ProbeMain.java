package io.lumina.gpu.driver;

/** Prints what GPUs this machine has, or why none can be used (exit 1). */
public final class ProbeMain {
  private ProbeMain() {}

  /** Without arguments. */
  public static void main(String[] arguments) {
    System.out.println(Driver.probe().sentence());
    System.exit(Driver.probe() instanceof Probe.Found ? 0 : 1);
  }
}
