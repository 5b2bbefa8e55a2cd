package io.lumina.gpu.check;

import io.lumina.gpu.driver.Device;
import io.lumina.gpu.driver.Driver;
import io.lumina.gpu.driver.Probe;
import io.lumina.gpu.luma.DeviceLumas;
import io.lumina.gpu.luma.LumaEngine;
import io.lumina.gpu.pairs.DevicePairs;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs the contracts of all kernels on the GPU of this machine and prints a table: correct or not,
 * and how fast. Exit code 0 when all is correct, 1 when there is no usable GPU, 7 when an answer is
 * wrong.
 */
public final class GpuCheck {
  private static final String QUICK = "--quick";
  private static final String ANSWERS = "--answers";
  private static final List<String> OPTIONS = List.of(QUICK, ANSWERS);

  private static final int CORRECT = 0;
  private static final int NO_GPU = 1;
  private static final int WRONG = 7;

  private GpuCheck() {}

  /**
   * With {@code --quick}: fewer lumas and smaller searches. With {@code --answers}: speed is not
   * measured.
   */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out));
  }

  static int run(List<String> arguments, PrintStream out) {
    List<String> unknown =
        arguments.stream().filter(argument -> !OPTIONS.contains(argument)).toList();
    if (!unknown.isEmpty()) {
      out.println("gpu-check: takes %s, not %s".formatted(OPTIONS, unknown));
      return NO_GPU;
    }
    out.println("GPU: " + Driver.probe().sentence());
    if (!(Driver.probe() instanceof Probe.Found)) {
      return NO_GPU;
    }
    boolean quick = arguments.contains(QUICK);
    Device device = Device.open(0);
    out.println("Answers, each compared with the CPU in every bit:");
    List<Finding> findings = new ArrayList<>(answers(device, quick, out));
    if (!arguments.contains(ANSWERS)) {
      findings.addAll(speed(device, quick, out));
    }
    return verdict(findings, out);
  }

  private static List<Finding> speed(Device device, boolean quick, PrintStream out) {
    out.println(
        "Speed, beside the %d cores of this machine:"
            .formatted(Runtime.getRuntime().availableProcessors()));
    out.println(Stage.HEAD);
    DeviceRates rates = new DeviceRates(device, quick);
    rates.run().forEach(stage -> out.println(stage.line()));
    rates.findings().forEach(finding -> out.println(finding.line()));
    return rates.findings();
  }

  private static List<Finding> answers(Device device, boolean quick, PrintStream out) {
    Supplier<LumaEngine> engines = () -> new DeviceLumas(device);
    DevicePairs pairs = new DevicePairs(device);
    return answers(
        new LumaChecks(engines, quick ? 20_000 : 1_000_000),
        new PairChecks(pairs, quick ? 4_000 : 40_000),
        out);
  }

  static List<Finding> answers(LumaChecks lumas, PairChecks pairs, PrintStream out) {
    List<Finding> findings = new ArrayList<>(lumas.run());
    findings.addAll(pairs.run());
    findings.forEach(finding -> out.println(finding.line()));
    return findings;
  }

  static int verdict(List<Finding> findings, PrintStream out) {
    long wrong = findings.stream().filter(finding -> !finding.correct()).count();
    out.println(
        wrong == 0
            ? "All %d checks are correct.".formatted(findings.size())
            : "%d of %d checks are WRONG.".formatted(wrong, findings.size()));
    return wrong == 0 ? CORRECT : WRONG;
  }
}
