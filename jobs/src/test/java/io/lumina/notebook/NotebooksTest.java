package io.lumina.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumina.notebook.DynamicForms.Form;
import io.lumina.notebook.Notebook.Paragraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of the notes without running them. */
class NotebooksTest {
  /** What scripts/strip-notes keeps: no result, no error, no user, no time. */
  private static final Set<String> PARAGRAPH =
      Set.of(
          "title",
          "text",
          "config",
          "settings",
          "apps",
          "progressUpdateIntervalMs",
          "jobName",
          "id",
          "status");

  private static final Pattern MACHINE =
      Pattern.compile("/(home|root|Users|tmp|work|mnt|opt)/|localhost|127\\.0\\.0\\.1|jdbc:|file:");

  private final List<Notebook> notes = Notebook.all();

  @Test
  void there_is_a_note_for_each_question() {
    assertThat(notes)
        .extracting(Notebook::name)
        .containsExactly(
            "Dates that need attention",
            "Duplicates and savings",
            "GPU or CPU",
            "Hash playground",
            "Library overview",
            "Quality and bursts",
            "Run history");
  }

  @Test
  void the_page_on_zeppelin_lists_every_note() throws IOException {
    Path page = notes.get(0).file().getParent().resolveSibling("docs/zeppelin.md");
    String text = Files.readString(page);
    assertThat(notes).allSatisfy(note -> assertThat(text).contains("| " + note.name() + " |"));
  }

  @Test
  void ids_are_unique_and_files_are_named_as_zeppelin_names_them() {
    assertThat(notes).extracting(Notebook::id).doesNotHaveDuplicates().doesNotContain("");
    assertThat(notes.stream().flatMap(note -> note.paragraphs().stream()).map(Paragraph::id))
        .doesNotHaveDuplicates()
        .doesNotContain("");
    assertThat(notes)
        .allSatisfy(
            note ->
                assertThat(note.file().getFileName())
                    .hasToString(note.name() + "_" + note.id() + ".zpln"));
  }

  @Test
  void each_note_begins_with_an_introduction_and_titles_its_queries() {
    assertThat(notes)
        .allSatisfy(
            note -> {
              assertThat(note.paragraphs().get(0).interpreter()).isEqualTo("md");
              assertThat(note.paragraphs().get(0).text()).startsWith("# " + note.name() + "\n");
              assertThat(note.paragraphs())
                  .extracting(Paragraph::interpreter)
                  .isSubsetOf("md", "lumina", "spark.sql")
                  .hasSizeGreaterThan(5);
              assertThat(
                      note.paragraphs().stream().filter(each -> !each.interpreter().equals("md")))
                  .allSatisfy(query -> assertThat(query.title()).isNotEmpty())
                  .extracting(Paragraph::title)
                  .doesNotHaveDuplicates();
            });
  }

  @Test
  void results_errors_users_and_times_are_stripped() {
    for (Notebook note : notes) {
      for (JsonNode paragraph : note.json().path("paragraphs")) {
        assertThat(fields(paragraph)).as(note.name()).isSubsetOf(PARAGRAPH);
        assertThat(paragraph.path("status").asText()).isEqualTo("READY");
        assertThat(paragraph.path("settings").path("params")).isEmpty();
        assertThat(paragraph.path("settings").path("forms")).isEmpty();
        for (JsonNode shown : paragraph.path("config").path("results")) {
          assertThat(fields(shown)).as("how a result is drawn").isSubsetOf("graph", "helium");
        }
      }
      assertThat(note.json().path("noteParams")).isEmpty();
      assertThat(note.json().path("info")).isEmpty();
    }
  }

  @Test
  void nothing_of_a_machine_is_in_a_note() throws IOException {
    for (Notebook note : notes) {
      assertThat(Files.readString(note.file())).doesNotContainPattern(MACHINE);
    }
  }

  @Test
  void a_form_is_the_same_wherever_it_stands() {
    for (Notebook note : notes) {
      Map<String, Form> ofNote = new HashMap<>();
      for (Paragraph paragraph : note.paragraphs()) {
        Map<String, Form> ofParagraph = new HashMap<>();
        for (Form form : DynamicForms.of(paragraph.text())) {
          Map<String, Form> known = form.ofNote() ? ofNote : ofParagraph;
          assertThat(known.computeIfAbsent(form.name(), any -> form)).isEqualTo(form);
        }
      }
    }
  }

  @Test
  void forms_become_what_was_given_or_their_default() {
    String text = "SELECT '$${catalog=%}', ${rows=50}, '%${file=}', ${order=ASC,ASC(worst)|DESC}";
    assertThat(DynamicForms.filled(text, Map.of())).isEqualTo("SELECT '%', 50, '%', ASC");
    assertThat(DynamicForms.filled(text, Map.of("catalog", "a$1", "order", "DESC")))
        .isEqualTo("SELECT 'a$1', 50, '%', DESC");
  }

  @Test
  void stripping_removes_what_a_run_left_and_nothing_else(@TempDir Path folder) throws Exception {
    assumeThat(exit("python3", "--version")).as("python3 is there").isZero();
    Path script = notes.get(0).file().getParent().resolveSibling("scripts/strip-notes");
    for (Notebook note : notes) {
      Path copy = folder.resolve("note.zpln");
      ObjectNode used = note.json().deepCopy();
      used.withObject("/noteParams").put("catalog", "mine");
      used.withArray("/paragraphs")
          .forEach(
              paragraph ->
                  ((ObjectNode) paragraph)
                      .put("user", "me")
                      .put("status", "ERROR")
                      .put("dateFinished", "2026-01-01")
                      .withObject("/results")
                      .put("code", "ERROR"));
      used.withArray("/paragraphs").addObject().put("text", "%md\n");
      Files.writeString(copy, used.toString());
      assertThat(exit("python3", script.toString(), copy.toString())).isZero();
      assertThat(Files.readString(copy)).isEqualTo(Files.readString(note.file()));
    }
  }

  private static int exit(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException missing) {
      return 127;
    }
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
