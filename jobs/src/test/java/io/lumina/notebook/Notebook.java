package io.lumina.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Zeppelin note of this repository.
 *
 * @param file where it lies
 * @param json all of it
 * @param paragraphs in order
 */
public record Notebook(Path file, JsonNode json, List<Paragraph> paragraphs) {
  private static final String SUFFIX = ".zpln";

  public Notebook {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The notes, by name. */
  public static List<Notebook> all() {
    Path top = Path.of("").toAbsolutePath();
    Path folder =
        (Files.isDirectory(top.resolve("notebooks")) ? top : top.getParent()).resolve("notebooks");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(Notebook::read)
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  public String name() {
    return json.path("name").asText();
  }

  public String id() {
    return json.path("id").asText();
  }

  private static Notebook read(Path file) {
    try {
      JsonNode json = new ObjectMapper().readTree(file.toFile());
      List<Paragraph> paragraphs = new ArrayList<>();
      json.path("paragraphs").forEach(each -> paragraphs.add(Paragraph.of(each)));
      return new Notebook(file, json, paragraphs);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " is no JSON", unreadable);
    }
  }

  /**
   * A paragraph.
   *
   * @param id unique among all notes
   * @param title empty for most text
   * @param interpreter who runs it, such as {@code spark.sql}
   * @param text what it runs, dynamic forms and all
   */
  public record Paragraph(String id, String title, String interpreter, String text) {
    static Paragraph of(JsonNode json) {
      String[] parts = json.path("text").asText().split("\\s+", 2);
      return new Paragraph(
          json.path("id").asText(),
          json.path("title").asText(),
          parts[0].replaceFirst("^%", ""),
          parts.length < 2 ? "" : parts[1]);
    }

    /** What is run once a person has filled in some of the forms. */
    public String filled(Map<String, String> given) {
      return DynamicForms.filled(text, given);
    }

    @Override
    public String toString() {
      return title.isEmpty() ? id : title;
    }
  }
}
