package io.lumina.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.cli.HeldCatalog;
import io.lumina.postgres.Ask;
import io.lumina.run.step.StepContext;
import io.lumina.store.Guard;
import io.lumina.table.FilesTable;
import io.lumina.table.RunsTable;
import io.lumina.table.TableSpec;
import io.lumina.text.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepIT {
  @TempDir Path warehouse;

  private HeldCatalog held;

  @BeforeEach
  void hold() {
    held = new HeldCatalog(warehouse);
  }

  @AfterEach
  void giveBack() {
    held.close();
  }

  @Test
  void a_vacuum_that_spark_fails_takes_nothing_from_the_night_and_ends_its_row() throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    StepContext night =
        held.run(
            "nightly",
            () -> {
              if (broken.get()) {
                throw HeldCatalog.<RuntimeException>undeclared(new SparkException("no such file"));
              }
            });
    old(FilesTable.SPEC, night);
    broken.set(true);

    assertThat(Upkeep.ofNight(night).afterNight())
        .contains("kept for 30 days")
        .endsWith("; old ones could not be removed: no such file");
    assertThat(
            new Ask(held.database())
                .rows(
                    "SELECT job_type, status, error, exit_code FROM lumina.jobs"
                        + " WHERE parent_id = '"
                        + night.run().id()
                        + "'"))
        .containsExactly("vacuum|FAILURE|no such file|2");
  }

  @Test
  void a_night_never_makes_the_promised_window_shorter_and_a_vacuum_that_is_asked_for_does() {
    StepContext longer = held.run("nightly", Guard.NONE, "--set", "store.retention=40 days");
    longer.store().version(FilesTable.SPEC);
    assertThat(Upkeep.ofNight(longer).afterNight()).startsWith("kept for 40 days; lumina undo");
    StepContext shorter = held.run("nightly", Guard.NONE, "--set", "store.retention=20 days");
    long before = shorter.store().version(FilesTable.SPEC);

    assertThat(Upkeep.ofNight(shorter).afterNight())
        .startsWith(
            "kept for 40 days, as promised before (store.retention is 20 days; lumina vacuum makes"
                + " it so); lumina undo reaches back to the first run");
    assertThat(shorter.store().version(FilesTable.SPEC)).isEqualTo(before);

    StepContext asked = held.run("vacuum", Guard.NONE, "--set", "store.retention=20 days");
    Upkeep.asAsked(asked).now(List.of());
    assertThat(asked.store().version(FilesTable.SPEC)).isEqualTo(before + 1);
    assertThat(Upkeep.ofNight(shorter).kept()).startsWith("kept for 20 days; lumina undo");
  }

  @Test
  void a_window_that_was_made_longer_promises_nothing_that_a_vacuum_removed() {
    StepContext asked = held.run("vacuum", Guard.NONE, "--set", "store.retention=2 days");
    asked.store().version(FilesTable.SPEC);
    new Ask(held.database())
        .execute(
            "UPDATE lumina.jobs SET created_at = now() - interval '100 days' WHERE catalog_id = ?",
            asked.catalog().id());
    Upkeep.asAsked(asked).now(List.of());
    Upkeep.asAsked(held.run("vacuum", Guard.NONE)).now(List.of());

    Upkeep night = Upkeep.ofNight(held.run("nightly", Guard.NONE));

    assertThat(Duration.between(night.horizon(), Instant.now())).isLessThan(Duration.ofDays(3));
    assertThat(night.kept())
        .isEqualTo("kept for 30 days; lumina undo reaches back to " + Spoken.time(night.horizon()));
  }

  @Test
  void the_record_of_runs_is_never_due() throws Exception {
    StepContext night = held.run("nightly", Guard.NONE);
    old(RunsTable.SPEC, night);
    assertThat(Upkeep.ofNight(night).due()).isEmpty();
    old(FilesTable.SPEC, night);
    assertThat(Upkeep.ofNight(night).due()).containsExactly(FilesTable.SPEC);
  }

  /** A table whose one commit is a month and ten days old: what it replaced may go. */
  private void old(TableSpec table, StepContext context) throws IOException {
    context.store().version(table);
    Path log = warehouse.resolve(table.name()).resolve("_delta_log");
    Files.setLastModifiedTime(
        log.resolve("00000000000000000000.json"),
        FileTime.from(Instant.now().minus(40, ChronoUnit.DAYS)));
  }
}
