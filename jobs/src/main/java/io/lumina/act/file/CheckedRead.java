package io.lumina.act.file;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Reads what a disk holds and not what the operating system remembers having written. */
final class CheckedRead {
  private static final int CHUNK_BYTES = 1 << 20;

  private CheckedRead() {}

  /** SHA-256 of a file, read past the page cache where its file system can do that. */
  static String sha256(Path file) throws IOException {
    Optional<String> direct = direct(file);
    return direct.isPresent() ? direct.get() : cached(file);
  }

  /** Nothing where the file system has no such way, as one in memory. */
  static Optional<String> direct(Path file) throws IOException {
    int block = Math.toIntExact(Files.getFileStore(file).getBlockSize());
    if (block <= 0 || CHUNK_BYTES % block != 0) {
      return Optional.empty();
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, ExtendedOpenOption.DIRECT)) {
      MessageDigest digest = digest();
      ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES + block).alignedSlice(block);
      chunk.limit(CHUNK_BYTES);
      // Behind the last, shorter block nothing may be asked for.
      while (channel.position() < channel.size() && channel.read(chunk) > 0) {
        chunk.flip();
        digest.update(chunk);
        chunk.clear().limit(CHUNK_BYTES);
      }
      return channel.position() == channel.size()
          ? Optional.of(HexFormat.of().formatHex(digest.digest()))
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException refused) {
      return Optional.empty();
    }
  }

  private static String cached(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] chunk = new byte[CHUNK_BYTES];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime must offer SHA-256", e);
    }
  }
}
