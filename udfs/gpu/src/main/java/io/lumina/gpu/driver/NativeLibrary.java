package io.lumina.gpu.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import jcuda.driver.JCudaDriver;

/**
 * A native library of JCuda, which unpacks it to a fixed name and trusts a file that is there: one
 * that another process is still writing, or could not write to its end. So it is unpacked before,
 * whole or not at all.
 *
 * @param resource in the jar of natives
 */
record NativeLibrary(String resource) {
  static final NativeLibrary OF_DRIVER =
      new NativeLibrary("/lib/libJCudaDriver-12.6.0-linux-x86_64.so");

  private static final String THROWN = "UnsatisfiedLinkError: ";

  /** To where JCuda looks; does nothing on another platform, which has another library. */
  void unpack() {
    unpackTo(Path.of(System.getProperty("java.io.tmpdir")));
  }

  String fileName() {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  void unpackTo(Path folder) {
    Path there = folder.resolve(fileName());
    try (InputStream packed = JCudaDriver.class.getResourceAsStream(resource)) {
      if (packed == null) {
        return;
      }
      byte[] bytes = packed.readAllBytes();
      if (Files.exists(there) && Arrays.equals(Files.readAllBytes(there), bytes)) {
        return;
      }
      Path whole = Files.createTempFile(folder, fileName(), ".part");
      try {
        Files.write(whole, bytes);
        Files.move(whole, there, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("its binding cannot be unpacked to " + there + ": " + e, e);
    }
  }

  /** What the linker said, out of the many lines that JCuda makes of it. */
  static String reason(Throwable thrown) {
    String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    return message
        .lines()
        .filter(line -> line.contains(THROWN))
        .map(line -> line.substring(line.indexOf(THROWN) + THROWN.length()))
        .findFirst()
        .orElseGet(() -> message.lines().findFirst().orElse(message));
  }
}
