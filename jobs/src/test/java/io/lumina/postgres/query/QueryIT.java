package io.lumina.postgres.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedPostgres;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryIT {
  private static final String SQL =
      "SELECT * FROM (VALUES (1, 'plain', true, '{\"a\": [1, null]}'::jsonb, '{x,\"y"
          + " z\"}'::text[]), (20, E'say \"hi\", now\\n"
          + "and\\u202e\\x1b', false, NULL, NULL), (NULL, '', NULL, '3', '{}')) AS t (n, word,"
          + " flag, doc, list)";

  @Test
  void a_table_has_aligned_columns_and_no_control_characters() {
    assertThat(printed("SELECT n, word, flag FROM (" + SQL + ") q", QueryFormat.TABLE))
        .isEqualTo(
            """
            n   word                            flag
            --  ------------------------------  ----
             1  plain                           t
            20  say "hi", now\\nand\\u202e\\u001b  f

            (3 rows)
            """);
  }

  @Test
  void csv_quotes_what_has_to_be_quoted_and_tells_null_from_empty() {
    assertThat(printed("SELECT n, word, list FROM (" + SQL + ") q", QueryFormat.CSV))
        .isEqualTo(
            "n,word,list\r\n"
                + "1,plain,\"{x,\"\"y z\"\"}\"\r\n"
                + "20,\"say \"\"hi\"\", now\nand\u202e\u001b\",\r\n"
                + ",\"\",{}\r\n");
  }

  @Test
  void json_nests_documents_and_lists() {
    assertThat(printed(SQL, QueryFormat.JSON))
        .isEqualTo(
            """
            [
              {"n": 1, "word": "plain", "flag": true, "doc": {"a": [1, null]}, "list": ["x", "y z"]},
              {"n": 20, "word": "say \\"hi\\", now\\u000aand\u202e\\u001b", "flag": false, "doc": null, "list": null},
              {"n": null, "word": "", "flag": null, "doc": 3, "list": []}
            ]
            """);
    assertThat(printed("SELECT 1 AS n WHERE false", QueryFormat.JSON)).isEqualTo("[]\n");
    assertThat(printed("SELECT 'NaN'::float8 AS n, 1.50 AS m", QueryFormat.JSON))
        .isEqualTo("[\n  {\"n\": \"NaN\", \"m\": 1.50}\n]\n");
  }

  @Test
  void a_long_answer_is_printed_whole() {
    StringBuilder out = new StringBuilder();
    assertThat(query().print("SELECT * FROM generate_series(1, 2500)", QueryFormat.TABLE, out))
        .isEqualTo(2500);
    assertThat(out).contains("           2500\n(2500 rows)\n").contains("generate_series\n");
  }

  @Test
  void tables_need_no_schema_name_and_json_operators_work() {
    assertThat(
            printed("SELECT count(*) AS n FROM images WHERE metadata ? 'nothing'", QueryFormat.CSV))
        .isEqualTo("n\r\n0\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1; DROP TABLE lumina.images | Give one SELECT, not 2 statements",
        "COMMIT; DELETE FROM lumina.images | Give one SELECT",
        "DELETE FROM lumina.images | begin with SELECT, not 'delete'",
        "/* x */ DROP TABLE lumina.images | begin with SELECT, not 'drop'",
        "COPY lumina.images TO PROGRAM 'sh' | begin with SELECT, not 'copy'",
        "WITH x AS (DELETE FROM lumina.images RETURNING 1) SELECT * FROM x | read-only transaction",
        "SELECT set_config('transaction_read_only', 'off', true) | read-write mode must be set"
            + " before any query",
        "SELECT nothing FROM nowhere | relation \"nowhere\" does not exist",
        "SELECT 'open | Unterminated string",
        "'' | Give one SELECT, not 0 statements",
        "SELECT pg_sleep(60) | statement timeout",
      })
  void what_is_no_question_gets_one_line(String sql, String message) {
    assertThatThrownBy(() -> printed(sql, QueryFormat.TABLE))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  private static String printed(String sql, QueryFormat format) {
    StringBuilder out = new StringBuilder();
    query().print(sql, format, out);
    return out.toString();
  }

  private static Query query() {
    return new Query(SharedPostgres.database(), Duration.ofSeconds(2));
  }
}
