package io.lumina.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.table.ShotsTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogLockIT {
  private final Database database = SharedPostgres.database();
  private final Catalog catalog =
      new Catalogs(database).create("lock " + UUID.randomUUID(), List.of());

  @TempDir Path warehouse;

  @Test
  void a_second_run_is_told_who_has_the_catalog() {
    CatalogLock first = acquire("run-1");
    first.check();
    refused("run-2")
        .hasMessageContaining("Catalog '" + catalog.name() + "' is in use by run run-1")
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageMatching(".* on [^ ]+, since \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z\\).*");
    first.close();
    acquire("run-2").close();
  }

  @Test
  void of_two_catalogs_in_one_warehouse_the_second_is_refused_and_in_two_neither() {
    Catalog other = new Catalogs(database).create("lock " + UUID.randomUUID(), List.of());
    CatalogLock first = acquire("run-1");
    assertThatThrownBy(() -> CatalogLock.acquire(database, other, warehouse.toString(), "run-2"))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.LOCKED))
        .hasMessageStartingWith("The warehouse " + warehouse + " is in use by run run-1")
        .hasMessageContaining("of catalog '" + catalog.name() + "'");
    CatalogLock.acquire(database, other, warehouse.resolve("two").toString(), "run-2").close();
    first.close();
    CatalogLock.acquire(database, other, warehouse.toString(), "run-2").close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a://tables/", "hdfs://master:8020/", "abfss://tables@account/"})
  void of_two_catalogs_in_a_warehouse_that_is_not_local_the_second_is_refused(String storage) {
    String tables = storage + UUID.randomUUID();
    Catalog other = new Catalogs(database).create("lock " + UUID.randomUUID(), List.of());
    CatalogLock first = CatalogLock.acquire(database, catalog, tables, "run-1");
    assertThatThrownBy(() -> CatalogLock.acquire(database, other, tables + "/", "run-2"))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.LOCKED))
        .hasMessageStartingWith(
            "The warehouse %s/ is in use by run run-1 of catalog '%s' (process %s on ",
            tables, catalog.name(), ProcessHandle.current().pid());
    assertThat(holders(other)).isEmpty();
    CatalogLock.acquire(database, other, tables + "-2", "run-2").close();
    first.close();
    CatalogLock.acquire(database, other, tables, "run-2").close();
  }

  @Test
  void the_file_of_a_local_warehouse_keeps_out_a_run_with_another_database() {
    LockFile other =
        LockFile.tryLock(
                warehouse.resolve(CatalogLock.LOCK_FILE),
                new LockHolder(
                    "run-elsewhere", "winter", "attic", 17, Instant.parse("2026-01-31T02:00:00Z")))
            .orElseThrow();
    refused("run-1")
        .hasMessageContaining(
            "in use by run run-elsewhere of catalog 'winter' (process 17 on attic, since"
                + " 2026-01-31T02:00:00Z)");
    assertThat(holders(catalog)).isEmpty();
    other.close();
    acquire("run-1").close();
  }

  @Test
  void a_lock_that_was_lost_is_noticed() {
    CatalogLock lock = acquire("run-1");
    loseLocks();
    assertThatThrownBy(lock::check)
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY))
        .hasMessageContaining("broke");
    lock.close();
  }

  @Test
  void who_finds_the_catalog_free_finds_the_warehouse_free_too() throws SQLException {
    CatalogLock ending = acquire("run-1");
    // Its last words have to wait: nobody can write to the table.
    try (Connection reader = database.connect("test");
        Statement lock = reader.createStatement()) {
      reader.setAutoCommit(false);
      lock.execute("LOCK TABLE lumina.catalog_holders IN SHARE MODE");
      CompletableFuture<Void> end = CompletableFuture.runAsync(ending::close);
      Path file = warehouse.resolve(CatalogLock.LOCK_FILE);
      while (isNobodyWaiting()) {
        Thread.onSpinWait();
      }
      LockFile.tryLock(file, LockHolder.self("run-2", "other")).orElseThrow().close();
      reader.commit();
      end.join();
    }
  }

  @Test
  void a_store_asks_before_each_write_whether_the_catalog_is_still_held() {
    CatalogLock lock = acquire("run-1");
    Store store = new Store(SharedSpark.session(), warehouse.toString(), Retention.DEFAULT, lock);
    store.version(ShotsTable.SPEC);
    loseLocks();
    Dataset<Row> none = SharedSpark.session().createDataFrame(List.of(), ShotsTable.SPEC.schema());
    String id = catalog.id().toString();
    List<ThrowingCallable> writes =
        List.of(
            () -> store.append(ShotsTable.SPEC, none, "run-1"),
            () -> store.replace(ShotsTable.SPEC, id, none, "run-1"),
            () -> store.merge(ShotsTable.SPEC, none, "run-1"),
            () -> store.restore(ShotsTable.SPEC, 0, "run-1"),
            () -> store.vacuum(ShotsTable.SPEC, Retention.DEFAULT),
            () -> store.keep(ShotsTable.SPEC, new Retention(Duration.ofDays(7))));
    for (ThrowingCallable write : writes) {
      assertThatThrownBy(write)
          .isInstanceOfSatisfying(
              LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY));
    }
    assertThat(store.version(ShotsTable.SPEC)).isZero();
    lock.close();
  }

  private boolean isNobodyWaiting() {
    return new Ask(database)
        .rows(
            "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                + " AND application_name = 'lumina lock'")
        .isEmpty();
  }

  private void loseLocks() {
    new Ask(database)
        .execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'lumina lock'");
  }

  private List<String> holders(Catalog of) {
    return new Ask(database)
        .rows("SELECT run_id FROM lumina.catalog_holders WHERE catalog_id = '" + of.id() + "'");
  }

  private CatalogLock acquire(String runId) {
    return CatalogLock.acquire(database, catalog, warehouse.toString(), runId);
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
      String runId) {
    return assertThatThrownBy(() -> acquire(runId))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.LOCKED));
  }
}
