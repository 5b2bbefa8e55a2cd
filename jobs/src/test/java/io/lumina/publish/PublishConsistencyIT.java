package io.lumina.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.faults.FaultFigures;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.store.Store;
import io.lumina.table.ImagesView;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishConsistencyIT {
  private static final String READER = "reader";
  private static final int RUNS = 4;
  private static final int EVERY_MILLIS = 20;
  private static final int IMAGES = 50;

  private final Database database = SharedPostgres.database();
  private final Ask ask = new Ask(database);
  private UUID catalogId;

  @BeforeEach
  void a_new_catalog() {
    Catalog catalog = new Catalogs(database).create("consistency " + UUID.randomUUID(), List.of());
    catalogId = catalog.id();
  }

  @Test
  void a_reader_sees_one_run_or_the_other_but_never_both() throws Exception {
    publish(0);
    int runs = FaultFigures.rounds(READER, RUNS);
    Set<String> whole =
        IntStream.rangeClosed(0, runs)
            .mapToObj(run -> "run-" + run + " " + IMAGES)
            .collect(Collectors.toSet());
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try (FaultFigures figures = new FaultFigures(READER)) {
      CountDownLatch looked = new CountDownLatch(1);
      ScheduledFuture<?> reader =
          clock.scheduleAtFixedRate(
              () -> {
                try {
                  figures.look(whole.contains(look()));
                } finally {
                  looked.countDown();
                }
              },
              0,
              EVERY_MILLIS,
              TimeUnit.MILLISECONDS);
      assertThat(looked.await(1, TimeUnit.MINUTES)).as("a first look").isTrue();
      for (int run = 1; run <= runs; run++) {
        figures.round();
        publish(run);
        figures.good();
      }
      reader.cancel(false);
      clock.shutdown();
      assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      assertThat(reader.isCancelled()).as("the reader looked to the end").isTrue();
      assertThat(figures.partialLooks()).isZero();
      assertThat(look()).isEqualTo("run-" + runs + " " + IMAGES);
    } finally {
      clock.shutdownNow();
    }
  }

  @Test
  void a_task_that_is_tried_again_adds_nothing() throws Exception {
    Staging staging = new Staging(catalogId, "run-retry");
    create(staging);
    String id = UUID.randomUUID().toString();
    List<Row> rows = List.of(RowFactory.create(id, "raw_jpeg", UUID.randomUUID().toString()));
    CopyPartition copy = copyShots(staging);
    copy.call(rows.iterator());
    copy.call(rows.iterator());
    assertThat(ask.rows("SELECT id FROM " + staging.table(StagedTable.SHOTS))).containsExactly(id);
  }

  @Test
  void a_task_that_broke_half_way_leaves_nothing_and_may_be_tried_again() throws Exception {
    Staging staging = new Staging(catalogId, "run-broken");
    create(staging);
    Row row =
        RowFactory.create(UUID.randomUUID().toString(), "raw_jpeg", UUID.randomUUID().toString());
    CopyPartition copy = copyShots(staging);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> copy.call(new BreaksAfter(row, 5000)))
        .hasMessage("the disk is gone");
    assertThat(ask.one("SELECT count(*) FROM " + staging.table(StagedTable.SHOTS))).isEqualTo("0");
    copy.call(List.of(row).iterator());
    assertThat(ask.one("SELECT count(*) FROM " + staging.table(StagedTable.SHOTS))).isEqualTo("1");
  }

  @Test
  void the_job_reports_what_changed_and_has_nothing_to_do_the_second_time() {
    PublishConfig config =
        new PublishConfig(database.settings(), 2, Map.of("files", 3L, "assets", 2L));
    JobContext context =
        new JobContext(
            new Store(SharedSpark.session(), "unused"),
            catalogId.toString(),
            "run-1",
            Progress.SILENT);
    PublishJob job = new PublishJob(library("run-1", 1).publication());
    JobReport first = job.run(config, context);
    assertThat(first.counts())
        .containsEntry("images_inserted", 50L)
        .containsEntry("groups_inserted", 1L);
    assertThat(first.inputVersions()).containsEntry("files", 3L);
    JobReport second = job.run(config, context);
    assertThat(second.total()).isZero();
    assertThat(second.counts()).containsEntry("images_unchanged", 50L);
  }

  private CopyPartition copyShots(Staging staging) {
    return new CopyPartition(
        database.settings(), staging.table(StagedTable.SHOTS), staging.parts(), new boolean[3]);
  }

  private void create(Staging staging) {
    database.transaction(
        "test",
        connection -> {
          staging.create(connection);
          return null;
        });
  }

  /** The runs that the rows of the catalog are of, and how many images there are. */
  private String look() {
    return ask.one(
        """
        SELECT string_agg(DISTINCT run, ',') || ' ' || sum(n) FROM (
          SELECT last_seen_run AS run, 1 AS n FROM lumina.images WHERE catalog_id = ?
          UNION ALL
          SELECT 'run-' || ('x' || dhash)::bit(64)::bigint, 0 FROM lumina.perceptual_hashes
            JOIN lumina.images i ON i.id = image_id WHERE i.catalog_id = ?
          UNION ALL
          SELECT run_id, 0 FROM lumina.duplicate_groups WHERE catalog_id = ?
          UNION ALL
          SELECT g.run_id, 0 FROM lumina.duplicate_members
            JOIN lumina.duplicate_groups g ON g.id = group_id WHERE g.catalog_id = ?) each\
        """,
        catalogId,
        catalogId,
        catalogId,
        catalogId);
  }

  private void publish(int run) {
    String name = "run-" + run;
    new Publisher(database, 2).publish(catalogId, name, library(name, run).publication());
  }

  private Library library(String run, long dhash) {
    Library library = new Library(catalogId);
    for (int i = 0; i < IMAGES; i++) {
      library.image(
          i + "-" + catalogId,
          "/p/" + i + ".jpg",
          Map.of(ImagesView.LAST_SEEN_RUN, run, ImagesView.DHASH, dhash));
    }
    return library.groupOfRun(run, "group-" + catalogId, "0-" + catalogId, "1-" + catalogId);
  }

  /** Gives a row many times, then fails. */
  private record BreaksAfter(Row row, int[] left) implements Iterator<Row> {
    BreaksAfter(Row row, int rows) {
      this(row, new int[] {rows});
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Row next() {
      if (left[0]-- == 0) {
        throw new IllegalStateException("the disk is gone");
      }
      return row;
    }
  }
}
