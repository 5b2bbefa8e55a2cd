package io.lumina.store;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file beside the Delta tables that one process at a time has locked. It guards a warehouse on a
 * local disk also against a run that uses another database. The operating system unlocks it when
 * the process dies; the file itself stays.
 */
final class LockFile implements AutoCloseable {
  private static final int LONGEST_NOTE = 4096;

  /** Opening a file that this JVM has locked, and closing it again, would unlock it (POSIX). */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private LockFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks the file, or says who has.
   *
   * @return none when another process has it
   */
  static Optional<LockFile> tryLock(Path file, LockHolder holder) {
    Path key = file.toAbsolutePath().normalize();
    if (!HELD_HERE.add(key)) {
      return Optional.empty();
    }
    Optional<LockFile> lock = Optional.empty();
    try {
      lock = locked(key, holder);
      return lock;
    } catch (IOException failed) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The lock file " + file + " cannot be written (" + failed + "); is the home writable?",
          failed);
    } finally {
      if (lock.isEmpty()) {
        HELD_HERE.remove(key);
      }
    }
  }

  private static Optional<LockFile> locked(Path file, LockHolder holder) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.toString().getBytes(StandardCharsets.UTF_8)), 0);
      return Optional.of(new LockFile(file, channel));
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /** What the holder of a locked file wrote into it. */
  static String holder(Path file) {
    try {
      String note = Files.readString(file);
      return note.isBlank()
          ? "another run"
          : note.substring(0, Math.min(note.length(), LONGEST_NOTE));
    } catch (IOException unreadable) {
      return "another run";
    }
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
