package io.lumina.postgres.server;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import io.lumina.postgres.ReadingRole;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on this machine whose data stays in the home folder.
 *
 * <p>The first process that needs it starts it, the last one that closes it stops it; a process
 * that was killed does not count, and a server that it left running is used on. It listens on
 * loopback only, on a free port, with a password of its own.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  private final Path home;
  private final ServerStart server;
  private final ServerClaim claim;
  private final ServerUsers users;
  private final ConnectionSettings settings;
  private boolean closed;

  private EmbeddedServer(
      Path home,
      ServerStart server,
      ServerClaim claim,
      ServerUsers users,
      ConnectionSettings settings) {
    this.home = home;
    this.server = server;
    this.claim = claim;
    this.users = users;
    this.settings = settings;
  }

  /**
   * Starts the server of a home folder, or joins it when it runs; makes it on first use.
   *
   * @param home the folder that keeps data, programs, password and log of the server
   * @throws LuminaException when the folder holds data of another PostgreSQL version or cannot be
   *     written (usage), the server runs in another container or on another machine (locked), the
   *     data are damaged (unexpected), or the server does not start for now (temporary)
   */
  public static EmbeddedServer open(Path home) {
    return open(home, LOG::info);
  }

  /**
   * The same for somebody who waits: recovery from a crash may take long.
   *
   * @param told what is waited for, a sentence now and then
   */
  public static EmbeddedServer open(Path home, Consumer<String> told) {
    return opened(
        home,
        told,
        (folder, damaged) -> {
          throw new LuminaException(
              ExitCode.UNEXPECTED,
              "The database in "
                  + folder.resolve(DataDirectory.NAME)
                  + " is damaged ("
                  + damaged.getMessage()
                  + "). lumina restore puts it aside and brings back what people decided from the"
                  + " last backup",
              damaged);
        });
  }

  /**
   * The same for somebody who wants an empty database rather than a damaged one: that one is put
   * aside under another name.
   *
   * @param aside is told the name it has now
   * @param told what is waited for, a sentence now and then
   */
  public static EmbeddedServer openOrReplace(
      Path home, Consumer<Path> aside, Consumer<String> told) {
    return opened(
        home,
        told,
        (folder, damaged) -> {
          LOG.warn("the database in {} is damaged: {}", folder, damaged.getMessage());
          aside.accept(new DataDirectory(folder).putAside());
          return opened(folder, told);
        });
  }

  private static EmbeddedServer opened(Path home, Consumer<String> told, Rescue rescue) {
    Path folder = home.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      return alone(
          folder,
          () -> {
            try {
              return opened(folder, told);
            } catch (DamagedDataException damaged) {
              return rescue.from(folder, damaged);
            }
          });
    } catch (StillStartingException leftRunning) {
      throw new LuminaException(ExitCode.TEMPORARY, leftRunning.getMessage(), leftRunning);
    } catch (IOException failed) {
      throw unusable(folder, failed);
    }
  }

  private static LuminaException unusable(Path folder, IOException failed) {
    boolean full = String.valueOf(failed.getMessage()).contains("No space left on device");
    return full
        ? new LuminaException(
            ExitCode.TEMPORARY,
            "The disk of " + folder + " is full; make room and run it again",
            failed)
        : new LuminaException(
            ExitCode.USAGE,
            "The database cannot live in " + folder + " (" + failed + "); give another --home",
            failed);
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

  /** Login of a role that may ask, and nothing else; it is made when it is first asked for. */
  public ConnectionSettings readerSettings() {
    ReadingRole.ensure(new Database(settings));
    return ReadingRole.settings(settings);
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
    // Where another one has started it since ours died, its process ids are not for us to judge.
    if (!last || claim.isElsewhere()) {
      return null;
    }
    if (PostmasterPid.ofLiving(home.resolve(DataDirectory.NAME)).isPresent()) {
      stop();
    }
    claim.giveBack();
    return null;
  }

  private void stop() throws IOException {
    try {
      server.stop(takesConnections(settings) ? "fast" : "immediate");
    } catch (LuminaException failed) {
      if (PostmasterPid.ofLiving(home.resolve(DataDirectory.NAME)).isPresent()) {
        throw failed;
      }
      // It ended, not in good order, on a full disk say: the next start recovers what was
      // committed.
      LOG.warn("the database in {} ended badly: {}", home, failed.getMessage());
    }
  }

  private static EmbeddedServer opened(Path home, Consumer<String> told) throws IOException {
    ServerLife life = new ServerLife(home);
    ServerClaim claim = ServerClaim.of(home, life);
    Optional<PostmasterPid> running = claim.running();
    ServerProcess process =
        new ServerProcess(home, PostgresBinaries.unpacked(home.resolve("postgres-binaries")));
    DataDirectory data = new DataDirectory(home);
    OwnerLogin login = new OwnerLogin(data);
    ServerStart server =
        new ServerStart(home, process, life, new ServerRecovery(home, login, told));
    ServerUsers users = new ServerUsers(home.resolve("postgres-users"));
    try {
      Optional<Integer> joined = Optional.empty();
      while (running.isPresent() && joined.isEmpty()) {
        joined = server.joined(running.get());
        running = joined.isPresent() ? running : claim.running();
      }
      int port = joined.isPresent() ? joined.get() : started(claim, server, data, process, life);
      data.check(process);
      login.createDatabase(port);
      return new EmbeddedServer(home, server, claim, users, login.settings(port));
    } catch (IOException | RuntimeException failed) {
      users.close();
      throw failed;
    }
  }

  private static int started(
      ServerClaim claim,
      ServerStart server,
      DataDirectory data,
      ServerProcess process,
      ServerLife life)
      throws IOException {
    claim.take();
    try {
      data.create(process, life);
      data.check(process);
      data.password();
      return server.start();
    } catch (StillStartingException leftRunning) {
      throw leftRunning;
    } catch (IOException | RuntimeException failed) {
      claim.giveBack();
      throw failed;
    }
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

  @FunctionalInterface
  private interface Step<T> {
    T run() throws IOException;
  }

  /** What to do about data that are no database any more. */
  @FunctionalInterface
  private interface Rescue {
    EmbeddedServer from(Path folder, DamagedDataException damaged) throws IOException;
  }
}
