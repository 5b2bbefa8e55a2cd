package io.lumina.analyze.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnalyzeConfigTest {
  private static AnalyzeConfig inMemory(long bytes) {
    return new AnalyzeConfig(1, bytes, Duration.ofSeconds(1), 0, 1);
  }

  @Test
  void a_file_in_memory_is_no_larger_than_an_array() {
    assertThat(inMemory(2047L << 20).maxBytesInMemory()).isEqualTo(2_146_435_072L);
    assertThatThrownBy(() -> inMemory(2048L << 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "analyze.max-bytes-in-memory is 2147483648; give 2047 MiB or less: one file is held in"
                + " one array");
  }
}
