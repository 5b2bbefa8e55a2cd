package io.lumina.cli;

import io.lumina.faults.Lookout;
import io.lumina.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A PostgreSQL that is killed while a night publishes. */
final class ServerKill implements Disturbance {
  private final Path home;
  private final Database database;
  private final Victims victims;
  private final int delayMillis;
  private volatile boolean struck;

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
    CompletableFuture<Void> kill;
    Cli.Ended ended;
    try (Connection connection = database.connect("test");
        Lookout lookout = new Lookout()) {
      kill =
          lookout
              .first(() -> staging(connection))
              .thenRunAsync(this::kill, lookout.after(delayMillis));
      ended = night.call();
    }
    if (kill.isDone()) {
      kill.join();
    }
    return ended;
  }

  @Override
  public boolean struck() {
    return struck;
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
    for (ProcessHandle process : processes()) {
      struck |= process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** The first table of a publish. */
  private static Optional<String> staging(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet table =
            statement.executeQuery(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'lumina_staging' LIMIT 1")) {
      return table.next() ? Optional.of(table.getString(1)) : Optional.empty();
    }
  }

  private List<ProcessHandle> processes() {
    ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>();
    if (victims != Victims.POSTMASTER) {
      all.addAll(postmaster.children().toList());
    }
    if (victims != Victims.BACKENDS) {
      all.add(0, postmaster);
    }
    return all;
  }

  private long postmaster() {
    try {
      Path file = home.resolve("postgres/postmaster.pid");
      return Long.parseLong(Files.readAllLines(file).get(0).strip());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
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
