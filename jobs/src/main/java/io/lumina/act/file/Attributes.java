package io.lumina.act.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/** What belongs to a file beside its bytes. What the target's file system cannot hold is left. */
final class Attributes {
  private Attributes() {}

  /** Extended attributes, permissions and the modification time, in this order. */
  static void copy(Path from, Path to) throws IOException {
    extended(from, to);
    permissions(from, to);
    Files.setLastModifiedTime(to, Files.getLastModifiedTime(from, LinkOption.NOFOLLOW_LINKS));
  }

  private static void extended(Path from, Path to) throws IOException {
    UserDefinedFileAttributeView read =
        Files.getFileAttributeView(
            from, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    UserDefinedFileAttributeView write =
        Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
    boolean canHold =
        Files.getFileStore(to).supportsFileAttributeView(UserDefinedFileAttributeView.class);
    if (read == null || write == null || !canHold) {
      return;
    }
    for (String name : read.list()) {
      ByteBuffer value = ByteBuffer.allocate(read.size(name));
      read.read(name, value);
      try {
        write.write(name, value.flip());
      } catch (IOException tooLarge) {
        // It says so in many ways, one of them that the disk is full.
      }
    }
  }

  private static void permissions(Path from, Path to) throws IOException {
    PosixFileAttributeView read =
        Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    boolean canHold =
        Files.getFileStore(to).supportsFileAttributeView(PosixFileAttributeView.class);
    if (read != null && canHold) {
      try {
        Files.setPosixFilePermissions(to, read.readAttributes().permissions());
      } catch (IOException | UnsupportedOperationException refused) {
        // Some mounts know permissions and let nobody set them.
      }
    }
  }
}
