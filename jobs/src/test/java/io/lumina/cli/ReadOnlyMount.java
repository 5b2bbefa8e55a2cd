package io.lumina.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder mounted read-only over itself, where the system lets us (root on Linux): the permissions
 * of files do not stop root.
 */
final class ReadOnlyMount implements AutoCloseable {
  private final Path folder;
  private boolean mounted;

  private ReadOnlyMount(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  /** Mounts it, or not: see {@link #isMounted}. */
  static ReadOnlyMount over(Path folder) throws IOException {
    boolean bound = succeeds("mount", "--bind", "-o", "ro", folder.toString(), folder.toString());
    ReadOnlyMount mount = new ReadOnlyMount(folder, bound);
    if (bound && isWritable(folder)) {
      // Some versions of mount take no options with --bind.
      mount.close();
    }
    return mount;
  }

  private static boolean isWritable(Path folder) throws IOException {
    try {
      Files.delete(Files.createFile(folder.resolve("written")));
      return true;
    } catch (FileSystemException refused) {
      return false;
    }
  }

  /** Whether nothing can be written there now. */
  boolean isMounted() {
    return mounted;
  }

  /** Makes the folder writable again. */
  @Override
  public synchronized void close() throws IOException {
    if (mounted && !succeeds("umount", "-l", folder.toString())) {
      throw new IOException(folder + " stays mounted; umount it");
    }
    mounted = false;
  }

  private static boolean succeeds(String... command) throws IOException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + command[0], stopped);
    }
  }
}
