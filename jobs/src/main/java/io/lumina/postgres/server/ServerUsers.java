package io.lumina.postgres.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who uses a server: one locked file each in a folder. The operating system unlocks the file of a
 * process that died, so a dead user never counts.
 */
final class ServerUsers implements AutoCloseable {
  /** Tells files of this JVM from others; probing one's own would release its lock (POSIX). */
  private static final String THIS_JVM = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

  private final Path folder;
  private final Path own;
  private final FileChannel channel;

  /** Signs in. */
  ServerUsers(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.own = folder.resolve(THIS_JVM + "-" + UUID.randomUUID());
    this.channel = FileChannel.open(own, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
  }

  /** Whether anybody else is signed in; forgets the dead. */
  boolean others() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.equals(own)).filter(ServerUsers::alive).count() > 0;
    }
  }

  /** Signs out. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(own);
    channel.close();
  }

  private static boolean alive(Path file) {
    if (file.getFileName().toString().startsWith(THIS_JVM)) {
      return true;
    }
    try (FileChannel probe = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = probe.tryLock()) {
      if (lock != null) {
        Files.deleteIfExists(file);
      }
      return lock == null;
    } catch (java.nio.file.NoSuchFileException gone) {
      return false;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
