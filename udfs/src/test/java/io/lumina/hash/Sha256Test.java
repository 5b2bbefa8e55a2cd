package io.lumina.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Sha256Test {

  @Test
  void the_examples_of_the_standard_come_out() {
    assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Sha256.of(new byte[0]))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void a_stream_longer_than_one_chunk_gives_the_same_as_its_bytes() throws IOException {
    byte[] million = new byte[1_000_000];
    Arrays.fill(million, (byte) 'a');
    String expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
    assertThat(Sha256.of(new ByteArrayInputStream(million))).isEqualTo(expected);
    assertThat(Sha256.of(million)).isEqualTo(expected);
  }
}
