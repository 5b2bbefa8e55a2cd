package io.lumina.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.catalog.Catalogs;
import io.lumina.postgres.Ask;
import io.lumina.table.ImagesView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Text of any kind comes through COPY as it is. */
class PublishedTextIT {
  private final Ask ask = new Ask(SharedPostgres.database());
  private final UUID catalogId =
      new Catalogs(SharedPostgres.database()).create("text " + UUID.randomUUID(), List.of()).id();

  @Test
  void odd_names_arrive_byte_for_byte() {
    List<String> names =
        List.of(
            "/p/x'); DROP TABLE lumina.images; --.jpg",
            "/p/\"quoted\" $$ `tick`.jpg",
            "/p/new\nline and\rreturn\tand tab.jpg",
            "/p/back\\slash \\N \\. \\t.jpg",
            "\\.",
            "/p/\uD83D\uDE00 emoji e\u0301 \u00e9 \u202Egpj.jpg",
            "/p/\u0001\u001b[31m\u007f.jpg",
            "/p/ leading and trailing .jpg ",
            "/p/%2e%2e%2f{0}[x]*?.jpg",
            "/p/" + "deep and not repeating ".chars().mapToObj(Integer::toHexString).toList(),
            "/" + longPath());
    Library library = new Library(catalogId);
    for (int i = 0; i < names.size(); i++) {
      library.image(
          "odd" + i + catalogId,
          names.get(i),
          Map.of(ImagesView.METADATA, Library.metadata(Map.of("title", names.get(i)))));
    }
    publish(library);
    for (int i = 0; i < names.size(); i++) {
      assertThat(ask.one("SELECT source_path FROM lumina.images WHERE id = ?", image("odd" + i)))
          .isEqualTo(names.get(i));
      assertThat(
              ask.one(
                  "SELECT metadata ->> 'title' FROM lumina.images WHERE id = ?", image("odd" + i)))
          .isEqualTo(names.get(i));
    }
  }

  @Test
  void a_null_character_in_a_tag_is_replaced_and_stops_nothing() {
    publish(
        new Library(catalogId)
            .image(
                "a" + catalogId,
                "/p/a.jpg",
                Map.of(
                    ImagesView.METADATA,
                    Library.metadata(Map.of("title", "a\0b", "software", "c:\\u0000")))));
    assertThat(
            ask.rows(
                "SELECT metadata ->> 'title', metadata ->> 'software' FROM lumina.images"
                    + " WHERE id = ?",
                image("a")))
        .containsExactly("a\uFFFDb|c:\\u0000");
  }

  /** 3,000 characters that do not compress well: longer than an index entry may be. */
  private static String longPath() {
    StringBuilder path = new StringBuilder();
    java.util.Random random = new java.util.Random(7);
    while (path.length() < 3000) {
      path.append((char) ('a' + random.nextInt(26)));
    }
    return path.toString();
  }

  private UUID image(String name) {
    return UUID.fromString(Library.id(name + catalogId));
  }

  private void publish(Library library) {
    SharedSpark.session();
    new Publisher(SharedPostgres.database(), 4)
        .publish(catalogId, "run-" + UUID.randomUUID(), library.publication());
  }
}
