package io.lumina.store;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file beside the Delta tables that one process at a time has locked. It guards a warehouse on a
 * local disk also against a run that uses another database. The operating system unlocks it when
 * the process dies; the file itself stays.
 */
final class LockFile implements AutoCloseable {
  private static final int LONGEST_NOTE = 4096;

  private final FileChannel channel;

  private LockFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks the file, or says who has.
   *
   * @return none when another process has it
   */
  static Optional<LockFile> tryLock(Path file, LockHolder holder) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.toString().getBytes(StandardCharsets.UTF_8)), 0);
      return Optional.of(new LockFile(channel));
    } catch (IOException failed) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The lock file " + file + " cannot be written (" + failed + "); is the home writable?",
          failed);
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
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException ownThread) {
      return false;
    }
  }
}
