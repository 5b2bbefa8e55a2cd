package io.lumina.cli;

import io.lumina.SharedPostgres;
import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import io.lumina.postgres.server.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Nights on one library, all but the first with nothing new, as people start them. Not a test:
 * {@code scripts/bench nights} runs its main method.
 */
public final class NightsBench {
  private final Path folder;
  private final List<String> library;
  private final int nights;

  private NightsBench(Path folder, Path library, int nights) {
    this.folder = folder;
    this.library = List.of("nightly", "--photos", library.toString());
    this.nights = nights;
  }

  /**
   * Prints a line of figures and the program's own lines of each night, then what the steps of the
   * first and the last one cost, and the sizes of all tables.
   *
   * @param arguments the library, a folder for everything that is written, what the driver's heap
   *     is, the number of nights, "local" or "cluster", and options of spark-submit
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    NightsBench bench =
        new NightsBench(
            folder, Path.of(arguments[0]).toAbsolutePath(), Integer.parseInt(arguments[3]));
    List<String> submit = new ArrayList<>(List.of("--driver-memory", arguments[2]));
    submit.addAll(List.of(arguments).subList(5, arguments.length));
    if (arguments[4].equals("cluster")) {
      bench.onCluster(submit);
    } else {
      Path home = folder.resolve("home");
      bench.run(new Launcher(folder), submit, List.of("--home", home + ""));
      try (EmbeddedServer server = EmbeddedServer.open(home)) {
        NightsCost cost = new NightsCost(new Database(server.settings()), bench.nights);
        cost.print(home.resolve("warehouse"));
      }
    }
    System.exit(0);
  }

  private void onCluster(List<String> submit) throws Exception {
    Database served = SharedPostgres.another("nights");
    ConnectionSettings database = served.settings();
    try (StandaloneCluster cluster = StandaloneCluster.start(folder, 2, 2, 3072)) {
      submit.addAll(List.of("--master", cluster.url()));
      submit.addAll(List.of("--conf", "spark.executor.cores=1", "--executor-memory", "1g"));
      run(
          new Launcher(folder, Launcher.script("submit"))
              .with("SPARK_LOCAL_IP", "127.0.0.1")
              .with("LUMINA_JDBC_PASSWORD", database.password().reveal()),
          submit,
          List.of(
              "--home",
              folder.resolve("home") + "",
              "--warehouse",
              folder.resolve("warehouse").toUri() + "",
              "--jdbc-url",
              database.url(),
              "--jdbc-user",
              database.user()));
    }
    new NightsCost(served, nights).print(folder.resolve("warehouse"));
  }

  private void run(Launcher launcher, List<String> submit, List<String> lumina) throws Exception {
    List<String> command = new ArrayList<>(submit);
    command.addAll(library);
    command.addAll(lumina);
    run(launcher, command, nights);
  }

  /** Runs a command night after night; prints its figures, and what it prints itself. */
  static void run(Launcher launcher, List<String> command, int nights) throws Exception {
    for (int night = 1; night <= nights; night++) {
      ProcessFigures figures = new ProcessFigures();
      long start = System.nanoTime();
      int exit = figures.follow(launcher.start(command.toArray(String[]::new)));
      System.out.printf(
          "night %d: exit %d, %.1f s; %s%n",
          night, exit, (System.nanoTime() - start) / 1e9, figures.sentence());
      System.out.print(launcher.printed(exit == 0 ? "out.txt" : "err.txt"));
    }
  }
}
