package io.lumina.image.child;

import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Hindrance;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.structure.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * JPEG XL by the program {@code djxl} of libjxl, in a process of its own for each picture: no
 * library on the class path decodes the format. Where the program is not on the path either, a
 * picture is not looked at, and will be when it is.
 */
public final class JxlProgram {
  private static final String NAME = "djxl";

  /** KiB of address space: far above what a picture within the limits needs. */
  private static final String MEMORY = String.valueOf(6L << 20);

  /** The exit value of a process that a signal ended is this and the signal. */
  private static final int SIGNALLED = 128;

  private static final int SIGKILL = 9;

  private final Optional<Path> program;
  private final PictureLimits limits;

  /**
   * Looks for the program.
   *
   * @param path folders, as the environment variable of that name has them
   */
  public JxlProgram(PictureLimits limits, String path) {
    this.limits = limits;
    this.program = found(path);
  }

  /** Whether it is in one of these folders. */
  public static boolean isOn(String path) {
    return found(path).isPresent();
  }

  private static Optional<Path> found(String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, NAME))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public boolean isThere() {
    return program.isPresent();
  }

  /** The picture as a PNG, turned as it is to be seen; none with a word in the verdict. */
  public Optional<byte[]> png(byte[] content, Verdict verdict) {
    if (program.isEmpty()) {
      verdict.hindered(
          Hindrance.ofOurs(
              CorruptionReason.FORMAT_NOT_DECODED,
              "JPEG XL is decoded by djxl of libjxl, which is not on the path here; Debian and"
                  + " Ubuntu: apt-get install libjxl-tools"));
      return Optional.empty();
    }
    try {
      Path folder = Files.createTempDirectory("lumina-jxl");
      try {
        return png(content, folder.resolve("in.jxl"), folder.resolve("out.png"), verdict);
      } finally {
        Files.deleteIfExists(folder.resolve("in.jxl"));
        Files.deleteIfExists(folder.resolve("out.png"));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      verdict.hindered(
          Hindrance.ofOurs(CorruptionReason.DECODER_UNAVAILABLE, "djxl cannot be used: " + e));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      verdict.hindered(Hindrance.ofOurs(CorruptionReason.DECODER_KILLED, "djxl was interrupted"));
      return Optional.empty();
    }
  }

  private Optional<byte[]> png(byte[] content, Path in, Path out, Verdict verdict)
      throws IOException, InterruptedException {
    Files.write(in, content);
    Process process =
        new ProcessBuilder(line(in, out))
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(limits.perFile().toMillis(), TimeUnit.MILLISECONDS)) {
        verdict.hindered(
            Hindrance.beyond(
                CorruptionReason.TIME_LIMIT,
                limits.perFile().toMillis(),
                "djxl took longer than " + limits.perFile().toMillis() + " ms"));
        return Optional.empty();
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() == 0) {
      return Optional.of(Files.readAllBytes(out));
    }
    if (process.exitValue() == SIGNALLED + SIGKILL) {
      verdict.hindered(Hindrance.ofOurs(CorruptionReason.DECODER_KILLED, "djxl was killed"));
    } else if (process.exitValue() > SIGNALLED) {
      verdict.severe(
          CorruptionReason.DECODER_CRASHED,
          "djxl ended by signal " + (process.exitValue() - SIGNALLED));
    } else {
      verdict.undecodable();
    }
    return Optional.empty();
  }

  /** By a shell, which alone can bound the memory of what it becomes. */
  private List<String> line(Path in, Path out) {
    return List.of(
        "/bin/sh",
        "-c",
        "ulimit -v " + MEMORY + "; exec \"$0\" \"$@\"",
        program.orElseThrow().toString(),
        "--quiet",
        "--num_threads=1",
        in.toString(),
        out.toString());
  }
}
