package io.lumina.analyze.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.image.reading.CorruptionReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeansTest {
  private static final long HEAP = 1L << 30;
  private static final AnalyzeConfig CONFIG =
      new AnalyzeConfig(
          1_000_000,
          100L << 20,
          Duration.ofSeconds(30),
          0.1,
          20L << 30,
          Scope.NEW,
          ListedTimes.OF_FILES,
          false,
          64L << 20);

  private static Means.Found found(boolean decoder, boolean jxlDecoder) {
    return new Means.Found(CONFIG, HEAP, decoder, jxlDecoder);
  }

  @ParameterizedTest
  @CsvSource({
    "too_many_pixels, 1000000",
    "too_many_bytes, 104857600",
    "decode_too_large, 67108864",
    "time_limit, 30000",
    "out_of_memory, 1073741824",
    "decoder_killed, 0",
    "decoder_unavailable, 0"
  })
  void the_limit_of_a_hindrance_is_in_its_own_unit(String reason, long limit) {
    assertThat(found(true, true).limit(reason)).isEqualTo(limit);
  }

  @Test
  void no_file_takes_more_than_its_share_of_the_heap_whatever_is_allowed() {
    long heap = 30L << 20;
    assertThat(new Means.Found(CONFIG, heap, true, true).limit(CorruptionReason.TOO_MANY_BYTES))
        .isEqualTo(HeapShare.of(heap))
        .isLessThan(heap);
  }

  @ParameterizedTest
  @ValueSource(strings = {"time_limit", "out_of_memory", "decoder_killed", "analysis_failed"})
  void what_a_busy_machine_may_have_caused_is_tried_again(String reason) {
    assertThat(found(false, false).mayPass(reason)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"too_many_pixels", "too_many_bytes", "decode_too_large"})
  void a_limit_that_is_the_same_stops_it_again(String reason) {
    assertThat(found(true, true).mayPass(reason)).isFalse();
  }

  @Test
  void a_missing_decoder_is_waited_for() {
    assertThat(found(false, true).mayPass(CorruptionReason.DECODER_UNAVAILABLE)).isFalse();
    assertThat(found(true, false).mayPass(CorruptionReason.DECODER_UNAVAILABLE)).isTrue();
    assertThat(found(true, false).mayPass(CorruptionReason.FORMAT_NOT_DECODED)).isFalse();
    assertThat(found(false, true).mayPass(CorruptionReason.FORMAT_NOT_DECODED)).isTrue();
  }
}
