package io.lumina.duplicates.search.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashSampleTest {

  @Test
  void unmixing_gives_back_what_was_mixed() {
    for (long value : new long[] {0, 1, -1, Long.MIN_VALUE, 0x0123456789abcdefL}) {
      assertThat(HashSample.unmix(HashSample.mix(value))).isEqualTo(value);
    }
  }
}
