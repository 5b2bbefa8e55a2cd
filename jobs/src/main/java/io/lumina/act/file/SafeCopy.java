package io.lumina.act.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Makes a second file of the same bytes, and proves that it holds them. */
final class SafeCopy {
  private static final int CHUNK_BYTES = 1 << 20;

  private SafeCopy() {}

  /**
   * Copies the source of an operation into a new file under another name, with its times,
   * permissions and extended attributes. When this returns, the copy is on the disk and was read
   * back from there; when it throws, there is no copy.
   *
   * @param partial a free name in the target's folder
   * @throws Refused when the source is not, or does not stay, what was planned
   */
  static void stage(Operation operation, Path partial) throws IOException {
    FileStamp before = FileStamp.ofSource(operation);
    try {
      String read = bytes(operation.source(), partial);
      if (!before.equals(FileStamp.ofSource(operation))) {
        throw Refused.at(operation.source(), "was written while it was copied");
      }
      if (!read.equals(operation.sha256())) {
        throw Refused.at(
            operation.source(),
            "has the content %s, not %s as planned".formatted(read, operation.sha256()));
      }
      String written = CheckedRead.sha256(partial);
      if (!written.equals(read)) {
        throw Refused.at(
            operation.target(),
            "would hold other bytes than were written there; look after its disk");
      }
      Attributes.copy(operation.source(), partial);
      sync(partial);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(partial);
      throw failed;
    }
  }

  private static String bytes(Path source, Path partial) throws IOException {
    MessageDigest digest = CheckedRead.digest();
    byte[] chunk = new byte[CHUNK_BYTES];
    try (InputStream in = Files.newInputStream(source, LinkOption.NOFOLLOW_LINKS);
        FileChannel out =
            FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
        ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, read);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
      out.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The attributes too; a file that may not be written may still be read. */
  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
