package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.store.Store;
import io.lumina.table.ComparedTable;
import io.lumina.table.EdgesTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesJobIT {
  @TempDir Path warehouse;

  @Test
  void a_run_writes_only_what_changed_and_rows_keep_the_run_that_wrote_them() {
    Store store = new Store(SharedSpark.session(), warehouse.toString());
    Library library =
        new Library()
            .picture("a", "A", 0L, 90)
            .picture("b", "B", 1L, 80)
            .picture("x", "X", -1L, 90)
            .picture("y", "X", -1L, 80);

    JobReport first = run(library, store, "run1");
    assertThat(first.counts())
        .containsEntry("groups", 2L)
        .containsEntry("exact_groups", 1L)
        .containsEntry("near_groups", 1L)
        .containsEntry("members", 4L)
        .containsEntry("reclaimable_bytes", 2000L)
        .containsEntry("skipped", 0L);
    assertThat(first.outputVersions())
        .containsOnlyKeys(
            EdgesTable.SPEC.name(),
            ComparedTable.SPEC.name(),
            GroupsTable.SPEC.name(),
            MembersTable.SPEC.name());
    assertThat(first.notes()).anyMatch(note -> note.contains("find every pair up to 5 bits"));

    JobReport second = run(library, store, "run2");
    assertThat(second.outputVersions()).isEmpty();

    library.picture("z", "Z", -1L << 1, 70);
    JobReport third = run(library, store, "run3");
    assertThat(third.outputVersions()).hasSize(4);
    assertThat(runs(store)).containsExactly(Map.entry("a", "run1"), Map.entry("x", "run3"));
  }

  private static JobReport run(Library library, Store store, String runId) {
    DuplicatesJob job =
        new DuplicatesJob(library.images(), library.shots(), library.bursts(), library.decisions());
    return job.run(
        new DuplicatesConfig(5, Profile.DHASH, BurstMode.EXCLUDE_PAIRS, Recall.GUARANTEED, 0),
        new JobContext(store, Library.CATALOG, runId, Progress.SILENT));
  }

  private static Map<String, String> runs(Store store) {
    Map<String, String> runs = new TreeMap<>();
    for (Row row : store.read(GroupsTable.SPEC).collectAsList()) {
      runs.put(row.getAs(GroupsTable.PRIMARY_IMAGE_ID), row.getAs(GroupsTable.RUN_ID));
    }
    return runs;
  }
}
