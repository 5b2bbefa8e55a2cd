package io.lumina.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedPostgres;
import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Catalog;
import io.lumina.postgres.Catalogs;
import io.lumina.postgres.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void two_catalogs_wait_for_each_other_in_one_warehouse_and_not_in_two() {
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

  @Test
  void two_catalogs_of_a_warehouse_on_s3_wait_for_each_other_and_no_file_is_needed() {
    String bucket = "s3a://tables/" + UUID.randomUUID();
    Catalog other = new Catalogs(database).create("lock " + UUID.randomUUID(), List.of());
    CatalogLock first = CatalogLock.acquire(database, catalog, bucket, "run-1");
    assertThatThrownBy(() -> CatalogLock.acquire(database, other, bucket, "run-2"))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.LOCKED))
        .hasMessage(
            "The warehouse "
                + bucket
                + " is in use by a run on another of its catalogs; wait until it ends, or stop it");
    CatalogLock.acquire(database, other, bucket + "-2", "run-2").close();
    first.close();
    CatalogLock.acquire(database, other, bucket, "run-2").close();
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
            "in use by run run-elsewhere of catalog 'winter' (process 17 on attic, since 2026-01-31T02:00:00Z)");
    other.close();
    acquire("run-1").close();
  }

  @Test
  void a_lock_that_was_lost_is_noticed() {
    CatalogLock lock = acquire("run-1");
    new Ask(database)
        .execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'lumina lock'");
    assertThatThrownBy(lock::check)
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY))
        .hasMessageContaining("broke");
    lock.close();
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
