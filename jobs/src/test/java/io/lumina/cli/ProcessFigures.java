package io.lumina.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * CPU time and peak memory of the processes below this one, by what they are, as Linux counts them
 * (proc(5)). A process is looked at twice a second, so its last half second may be missing.
 */
final class ProcessFigures {
  private static final double TICKS_PER_SECOND = 100;
  private static final double MEGA = 1e6;

  private final Map<Long, Figures> byProcess = new TreeMap<>();

  /** CPU seconds and peak resident bytes of one process. */
  private record Figures(String kind, double seconds, long peak) {}

  /** Looks until the process has ended; gives its exit status. */
  int follow(Process process) throws InterruptedException {
    do {
      Stream.concat(Stream.of(process.toHandle()), ProcessHandle.current().descendants())
          .forEach(this::look);
    } while (!process.waitFor(500, TimeUnit.MILLISECONDS));
    return process.exitValue();
  }

  /** One sentence: each kind with its number, CPU seconds and the largest peak. */
  String sentence() {
    List<String> parts = new ArrayList<>();
    for (String kind : List.of("driver", "executor", "decoder", "master and workers")) {
      List<Figures> all = of(figures -> figures.kind().equals(kind) && figures.seconds() > 0);
      if (!all.isEmpty()) {
        parts.add(
            "%d × %s: %.0f CPU s, peak %.0f MB each"
                .formatted(
                    all.size(),
                    kind,
                    all.stream().mapToDouble(Figures::seconds).sum(),
                    all.stream().mapToLong(Figures::peak).max().orElse(0) / MEGA));
      }
    }
    return String.join("; ", parts);
  }

  private List<Figures> of(Predicate<Figures> which) {
    return byProcess.values().stream().filter(which).toList();
  }

  private void look(ProcessHandle process) {
    Path proc = Path.of("/proc", String.valueOf(process.pid()));
    try {
      String command = Files.readString(proc.resolve("cmdline"));
      if (command.isEmpty()) {
        // It has ended, and nobody has asked how yet.
        return;
      }
      String stat = Files.readString(proc.resolve("stat"));
      // What follows the name in parentheses; user and system time are the 12th and 13th of these.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double seconds = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
      byProcess.put(process.pid(), new Figures(kind(command), seconds, peak(proc)));
    } catch (IOException ended) {
      // What was seen last stays.
      return;
    }
  }

  private static long peak(Path proc) throws IOException {
    return Files.readAllLines(proc.resolve("status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private static String kind(String commandLine) {
    if (commandLine.contains("CoarseGrainedExecutorBackend")) {
      return "executor";
    }
    if (commandLine.contains("deploy.SparkSubmit")
        || commandLine.contains("io.lumina.cli.Lumina")) {
      return "driver";
    }
    if (commandLine.contains("deploy.master") || commandLine.contains("deploy.worker")) {
      return "master and workers";
    }
    return commandLine.contains("java") ? "decoder" : "other";
  }
}
