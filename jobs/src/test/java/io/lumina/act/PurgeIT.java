package io.lumina.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.act.file.Operation;
import io.lumina.act.file.OperationKind;
import io.lumina.act.plan.Plan;
import io.lumina.act.plan.PlanKind;
import io.lumina.act.plan.PlanState;
import io.lumina.act.plan.PlanWriter;
import io.lumina.act.plan.PlannedOperation;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.hash.Sha256;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.store.Guard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes for good, and what stays in the trash. */
class PurgeIT {
  @TempDir private Path photos;
  private final Database database = SharedPostgres.database();
  private final Ask ask = new Ask(database);
  private final List<PlannedOperation> trashed = new ArrayList<>();
  private Catalog catalog;
  private Plan plan;

  @BeforeEach
  void trash() throws IOException {
    catalog =
        new Catalogs(database).create("purge " + System.nanoTime(), List.of(photos.toString()));
    plan =
        new Plan(
            UUID.randomUUID(),
            catalog.id(),
            catalog.name(),
            PlanKind.RESOLVE,
            PlanState.APPLIED,
            Optional.empty(),
            Optional.empty());
    trashed("a", "copy of a.jpg", "picture a");
    trashed("b", "copy of b.jpg", "picture b");
    trashed("b", "copy of b.jpg.xmp", "only here");
    trashed("c", "copy of c.jpg", "picture c");
    present("a.jpg", "picture a", "picture a");
    present("b.jpg", "picture b", "picture b");
    present("c.jpg", "picture c", "PICTURE C");
    new PlanWriter(database).write(plan, "{}", "a run", trashed.iterator());
    ask.execute(
        "UPDATE lumina.plan_operations SET state = 'done', done_at = now() - interval '40 days'"
            + " WHERE plan_id = '%s'".formatted(plan.id()));
  }

  @Test
  void a_unit_goes_whole_and_only_while_another_file_holds_each_of_its_contents()
      throws IOException {
    Purge purge = new Purge(database, catalog.id());

    Purge.Due due = purge.due(before(30), false);
    assertThat(due.going())
        .extracting(item -> name(item))
        .containsExactly("copy of a.jpg", "copy of c.jpg");
    assertThat(due.staying())
        .extracting(item -> name(item))
        .containsExactly("copy of b.jpg", "copy of b.jpg.xmp");
    List<Purge.Item> stayed = purge.remove(due.going(), false, Guard.NONE);

    // The tables say that c.jpg holds it, and the disk says that it does not any more.
    assertThat(stayed).extracting(item -> name(item)).containsExactly("copy of c.jpg");
    assertThat(names()).containsExactly("copy of b.jpg", "copy of b.jpg.xmp", "copy of c.jpg");
    assertThat(purge.due(before(30), false).going())
        .extracting(item -> name(item))
        .containsExactly("copy of c.jpg");
  }

  @Test
  void nothing_goes_before_its_time() {
    Purge.Due due = new Purge(database, catalog.id()).due(before(50), true);

    assertThat(due.going()).isEmpty();
    assertThat(due.staying()).isEmpty();
  }

  @Test
  void last_copies_go_where_they_are_asked_for() throws IOException {
    Purge purge = new Purge(database, catalog.id());

    assertThat(purge.remove(purge.due(before(30), true).going(), true, Guard.NONE)).isEmpty();

    assertThat(names()).isEmpty();
    assertThat(purge.due(before(30), true).going()).isEmpty();
  }

  private void trashed(String unit, String name, String content) throws IOException {
    Path lies = photos.resolve(".lumina-trash/p").resolve(name);
    Files.createDirectories(lies.getParent());
    Files.writeString(lies, content);
    trashed.add(
        new PlannedOperation(
            new Operation(
                trashed.size(),
                unit,
                OperationKind.TRASH,
                photos.resolve(name),
                lies,
                sha256(content),
                content.length(),
                Instant.EPOCH,
                "made",
                List.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** A file that the tables know, whatever it holds by now. */
  private void present(String name, String known, String holds) throws IOException {
    Path path = Files.writeString(photos.resolve(name), holds);
    ask.execute(
        "INSERT INTO lumina.images (id, catalog_id, source_path, checksum, file_type)"
            + " VALUES (gen_random_uuid(), '%s', '%s', '%s', 'image')"
                .formatted(catalog.id(), path, sha256(known)));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(photos.resolve(".lumina-trash/p"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Instant before(int days) {
    return Instant.now().minus(Duration.ofDays(days));
  }

  private static String name(Purge.Item item) {
    return item.file().getFileName().toString();
  }

  private static String sha256(String content) {
    return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
