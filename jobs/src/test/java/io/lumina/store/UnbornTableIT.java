package io.lumina.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lumina.SharedSpark;
import io.lumina.failure.LuminaException;
import io.lumina.faults.FaultyDisk;
import io.lumina.faults.FullDisk;
import io.lumina.table.RunsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables whose creation died before its commit. */
class UnbornTableIT {
  private static final int HALF_A_COMMIT = 200;

  @TempDir private Path warehouse;

  private final Path log = Path.of(RunsTable.SPEC.name(), "_delta_log");

  @Test
  void a_table_whose_creation_met_a_full_disk_is_made_the_next_time() throws Exception {
    Throwable full =
        FaultyDisk.during(new FullDisk(HALF_A_COMMIT), () -> catchThrowable(this::version));

    assertThat(full).hasMessage("No space left on device");
    assertThat(warehouse.resolve(log)).isDirectory();
    assertThat(version()).isZero();
  }

  @Test
  void a_table_whose_creation_was_killed_is_made_the_next_time() throws Exception {
    Files.createDirectories(warehouse.resolve(log));
    Files.writeString(warehouse.resolve(log).resolve(".00000000000000000000.json.7f.tmp"), "{");

    assertThat(version()).isZero();
    assertThat(warehouse.resolve(log)).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void rows_beside_an_empty_log_are_never_removed() throws Exception {
    Files.createDirectories(warehouse.resolve(log));
    Path rows = warehouse.resolve(RunsTable.SPEC.name()).resolve("part-00000.parquet");
    Files.writeString(rows, "rows");

    assertThat(catchThrowable(this::version))
        .isInstanceOf(LuminaException.class)
        .hasMessageContaining("its log is lost");
    assertThat(rows).hasContent("rows");
  }

  private long version() {
    return new Store(SharedSpark.session(), warehouse.toString()).version(RunsTable.SPEC);
  }
}
