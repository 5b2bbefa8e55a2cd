package io.lumina.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedPostgres;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Ask;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CatalogsIT {
  private final Catalogs catalogs = new Catalogs(SharedPostgres.database());

  @Test
  void a_catalog_is_found_again_with_the_id_of_its_name() {
    Catalog made = catalogs.create("Ferien é", List.of("/photos/a", "s3a://b/c", "/photos/a"));
    assertThat(made.sourceDirectories()).containsExactly("/photos/a", "s3a://b/c");
    assertThat(made.id()).isEqualTo(Catalog.idOf("Ferien é"));
    assertThat(catalogs.get("Ferien é")).isEqualTo(made);
    assertThat(catalogs.list()).contains(made);
    assertThatThrownBy(() -> catalogs.create("Ferien é", List.of()))
        .hasMessageContaining("There is a catalog 'Ferien é' already");
    catalogs.drop(made);
    assertThat(catalogs.find("Ferien é")).isEmpty();
  }

  @Test
  void a_name_that_comes_back_after_a_drop_is_another_catalog() {
    Set<UUID> ids = new HashSet<>();
    for (int time = 0; time < 3; time++) {
      Catalog made = catalogs.findOrCreate("again", List.of("/photos/" + time));
      assertThat(ids.add(made.id())).as("id of time " + time).isTrue();
      assertThat(made.sourceDirectories()).containsExactly("/photos/" + time);
      catalogs.drop(made);
    }
    assertThat(ids).contains(Catalog.idOf("again"));
  }

  @Test
  void an_unknown_name_gets_the_nearest_known_one() {
    catalogs.create("wedding", List.of());
    assertThatThrownBy(() -> catalogs.get("weding"))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("There is no catalog 'weding'; did you mean 'wedding'?");
  }

  @Test
  void source_directories_are_added_once() {
    catalogs.create("grows", List.of("/a"));
    assertThat(catalogs.addSourceDirectories("grows", List.of("/b", "/a")).sourceDirectories())
        .containsExactly("/a", "/b");
    assertThat(catalogs.get("grows").sourceDirectories()).containsExactly("/a", "/b");
  }

  @Test
  void a_dropped_catalog_takes_its_decisions_along() {
    Catalog catalog = catalogs.create("decided", List.of());
    Ask ask = new Ask(SharedPostgres.database());
    ask.execute(
        "INSERT INTO lumina.decisions (catalog_id, kind, checksums, actor)"
            + " VALUES (?, 'not_duplicate', '{aa,bb}', 'anna')",
        catalog.id());
    Decisions decisions = new Decisions(SharedPostgres.database());
    assertThat(decisions.of(catalog.id()))
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.kind()).isEqualTo(Decision.NOT_DUPLICATE);
              assertThat(decision.checksums()).containsExactly("aa", "bb");
              assertThat(decision.actor()).isEqualTo("anna");
            });
    catalogs.drop(catalog);
    assertThat(decisions.of(catalog.id())).isEmpty();
  }

  @Test
  void statuses_that_concern_duplicates_are_read_by_catalog() {
    Catalog catalog = catalogs.create("with statuses", List.of());
    Catalog other = catalogs.create("without statuses", List.of());
    Ask ask = new Ask(SharedPostgres.database());
    for (String status : List.of("active", "archived", "flagged", "rejected", "selected")) {
      ask.execute(
          "INSERT INTO lumina.images (id, catalog_id, source_path, file_type, status)"
              + " VALUES (md5(?)::uuid, ?, ?, 'image', ?)",
          status,
          catalog.id(),
          "/" + status,
          status);
    }
    Statuses statuses = new Statuses(SharedPostgres.database());
    assertThat(statuses.of(catalog.id()))
        .containsOnlyKeys("archived", "rejected", "selected")
        .containsEntry("archived", List.of("0d111f56-9649-85f5-62aa-aaf9d2980787"));
    assertThat(statuses.of(other.id())).isEmpty();
  }

  @Test
  void a_name_that_nobody_can_type_is_refused() {
    for (String name : List.of(" ", "a\nb", "x".repeat(101))) {
      assertThatThrownBy(() -> catalogs.create(name, List.of()))
          .isInstanceOf(LuminaException.class)
          .hasMessageContaining("1 to 100 characters");
    }
  }
}
