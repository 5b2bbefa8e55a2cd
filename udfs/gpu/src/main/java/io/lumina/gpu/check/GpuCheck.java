package io.lumina.gpu.check;

import io.lumina.gpu.driver.Device;
import io.lumina.gpu.driver.Driver;
import io.lumina.gpu.driver.Probe;
import io.lumina.gpu.luma.DeviceDistances;
import io.lumina.gpu.luma.DeviceLumas;
import io.lumina.gpu.pairs.DevicePairs;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Runs the contracts of all kernels on the GPU of this machine and prints a table: correct or not,
 * and how fast. Exit code 0 when all is correct, 1 when there is no usable GPU, 7 when an answer is
 * wrong.
 */
public final class GpuCheck {
  private static final String QUICK = "--quick";
  private static final String ANSWERS = "--answers";
  private static final List<String> OPTIONS = List.of(QUICK, ANSWERS);

  private static final int NO_GPU = 1;

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
    Findings findings = new Findings(out);
    answers(device, quick, findings);
    if (!arguments.contains(ANSWERS)) {
      speed(device, quick, findings, out);
    }
    return findings.verdict();
  }

  private static void speed(Device device, boolean quick, Findings findings, PrintStream out) {
    out.println(
        "Speed, beside the %d cores of this machine:"
            .formatted(Runtime.getRuntime().availableProcessors()));
    out.println(Stage.HEAD);
    if (PictureRates.canDecode()) {
      PictureRates pictures =
          new PictureRates(new CpuRates(), Runtime.getRuntime().availableProcessors());
      pictures.stages().forEach(stage -> out.println(stage.line()));
    } else {
      out.println("  decode, luma: not timed, since OpenCV is not at hand; see the repository's");
    }
    DeviceRates rates =
        new DeviceRates(device, quick, findings, stage -> out.println(stage.line()));
    findings.check(
        "every stage could be timed",
        () ->
            device.on(
                () -> {
                  rates.run();
                  return Optional.empty();
                }));
  }

  private static void answers(Device device, boolean quick, Findings findings) {
    new LumaChecks(() -> new DeviceLumas(device), quick ? 20_000 : 1_000_000).run(findings);
    new HammingChecks(new DeviceDistances(device), quick ? 20_000 : 1_000_000).run(findings);
    new PairChecks(new DevicePairs(device), quick ? 4_000 : 40_000).run(findings);
  }
}
