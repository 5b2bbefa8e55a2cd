package io.lumina.gpu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lumina.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jcuda.nvptxcompiler.JNvPTXCompiler;
import jcuda.nvptxcompiler.nvPTXCompilerHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PtxTest {
  private static final Path SOURCES = Path.of("src", "main", "cuda");
  private static final Path SCRIPT = Path.of("..", "..", "scripts", "gpu-kernels");

  private static String header(String key) {
    return Kernels.ptx()
        .lines()
        .filter(line -> line.startsWith("// " + key + ": "))
        .map(line -> line.substring(key.length() + 5))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_checked_in_ptx_was_made_from_these_sources() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String name : List.of("kernels.cu", "luma.h", "pairs.h", "rows.h", "tables.h", "team.h")) {
      all.write(Files.readAllBytes(SOURCES.resolve(name)));
    }
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files).hasSize(6);
    }
    assertThat(header("sources"))
        .as("run scripts/gpu-kernels after a change of the sources")
        .isEqualTo(Sha256.of(all.toByteArray()));
  }

  @Test
  void the_same_compiler_makes_the_same_ptx_again(@TempDir Path folder) throws Exception {
    assumeThat(said("nvcc", "--version"))
        .as("the nvcc that made the checked-in PTX is installed")
        .contains(header("compiler").substring("nvcc ".length()));
    Path made = folder.resolve("kernels.ptx");
    assertThat(said("bash", SCRIPT.toString(), made.toString())).contains(" bytes");
    assertThat(made).hasContent(Kernels.ptx());
  }

  private static String said(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output;
    } catch (IOException missing) {
      return "";
    }
  }

  @Test
  void old_drivers_can_read_it() {
    assertThat(Kernels.ptx()).contains("\n.version 6.3\n.target sm_75\n.address_size 64\n");
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void every_kernel_is_there(Kernel kernel) {
    assertThat(Kernels.ptx()).contains(".visible .entry " + kernel.symbol() + "(");
  }

  @Test
  void no_two_operations_on_fractions_are_fused() {
    assertThat(Kernels.ptx()).contains("div.rn.f64").doesNotContain("fma.");
  }

  @ParameterizedTest
  @ValueSource(ints = {75, 80, 86, 89, 90})
  void it_compiles_for_every_architecture(int architecture) {
    byte[] ptx = (Kernels.ptx() + "\0").getBytes(StandardCharsets.US_ASCII);
    nvPTXCompilerHandle compiler = new nvPTXCompilerHandle();
    JNvPTXCompiler.setExceptionsEnabled(true);
    JNvPTXCompiler.nvPTXCompilerCreate(compiler, ptx.length, ptx);
    JNvPTXCompiler.nvPTXCompilerCompile(
        compiler, 1, new String[] {"--gpu-name=sm_" + architecture});
    long[] size = new long[1];
    JNvPTXCompiler.nvPTXCompilerGetCompiledProgramSize(compiler, size);
    JNvPTXCompiler.nvPTXCompilerDestroy(compiler);
    assertThat(size[0]).isGreaterThan(10_000);
  }
}
