package io.lumina.cli;

import io.lumina.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that is killed while a night publishes. */
final class ServerKill implements Disturbance {
  private final Path home;
  private final Database database;
  private final Victims victims;
  private final int delayMillis;
  private volatile boolean over;

  /**
   * A kill.
   *
   * @param home of the server
   * @param delayMillis after the first staging table is there
   */
  ServerKill(Path home, Database database, Victims victims, int delayMillis) {
    this.home = home;
    this.database = database;
    this.victims = victims;
    this.delayMillis = delayMillis;
  }

  @Override
  public Cli.Ended during(Callable<Cli.Ended> night) throws Exception {
    CompletableFuture<Void> kill = CompletableFuture.runAsync(this::kill);
    try {
      return night.call();
    } finally {
      over = true;
      kill.get(1, TimeUnit.MINUTES);
    }
  }

  @Override
  public Set<Integer> exits() {
    return Set.of(5);
  }

  @Override
  public boolean leavesDatabase() {
    return false;
  }

  @Override
  public String toString() {
    return "kill -9 of " + victims + " " + delayMillis + " ms into publishing";
  }

  private void kill() {
    try (Connection connection = database.connect("test")) {
      while (!isStaging(connection)) {
        if (over) {
          return;
        }
      }
      CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS))
          .join();
      for (ProcessHandle process : processes()) {
        process.destroyForcibly();
        process.onExit().join();
      }
    } catch (SQLException | IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static boolean isStaging(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'lumina_staging')")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private List<ProcessHandle> processes() throws IOException {
    long pid =
        Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>();
    if (victims != Victims.POSTMASTER) {
      all.addAll(postmaster.children().toList());
    }
    if (victims != Victims.BACKENDS) {
      all.add(0, postmaster);
    }
    return all;
  }

  /** Who is killed. */
  enum Victims {
    /** The server alone: its children go on for a moment. */
    POSTMASTER,
    /** The children: the server stays and recovers. */
    BACKENDS,
    ALL
  }
}
