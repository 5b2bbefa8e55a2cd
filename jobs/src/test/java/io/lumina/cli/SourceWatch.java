package io.lumina.cli;

import io.lumina.hash.Sha256;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks whether a run leaves its source directory as it was. Where the system lets us (root on
 * Linux), the directory is mounted read-only meanwhile; permissions would not stop root.
 */
final class SourceWatch {
  private final Path folder;
  private final Map<String, String> before;
  private final boolean readOnly;
  private boolean mounted;
  private Map<String, String> after = Map.of();

  private SourceWatch(Path folder, boolean readOnly) throws IOException {
    this.folder = folder;
    this.before = state(folder);
    this.readOnly = readOnly;
    this.mounted = readOnly;
  }

  /** Looks at every file, and mounts the folder read-only over itself where that is possible. */
  static SourceWatch begin(Path folder) throws IOException {
    return new SourceWatch(folder, mount(folder));
  }

  /** Looks again, and makes the folder writable. */
  void end() throws IOException {
    after = state(folder);
    release();
  }

  /** Makes the folder writable, if it is not yet. */
  synchronized void release() throws IOException {
    if (mounted && !succeeds("umount", "-l", folder.toString())) {
      throw new IOException(folder + " stays mounted; umount it");
    }
    mounted = false;
  }

  /** Whether nothing could have been written. */
  boolean isReadOnly() {
    return readOnly;
  }

  /** Each file and folder with all that a write would change. */
  Map<String, String> before() {
    return before;
  }

  /** The same, after the run. */
  Map<String, String> after() {
    return after;
  }

  /** Times of reading are left out: keeping them is up to the mount. */
  private static Map<String, String> state(Path folder) throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        Map<String, Object> attributes =
            Files.readAttributes(
                path,
                "unix:ino,mode,uid,gid,nlink,size,lastModifiedTime,ctime",
                LinkOption.NOFOLLOW_LINKS);
        String bytes = Files.isRegularFile(path) ? Sha256.of(Files.readAllBytes(path)) : "folder";
        state.put(folder.relativize(path).toString(), new TreeMap<>(attributes) + " " + bytes);
      }
    }
    return state;
  }

  private static boolean mount(Path folder) throws IOException {
    if (!succeeds("mount", "--bind", "-o", "ro", folder.toString(), folder.toString())) {
      return false;
    }
    try {
      Files.delete(Files.createFile(folder.resolve("written")));
    } catch (FileSystemException refused) {
      return true;
    }
    // Where mount does not know both options at once.
    succeeds("umount", "-l", folder.toString());
    return false;
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
