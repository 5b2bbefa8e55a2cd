package io.lumina.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/** A master and workers of Spark on this machine, on the Spark of the build and nothing else. */
final class StandaloneCluster implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern PAGE =
      Pattern.compile("Bound MasterWebUI to \\S+ and started at (http://\\S+)");
  private static final Pattern APPLICATION =
      Pattern.compile("Registered app .* with ID (app-[0-9-]+)");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

  private final Path folder;
  private final List<Daemon> processes = new ArrayList<>();
  private String url;

  private StandaloneCluster(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts a cluster and waits until its workers are there.
   *
   * @param folder for what its processes write
   * @param cores of each worker
   * @param megabytes of all executors of a worker
   */
  static StandaloneCluster start(Path folder, int workers, int cores, int megabytes)
      throws IOException, InterruptedException {
    StandaloneCluster cluster = new StandaloneCluster(folder);
    try {
      // A worker looks for the jars of its executors here.
      Files.createSymbolicLink(
          Files.createDirectories(folder.resolve("spark")).resolve("jars"), jars());
      cluster.url = cluster.daemon("master.Master", "master").says(URL).group(1);
      for (int i = 0; i < workers; i++) {
        cluster.daemon(
            "worker.Worker",
            "worker-" + i,
            "--cores",
            String.valueOf(cores),
            "--memory",
            megabytes + "m",
            "--work-dir",
            cluster.work(i).toString(),
            cluster.url);
      }
      for (Daemon worker : cluster.workers()) {
        worker.says(REGISTERED);
      }
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      cluster.close();
      throw failed;
    }
  }

  /** The processes of executors, each started by a worker. */
  List<ProcessHandle> executors() {
    return workers().stream()
        .flatMap(worker -> worker.process().descendants())
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  private List<Daemon> workers() {
    return processes.subList(1, processes.size());
  }

  /** Kills the running application, as the page of the master does. */
  void killApplication() throws IOException, InterruptedException {
    Daemon master = processes.get(0);
    String page = master.says(PAGE).group(1);
    Matcher application = master.says(APPLICATION);
    String id = application.group(1);
    while (application.find()) {
      id = application.group(1);
    }
    HttpRequest kill =
        HttpRequest.newBuilder(URI.create(page + "/app/kill/"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("id=" + id + "&terminate=true"))
            .build();
    HttpClient.newHttpClient().send(kill, HttpResponse.BodyHandlers.discarding());
  }

  /** Where to submit to. */
  String url() {
    return url;
  }

  /** Where the executors of a worker wrote their logs, and got their jars. */
  Path work(int worker) {
    return folder.resolve("work-" + worker);
  }

  @Override
  public void close() throws IOException {
    processes.forEach(Daemon::close);
    Files.deleteIfExists(folder.resolve("spark/jars"));
  }

  private static Path jars() {
    return Launcher.script("lumina").resolveSibling("../jobs/target/spark-jars").normalize();
  }

  private Daemon daemon(String type, String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-XX:+UseSerialGC");
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-cp", jars() + "/*", "org.apache.spark.deploy." + type));
    command.addAll(List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Daemon daemon = Daemon.start(builder, folder.resolve(name + ".log"));
    processes.add(daemon);
    return daemon;
  }
}
