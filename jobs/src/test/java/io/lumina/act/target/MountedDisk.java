package io.lumina.act.target;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file system of its own for a test, where the machine lets one be mounted. */
final class MountedDisk implements AutoCloseable {
  private final Path folder;

  private MountedDisk(Path folder) {
    this.folder = folder;
  }

  /** In memory, with room for so many files and folders, its own one included. */
  static MountedDisk ofInodes(Path folder, int inodes) throws IOException {
    return mounted(folder, "mount", "-t", "tmpfs", "-o", "nr_inodes=" + inodes, "none");
  }

  /** On which A and a are one file: made by a program of the machine into a file. */
  static MountedDisk blindToCase(Path folder, Path image) throws IOException {
    Files.write(image, new byte[16 << 20]);
    run("mkfs.vfat", image.toString());
    return mounted(folder, "mount", "-o", "loop,utf8=1", image.toString());
  }

  /** An ext4 whose root folds case and Unicode forms. */
  static MountedDisk casefold(Path folder, Path image) throws IOException {
    Files.write(image, new byte[16 << 20]);
    run("mkfs.ext4", "-q", "-O", "casefold", "-E", "encoding=utf8", image.toString());
    return mounted(folder, "mount", "-o", "loop", image.toString());
  }

  Path folder() {
    return folder;
  }

  private static MountedDisk mounted(Path folder, String... command) throws IOException {
    Files.createDirectory(folder);
    String[] whole = Arrays.copyOf(command, command.length + 1);
    whole[command.length] = folder.toString();
    run(whole);
    return new MountedDisk(folder);
  }

  static void run(String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        abort("this machine cannot " + String.join(" ", command) + ": " + said);
      }
    } catch (IOException e) {
      abort("this machine has no " + command[0] + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abort("interrupted");
    }
  }

  @Override
  public void close() {
    run("umount", folder.toString());
  }
}
