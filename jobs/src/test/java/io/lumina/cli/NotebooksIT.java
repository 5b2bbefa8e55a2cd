package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.notebook.Notebook;
import io.lumina.notebook.Notebook.Paragraph;
import io.lumina.postgres.query.Query;
import io.lumina.postgres.query.QueryFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each query of the Zeppelin notes, on the tables of a first night. */
class NotebooksIT {
  /** Empty until a person decides, or a run fails, or there is a GPU. */
  private static final Set<String> MAY_BE_EMPTY =
      Set.of("Decisions of people", "Runs that failed", "How much faster");

  /** One row, whatever there is. */
  private static final Set<String> OF_ANY_CATALOG = Set.of("Is there anything to compare");

  private final FirstNight night = FirstNight.shared();
  private final Query query = new Query(night.database(), Duration.ofMinutes(1));

  @TestFactory
  Stream<DynamicTest> every_query_of_postgresql_gives_rows_of_the_catalog_that_was_asked_for() {
    return of("lumina")
        .map(
            paragraph ->
                DynamicTest.dynamicTest(
                    paragraph.toString(),
                    () -> {
                      long all = rows(paragraph, Map.of());
                      assertThat(rows(paragraph, Map.of("catalog", "Holiday 2019"))).isEqualTo(all);
                      if (!MAY_BE_EMPTY.contains(paragraph.title())) {
                        assertThat(all).isPositive();
                      }
                      if (!OF_ANY_CATALOG.contains(paragraph.title())) {
                        assertThat(rows(paragraph, Map.of("catalog", "Easter 2020"))).isZero();
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> every_query_of_the_delta_tables_gives_rows() {
    return of("spark.sql")
        .map(
            paragraph ->
                DynamicTest.dynamicTest(
                    paragraph.toString(), () -> assertThat(delta(paragraph, "%")).isNotEmpty()));
  }

  @Test
  void the_playground_is_of_the_catalog_that_was_asked_for() {
    Paragraph catalogs = titled("Catalogs of the warehouse");
    String id = night.ask().one("SELECT id FROM lumina.catalogs");
    assertThat(delta(catalogs, id)).hasSize(1);
    assertThat(delta(catalogs, "nothing")).isEmpty();
  }

  @Test
  void the_functions_of_the_playground_agree_with_the_tables() {
    Row counts = delta(titled("Functions and table agree"), "%").get(0);
    long pictures = counts.getAs("pictures");
    assertThat(pictures).isPositive();
    assertThat(List.of("same_dhash", "same_ahash", "same_whash", "same_pdq"))
        .allSatisfy(same -> assertThat(counts.<Long>getAs(same)).isEqualTo(pictures));
  }

  @Test
  void bands_with_a_flip_find_every_pair_up_to_five_bits() {
    List<Row> found = delta(titled("Pairs that bands find"), "%");
    assertThat(found).anyMatch(row -> row.<Integer>getAs("bits") <= 5);
    assertThat(found)
        .filteredOn(row -> row.<Integer>getAs("bits") <= 5)
        .allSatisfy(
            row ->
                assertThat(row.<Long>getAs("by_bands_with_a_flip"))
                    .isEqualTo(row.<Long>getAs("pairs")));
  }

  @Test
  void a_run_with_a_gpu_is_held_against_those_without() {
    assertThat(printed("Is there anything to compare")).contains("No run here had a GPU");
    night
        .ask()
        .execute(
            "INSERT INTO lumina.jobs (id, run_id, catalog_id, job_type, status, parameters,"
                + " progress, result, exit_code, finished_at) SELECT gen_random_uuid(), 'with a"
                + " gpu', id, 'duplicates', 'SUCCESS', '{\"gpu\": \"NVIDIA H200\"}', '{\"total\":"
                + " 100}', '{\"seconds\": 0.01}', 0, now() FROM lumina.catalogs");
    try {
      assertThat(printed("Is there anything to compare")).contains("Runs of both kinds are there");
      assertThat(printed("How duplicates were searched")).contains("bands,CPU,");
      assertThat(printed("How much faster")).contains("duplicates,");
      assertThat(printed("Time of each step")).contains("duplicates,CPU,", "duplicates,GPU,1,");
    } finally {
      night.ask().execute("DELETE FROM lumina.jobs WHERE run_id = 'with a gpu'");
    }
  }

  private static Stream<Paragraph> of(String interpreter) {
    return Notebook.all().stream()
        .flatMap(note -> note.paragraphs().stream())
        .filter(paragraph -> paragraph.interpreter().equals(interpreter));
  }

  private static Paragraph titled(String title) {
    return Notebook.all().stream()
        .flatMap(note -> note.paragraphs().stream())
        .filter(paragraph -> paragraph.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private long rows(Paragraph paragraph, Map<String, String> forms) {
    return query.print(paragraph.filled(forms), QueryFormat.CSV, new StringBuilder());
  }

  private String printed(String title) {
    StringBuilder printed = new StringBuilder();
    query.print(titled(title).filled(Map.of()), QueryFormat.CSV, printed);
    return printed.toString();
  }

  private List<Row> delta(Paragraph paragraph, String catalog) {
    String warehouse = night.home().resolve("warehouse").toString();
    String sql = paragraph.filled(Map.of("warehouse", warehouse, "catalog", catalog));
    return SharedSpark.session().sql(sql).collectAsList();
  }
}
