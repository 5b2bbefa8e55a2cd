package io.lumina.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lumina.gpu.luma.ByteRows;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The kernels' functions, compiled for this machine by g++, as a process that answers requests. */
public final class HostProgram implements AutoCloseable {
  private static final Path SOURCES = Path.of("src", "test", "cuda");
  private static final Path KERNELS = Path.of("src", "main", "cuda");

  private final Process process;
  private final OutputStream requests;
  private final DataInputStream answers;

  private HostProgram(Process process) {
    this.process = process;
    this.requests = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /**
   * Starts it; where there is no g++ the test is left out.
   *
   * @param what lumas, hamming or pairs
   * @param threads of each team; more than one under ThreadSanitizer, which ends the process at the
   *     first race
   */
  public static HostProgram start(String what, int threads) throws IOException {
    Path program = compiled(threads > 1);
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), what, Integer.toString(threads))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("TSAN_OPTIONS", "halt_on_error=1");
    return new HostProgram(builder.start());
  }

  /**
   * Compiles a library that stands for NVIDIA's driver; where there is no g++ the test is left out.
   */
  public static Path driver() throws IOException {
    Path library = Path.of("target", "disguised-host", "libcuda.so.1").toAbsolutePath();
    return compiled(
        SOURCES.resolve("driver.cpp"),
        library,
        List.of("-O2", "-shared", "-fPIC", "-Wl,-soname,libcuda.so.1"));
  }

  private static Path compiled(boolean sanitized) throws IOException {
    return sanitized
        ? compiled(
            SOURCES.resolve("host.cpp"),
            Path.of("target", "host-kernels-tsan").toAbsolutePath(),
            List.of("-O1", "-g", "-fsanitize=thread"))
        : compiled(
            SOURCES.resolve("host.cpp"),
            Path.of("target", "host-kernels").toAbsolutePath(),
            List.of("-O2"));
  }

  private static synchronized Path compiled(Path source, Path program, List<String> options)
      throws IOException {
    assumeThat(hasCompiler()).as("g++ is installed: apt-get install g++").isTrue();
    if (isFresh(program)) {
      return program;
    }
    List<String> command =
        new ArrayList<>(
            List.of("g++", "-std=c++20", "-Wall", "-Wextra", "-Werror", "-ffp-contract=off"));
    command.addAll(options);
    command.addAll(List.of("-pthread", source.toString(), "-o", program.toString()));
    Files.createDirectories(program.getParent());
    Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(exit(compiler)).as(said).isZero();
    return program;
  }

  private static boolean hasCompiler() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "g++")));
  }

  private static boolean isFresh(Path program) throws IOException {
    if (!Files.exists(program)) {
      return false;
    }
    try (Stream<Path> kernels = Files.list(KERNELS);
        Stream<Path> sources = Files.list(SOURCES)) {
      long newest =
          Stream.concat(kernels, sources)
              .mapToLong(source -> source.toFile().lastModified())
              .max()
              .orElseThrow();
      return newest < program.toFile().lastModified();
    }
  }

  private static int exit(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void sendInt(int value) {
    sendInts(value);
  }

  public void sendLong(long value) {
    send(8, buffer -> buffer.putLong(value));
  }

  public void sendInts(int... values) {
    send(4 * values.length, buffer -> buffer.asIntBuffer().put(values));
  }

  public void sendLongs(long... values) {
    send(8 * values.length, buffer -> buffer.asLongBuffer().put(values));
  }

  /** A column: rows, bytes, whether there are nulls, offsets, data, validity. */
  public void send(ByteRows rows) {
    sendInt(rows.count());
    sendLong(rows.data().length);
    sendInt(rows.hasNulls() ? 1 : 0);
    sendInts(rows.offsets());
    write(rows.data());
    if (rows.hasNulls()) {
      sendInts(rows.validity());
    }
  }

  public int[] receiveInts(int count) {
    int[] values = new int[count];
    receive(4 * count).asIntBuffer().get(values);
    return values;
  }

  public long[] receiveLongs(int count) {
    long[] values = new long[count];
    receive(8 * count).asLongBuffer().get(values);
    return values;
  }

  public double[] receiveDoubles(int count) {
    double[] values = new double[count];
    receive(8 * count).asDoubleBuffer().get(values);
    return values;
  }

  public byte[] receiveBytes(int count) {
    return receive(count).array();
  }

  /** Hands over what was sent so far. */
  public void flush() {
    try {
      requests.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    requests.close();
    assertThat(exit(process)).as("exit code of the host program").isZero();
  }

  private interface Filling {
    Buffer fill(ByteBuffer buffer);
  }

  private void send(int bytes, Filling filling) {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    filling.fill(buffer);
    write(buffer.array());
  }

  private void write(byte[] bytes) {
    try {
      requests.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteBuffer receive(int bytes) {
    try {
      byte[] values = new byte[bytes];
      answers.readFully(values);
      return ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException("The host program ended early", e);
    }
  }
}
