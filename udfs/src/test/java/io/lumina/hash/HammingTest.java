package io.lumina.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HammingTest {

  @Test
  void equal_hashes_are_zero_apart_and_complements_sixty_four() {
    assertThat(Hamming.distance(0x123456789abcdef0L, 0x123456789abcdef0L)).isZero();
    assertThat(Hamming.distance(-1L, 0L)).isEqualTo(64);
    assertThat(Hamming.distance(0b1011L, 0b0001L)).isEqualTo(2);
  }

  @Test
  void bytes_count_also_where_the_length_is_no_multiple_of_eight() {
    byte[] a = new byte[11];
    byte[] b = new byte[11];
    b[0] = (byte) 0x80;
    b[7] = 1;
    b[10] = (byte) 0xff;
    assertThat(Hamming.distance(a, b)).isEqualTo(10);
  }

  @Test
  void hashes_of_different_lengths_are_refused() {
    assertThatThrownBy(() -> Hamming.distance(new byte[32], new byte[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Hashes of 32 and 8 bytes cannot be compared");
  }

  @Test
  void hex_goes_back_and_forth() {
    assertThat(HashHex.toLong(HashHex.of(-2L))).isEqualTo(-2L);
    assertThat(HashHex.of(-2L)).isEqualTo("fffffffffffffffe");
    assertThat(HashHex.of(HashHex.toBytes("00ff10"))).isEqualTo("00ff10");
    assertThatThrownBy(() -> HashHex.toLong("ff"))
        .hasMessage("A 64-bit hash has 16 hex digits, not 2: ff");
  }
}
