package io.lumina.cli;

import io.lumina.SharedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * {@code scripts/submit} to a cluster.
 *
 * @param folder where it is started
 * @param master the URL of the cluster
 */
record Submission(Path folder, String master) {

  /** The script, with the password of the tests' server. */
  Launcher launcher() {
    return new Launcher(folder, Launcher.script("submit"))
        .with("SPARK_LOCAL_IP", "127.0.0.1")
        .with("LUMINA_JDBC_PASSWORD", SharedPostgres.database().settings().password().reveal());
  }

  /** Starts and returns at once. */
  Process start(Launcher launcher, String... command) throws IOException {
    return launcher.start(
        Stream.concat(
                Stream.of(
                    "--master",
                    master,
                    "--conf",
                    "spark.executor.cores=1",
                    "--executor-memory",
                    "512m",
                    // Little to do, much to start.
                    "--conf",
                    "spark.executor.extraJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                    "--conf",
                    "spark.sql.shuffle.partitions=4",
                    "--conf",
                    "spark.databricks.delta.snapshotPartitions=2",
                    "--conf",
                    "spark.sql.codegen.wholeStage=false",
                    "--conf",
                    "spark.sql.codegen.factoryMode=NO_CODEGEN",
                    // An event log, where there is one, is text.
                    "--conf",
                    "spark.eventLog.compress=false"),
                Stream.of(command))
            .toArray(String[]::new));
  }

  /** Runs to the end. */
  Cli.Ended run(String... command) throws IOException, InterruptedException {
    Launcher launcher = launcher();
    return launcher.ended(start(launcher, command));
  }
}
