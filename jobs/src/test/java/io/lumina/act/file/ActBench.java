package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What a carrier costs beside the tools that do the same without a journal. */
final class ActBench {
  private static final int MEGABYTE = 1 << 20;
  private static final int ROUNDS = 3;

  private ActBench() {}

  /** Arguments: a folder on the disk, megabytes to copy, files to move. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "lumina-act");
    try {
      copies(folder, Integer.parseInt(arguments[1]));
      moves(folder, Integer.parseInt(arguments[2]));
    } finally {
      delete(folder);
    }
  }

  private static void copies(Path folder, int megabytes) throws Exception {
    Path source = Files.createDirectories(folder.resolve("source"));
    Random random = new Random(1);
    byte[] bytes = new byte[MEGABYTE];
    for (int i = 0; i < megabytes; i++) {
      random.nextBytes(bytes);
      Path album = Files.createDirectories(source.resolve("album " + i % 20));
      Files.write(album.resolve(i + ".jpg"), bytes);
    }
    System.out.printf("%d files of 1 MiB, copied and verified%n", megabytes);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Path plain = folder.resolve("plain" + round);
      run("sync");
      double tools =
          seconds(
              () ->
                  run(
                      "bash",
                      "-c",
                      "cp -a \"$0\" \"$1\" && sync -f \"$1\""
                          + " && (cd \"$0\" && find . -type f -print0 | xargs -0 sha256sum)"
                          + " >\"$2\" && (cd \"$1\" && sha256sum --quiet -c \"$2\")",
                      source.toString(),
                      plain.toString(),
                      folder.resolve("sums").toString()));
      delete(plain);
      Path target = Files.createDirectories(folder.resolve("target" + round));
      List<PlanUnit> units = units(source, target, OperationKind.COPY);
      Path journal = folder.resolve("journal" + round);
      run("sync");
      double ours =
          seconds(() -> MadeUnits.carry(journal, units, Direction.FORWARD, source, target));
      delete(target);
      ratios.add(ours / tools);
      System.out.printf(
          "  cp -a, sync, sha256sum twice %.1f s; carrier %.1f s; ratio %.2f%n",
          tools, ours, ours / tools);
    }
    ratios.sort(null);
    System.out.printf("  median ratio %.2f (aim: at most 1.3)%n", ratios.get(ROUNDS / 2));
    delete(source);
  }

  private static void moves(Path folder, int files) throws Exception {
    Path source = Files.createDirectories(folder.resolve("small"));
    Path target = Files.createDirectories(folder.resolve("moved"));
    for (int i = 0; i < files; i++) {
      Path album = Files.createDirectories(source.resolve("album " + i / 500));
      Files.write(album.resolve(i + ".jpg"), new byte[] {(byte) i, (byte) (i >> 8)});
    }
    List<PlanUnit> units = units(source, target, OperationKind.MOVE);
    run("sync");
    double there =
        seconds(
            () ->
                MadeUnits.carry(folder.resolve("moves"), units, Direction.FORWARD, source, target));
    System.out.printf(
        "%d files moved on one file system: %.1f s, %.0f a second (aim: at least 2,000)%n",
        files, there, files / there);
  }

  private static List<PlanUnit> units(Path source, Path target, OperationKind kind)
      throws IOException {
    List<PlanUnit> units = new ArrayList<>();
    try (Stream<Path> all = Files.walk(source)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        int number = units.size();
        units.add(
            new PlanUnit(
                List.of(
                    MadeUnits.operation(
                        number, number, kind, file, target.resolve(source.relativize(file))))));
      }
    }
    return units;
  }

  private static double seconds(Work work) throws Exception {
    Instant started = Instant.now();
    work.run();
    return Duration.between(started, Instant.now()).toNanos() / 1e9;
  }

  private static void run(String... command) throws Exception {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", command));
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Something that takes time. */
  private interface Work {
    void run() throws Exception;
  }
}
