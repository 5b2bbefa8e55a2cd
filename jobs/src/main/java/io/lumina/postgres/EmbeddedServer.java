package io.lumina.postgres;

import io.lumina.config.Secret;
import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A PostgreSQL server on this machine whose data stays in the home folder.
 *
 * <p>The first process that needs it starts it, the last one that closes it stops it; a process
 * that was killed does not count, and a server that it left running is used on. It listens on
 * loopback only, on a free port, with a password of its own.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final String DATABASE = "lumina";
  private static final int START_ATTEMPTS = 3;
  private static final String WAIT_SECONDS = "300";

  private final Path home;
  private final ServerProcess process;
  private final ServerUsers users;
  private final ConnectionSettings settings;
  private boolean closed;

  private EmbeddedServer(
      Path home, ServerProcess process, ServerUsers users, ConnectionSettings settings) {
    this.home = home;
    this.process = process;
    this.users = users;
    this.settings = settings;
  }

  /**
   * Starts the server of a home folder, or joins it when it runs; makes it on first use.
   *
   * @param home the folder that keeps data, programs, password and log of the server
   * @throws LuminaException when the folder holds data of another PostgreSQL version or cannot be
   *     written (usage), or the server does not start (temporary)
   */
  public static EmbeddedServer open(Path home) {
    Path folder = home.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      return alone(folder, () -> opened(folder));
    } catch (IOException failed) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The database cannot live in " + folder + " (" + failed + "); give another --home",
          failed);
    }
  }

  /** Whether the programs of the server are on the class path; a submission leaves them at home. */
  public static boolean isOnClassPath() {
    try {
      Class.forName(
          "io.zonky.test.db.postgres.embedded.PgBinaryResolver",
          false,
          EmbeddedServer.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException leftAtHome) {
      return false;
    }
  }

  /** Address and login, for as long as this is open. */
  public ConnectionSettings settings() {
    return settings;
  }

  /** Stops the server unless others use it. Open transactions are rolled back. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      alone(home, this::leave);
    } catch (IOException failed) {
      throw new LuminaException(
          ExitCode.TEMPORARY, "The database in " + home + " was not stopped: " + failed, failed);
    }
  }

  private Void leave() throws IOException {
    boolean last = !users.others();
    users.close();
    if (last && PostmasterPid.ofLiving(home.resolve(DataDirectory.NAME)).isPresent()) {
      stop(process, takesConnections(settings) ? "fast" : "immediate");
    }
    return null;
  }

  private static EmbeddedServer opened(Path home) throws IOException {
    Path binaries = PostgresBinaries.unpacked(home.resolve("postgres-binaries"));
    ServerProcess process = new ServerProcess(home, binaries);
    DataDirectory data = new DataDirectory(home);
    data.create(process);
    data.checkVersion(process);
    ServerUsers users = new ServerUsers(home.resolve("postgres-users"));
    try {
      int port = runningPort(data, process);
      ConnectionSettings settings = settings(port, DATABASE, data.password());
      createDatabase(settings(port, "postgres", data.password()));
      return new EmbeddedServer(home, process, users, settings);
    } catch (IOException | RuntimeException failed) {
      users.close();
      throw failed;
    }
  }

  /** The port of the server, which is started unless it runs. */
  private static int runningPort(DataDirectory data, ServerProcess process) throws IOException {
    Optional<PostmasterPid> living = PostmasterPid.ofLiving(data.path());
    if (living.isPresent() && living.get().ready()) {
      return living.get().port();
    }
    if (living.isPresent()) {
      // It starts or stops just now and belongs to nobody who holds the door: begin afresh.
      stop(process, "immediate");
    }
    // What a dead server left; another program may have its process id by now.
    Files.deleteIfExists(data.path().resolve(PostmasterPid.FILE));
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      try {
        start(process, port);
        return port;
      } catch (LuminaException portTaken) {
        if (attempt == START_ATTEMPTS) {
          throw portTaken;
        }
      }
    }
  }

  private static void start(ServerProcess process, int port) throws IOException {
    process.run(
        "pg_ctl",
        "start",
        "-D",
        DataDirectory.NAME,
        "-l",
        "postgres.log",
        "-o",
        "-p " + port,
        "-s",
        "-w",
        "-t",
        WAIT_SECONDS);
  }

  private static void createDatabase(ConnectionSettings maintenance) {
    try (Connection connection = new Database(maintenance).connect("setup");
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'lumina'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE lumina");
    } catch (SQLException failed) {
      throw SqlFailure.working(failed);
    }
  }

  private static ConnectionSettings settings(int port, String database, Secret password) {
    return new ConnectionSettings(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, DataDirectory.USER, password);
  }

  /**
   * Stops it. A server that recovers from a crash does not hear of "fast", and would let us wait to
   * the end; "immediate" costs it another recovery and no row.
   */
  private static void stop(ServerProcess process, String mode) throws IOException {
    process.run("pg_ctl", "stop", "-D", DataDirectory.NAME, "-m", mode, "-w", "-t", WAIT_SECONDS);
  }

  private static boolean takesConnections(ConnectionSettings settings) {
    try (Connection connection = new Database(settings).connect("stop")) {
      return !connection.isClosed();
    } catch (SQLException | LuminaException recovering) {
      return false;
    }
  }

  /** Only one thread of one process at a time starts or stops the server of a home. */
  private static <T> T alone(Path home, Step<T> step) throws IOException {
    synchronized (EmbeddedServer.class) {
      try (FileChannel door =
          FileChannel.open(
              home.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        door.lock();
        return step.run();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @FunctionalInterface
  private interface Step<T> {
    T run() throws IOException;
  }
}
