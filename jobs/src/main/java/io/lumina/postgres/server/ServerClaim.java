package io.lumina.postgres.server;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Whether a server may be started on the data of a home. Two on one data directory destroy it, and
 * PostgreSQL itself sees only servers of its own container. So nothing is started, and no {@code
 * postmaster.pid} removed, unless it is proven that the one who wrote it is gone.
 */
final class ServerClaim {
  static final String FILE = "postgres-owner";

  /** File systems that one kernel has mounted: who is of another start of it is gone. */
  private static final Set<String> OF_ONE_KERNEL =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "tmpfs", "overlay");

  /** What a dying server, or a start whose caller was killed, is given to come to its end. */
  private static final Duration LONGEST_END = Duration.ofSeconds(60);

  private static final long TURN_MILLIS = 100;

  private final Path home;
  private final Path file;
  private final ServerLife life;
  private final ServerOwner self;
  private final String fileSystem;

  /** Whose claim {@link #running} found last. */
  private Optional<ServerOwner> judged = Optional.empty();

  /**
   * Of a home.
   *
   * @param self who asks
   * @param fileSystem type of the one that the home lies on, such as ext4 or nfs4
   */
  ServerClaim(Path home, ServerLife life, ServerOwner self, String fileSystem) {
    this.home = home;
    this.file = home.resolve(FILE);
    this.life = life;
    this.self = self;
    this.fileSystem = fileSystem;
  }

  /** Of a home, by this process. */
  static ServerClaim of(Path home, ServerLife life) throws IOException {
    return new ServerClaim(home, life, ServerOwner.self(), Files.getFileStore(home).type());
  }

  /**
   * The server that runs here; none when no server runs anywhere.
   *
   * @throws LuminaException (locked) naming who runs one, or may, where we do not see it
   */
  Optional<PostmasterPid> running() throws IOException {
    Instant deadline = Instant.now().plus(LONGEST_END);
    while (true) {
      Optional<ServerOwner> owner = ServerOwner.read(file);
      judged = owner;
      if (owner.filter(other -> !other.sharesProcessesWith(self)).isPresent()) {
        refuseUnlessGone(owner.get());
        return Optional.empty();
      }
      Optional<PostmasterPid> living = PostmasterPid.ofLiving(home.resolve(DataDirectory.NAME));
      if (living.isPresent() || !isHeld()) {
        return living;
      }
      if (Instant.now().isAfter(deadline)) {
        throw refused(owner.map(ServerOwner::toString).orElse("another container"), "");
      }
      pause();
    }
  }

  /** Whether the server was started where process ids are other ones than here. */
  boolean isElsewhere() throws IOException {
    return ServerOwner.read(file).filter(owner -> !owner.sharesProcessesWith(self)).isPresent();
  }

  /**
   * Says that this process starts the server, in the place of whom {@link #running} found gone.
   *
   * @throws LuminaException (locked) when another machine does so at this moment
   */
  void take() throws IOException {
    Path written = home.resolve(FILE + "-" + UUID.randomUUID());
    try {
      try (FileChannel channel =
          FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(self.text().getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      removeJudged();
      link(written);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** Takes the claim back once no process of the server lives; the last one may be about to end. */
  void giveBack() throws IOException {
    Instant deadline = Instant.now().plus(LONGEST_END);
    while (isHeld() && Instant.now().isBefore(deadline)) {
      pause();
    }
    if (!isHeld()) {
      Files.deleteIfExists(file);
    }
  }

  /** Looked at once nobody else can take it: another machine may have put its own there since. */
  private void removeJudged() throws IOException {
    Path aside = home.resolve(FILE + "-" + UUID.randomUUID());
    try {
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException none) {
      return;
    }
    try {
      Optional<ServerOwner> found = ServerOwner.read(aside);
      if (!found.equals(judged)) {
        link(aside);
        throw refused(found.map(ServerOwner::toString).orElse("another run"), "");
      }
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** Unlike a rename, a link never replaces what another machine has put there just now. */
  private void link(Path written) throws IOException {
    try {
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException taken) {
      throw refused(ServerOwner.read(file).map(ServerOwner::toString).orElse("another run"), "");
    } catch (FileSystemException | UnsupportedOperationException noLinks) {
      Files.move(written, file);
    }
  }

  private void refuseUnlessGone(ServerOwner owner) throws IOException {
    boolean sameKernel = owner.sharesKernelWith(self);
    Optional<Boolean> held = life.isHeld();
    if (held.orElse(false)) {
      throw refused(owner + (sameKernel ? ", in another container of this machine" : ""), "");
    }
    boolean gone =
        sameKernel ? held.isPresent() : OF_ONE_KERNEL.contains(fileSystem) || owner.wasBefore(self);
    if (!gone) {
      throw refused(
          owner + (sameKernel ? ", in another container" : ", on another machine"),
          "; when you are sure that no PostgreSQL runs on it any more, remove " + file);
    }
  }

  private boolean isHeld() throws IOException {
    return life.isHeld().orElse(false);
  }

  private LuminaException refused(String who, String remedy) {
    return new LuminaException(
        ExitCode.LOCKED,
        "The database in "
            + home
            + " is in use: its server was started by "
            + who
            + ", and a second one would destroy it. Ask there, or wait until it has ended"
            + remedy);
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a server came to its end", stopped);
    }
  }
}
