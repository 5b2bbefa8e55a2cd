package io.lumina.gpu.check;

import io.lumina.gpu.driver.Device;
import io.lumina.gpu.pairs.DevicePairs;
import io.lumina.hash.HashRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How fast a device is, stage by stage, beside the CPU of the same machine. */
final class DeviceRates {
  /** Results of the population count that a multiprocessor gives in a cycle (CUDA's manual). */
  private static final int COUNTS_PER_CYCLE = 16;

  private static final int THREADS = 4;
  private static final int ROUNDS = 8;

  private final Device device;
  private final boolean quick;
  private final CpuRates cpu = new CpuRates();
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final Findings findings;

  /**
   * @param findings are told whether the timed searches found what was planted
   */
  DeviceRates(Device device, boolean quick, Findings findings) {
    this.device = device;
    this.quick = quick;
    this.findings = findings;
  }

  List<Stage> run() {
    List<Stage> stages = new ArrayList<>(lumas());
    search("search 64 bits", quick ? 100_000 : 1_000_000, 1, 5, stages);
    if (!quick) {
      search("search 64 bits", 10_000_000, 1, 5, stages);
    }
    search("search PDQ", quick ? 50_000 : 1_000_000, 4, 31, stages);
    return stages;
  }

  private List<Stage> lumas() {
    double one = cpu.lumas(1);
    double all = cpu.lumas(cores);
    List<Stage> stages = new ArrayList<>();
    double upload;
    try (LumaRates rates = new LumaRates(device, quick ? 16_384 : 131_072)) {
      Map<String, Double> byStage = rates.stages();
      upload = byStage.get("upload");
      byStage.forEach((stage, rate) -> stages.add(new Stage(stage, "lumas", rate, 0, 0, "")));
    }
    double whole = whole(quick ? 8_192 : 32_768);
    stages.add(
        new Stage(
            "all, with upload",
            "lumas",
            whole,
            one,
            all,
            "%.0f %% of what the upload alone allows (%.1f GB/s)"
                .formatted(100 * whole / upload, whole * 4096 / 1e9)));
    return stages;
  }

  /** Lumas a second through upload and all kernels, threads overlapping the two. */
  private double whole(int batch) {
    List<LumaRates> each =
        IntStream.range(0, THREADS).mapToObj(i -> new LumaRates(device, batch)).toList();
    try {
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      long start = System.nanoTime();
      try {
        for (Future<LumaRates> done : threads.invokeAll(each.stream().map(this::rounds).toList())) {
          done.get();
        }
      } finally {
        threads.shutdown();
      }
      return (double) THREADS * ROUNDS * batch / ((System.nanoTime() - start) / 1e9);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring", e);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      each.forEach(LumaRates::close);
    }
  }

  private Callable<LumaRates> rounds(LumaRates rates) {
    return () ->
        device.on(
            () -> {
              for (int round = 0; round < ROUNDS; round++) {
                rates.whole();
              }
              return rates;
            });
  }

  private void search(String name, int count, int width, int threshold, List<Stage> stages) {
    HashRun run = RandomHashes.of(count, width, count);
    int[] planted = new int[1];
    long[] others = new long[1];
    DevicePairs search = new DevicePairs(device);
    search.within(HashRun.of(new long[64 * width]), threshold, (a, b) -> {});
    long start = System.nanoTime();
    search.within(
        run,
        threshold,
        (a, b) -> {
          if (RandomHashes.arePlanted(a, b)) {
            planted[0]++;
          } else {
            others[0]++;
          }
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    double pairs = (double) count * (count - 1) / 2;
    double limit =
        (double) device.info().multiprocessors()
            * COUNTS_PER_CYCLE
            * device.info().clockKilohertz()
            * 1e3
            / width;
    stages.add(
        new Stage(
            "%s, %,d".formatted(name, count),
            "pairs",
            pairs / seconds,
            cpu.pairs(width, 1),
            cpu.pairs(width, cores),
            "%.2f s; population counts of %d x 32 bits alone: %.2f s"
                .formatted(seconds, width, pairs / limit)));
    int expected = RandomHashes.planted(count);
    findings.check(
        "%s, %,d: each of the %,d planted pairs once".formatted(name, count, expected),
        () ->
            planted[0] == expected
                ? Optional.empty()
                : Optional.of("%,d of them, and %,d others".formatted(planted[0], others[0])));
  }
}
