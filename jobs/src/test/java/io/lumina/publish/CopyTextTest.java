package io.lumina.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyTextTest {

  @Test
  void fields_are_parted_by_tabs_and_null_is_told_from_text() {
    assertThat(
            text(
                false,
                null,
                "\\N",
                42L,
                true,
                1.5,
                LocalDateTime.parse("2019-02-03T11:22:33.5"),
                Timestamp.from(Instant.parse("2026-01-31T10:11:12.345678Z"))))
        .isEqualTo(
            "\\N\t\\\\N\t42\ttrue\t1.5\t2019-02-03T11:22:33.500\t2026-01-31T10:11:12.345678Z\n");
  }

  @Test
  void what_would_end_a_field_or_row_is_escaped() {
    assertThat(text(false, "a\tb\nc\rd\\e\\.")).isEqualTo("a\\tb\\nc\\rd\\\\e\\\\.\n");
  }

  @Test
  void all_of_unicode_is_utf_8_and_halves_of_pairs_are_replaced() {
    assertThat(text(false, "é 写 \uD83D\uDE00 \uD83D x \uDE00 \uD83D"))
        .isEqualTo("é 写 \uD83D\uDE00 \uFFFD x \uFFFD \uFFFD\n");
    assertThat(text(false, "a\0b\u0001")).isEqualTo("a\uFFFDb\u0001\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "{\"t\":\"a\\u0000b\"}, {\"t\":\"a\uFFFDb\"}",
        "{\"t\":\"c:\\\\u0000\"}, {\"t\":\"c:\\\\u0000\"}",
        "{\"t\":\"\\\\\\u0000\"}, {\"t\":\"\\\\\uFFFD\"}",
        "{\"t\":\"\\n\"}, {\"t\":\"\\n\"}",
      })
  void an_escaped_null_character_in_json_is_replaced(String json, String kept) {
    assertThat(text(true, json)).isEqualTo(kept.replace("\\", "\\\\") + "\n");
  }

  @Test
  void a_row_longer_than_the_buffer_fits() {
    String line = "\uD83D\uDE00".repeat(200_000);
    assertThat(text(false, line, "end")).isEqualTo(line + "\tend\n");
  }

  private static String text(boolean json, Object... fields) {
    boolean[] marks = new boolean[fields.length];
    marks[0] = json;
    CopyText text = new CopyText(marks);
    text.row(RowFactory.create(fields));
    return new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
  }
}
