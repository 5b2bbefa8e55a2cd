package io.lumina.run.step;

import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.library.CatalogTables;
import io.lumina.publish.Publication;
import io.lumina.publish.PublishConfig;
import io.lumina.publish.PublishJob;
import io.lumina.store.TableMarks;
import io.lumina.table.BurstsTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.VariantsTable;
import java.util.List;

/** Brings what was computed to PostgreSQL. */
final class PublishStep implements StepWork {
  private static final int COPY_CONNECTIONS = 4;

  private final StepContext context;
  private final CatalogTables tables;

  PublishStep(StepContext context, CatalogTables tables) {
    this.context = context;
    this.tables = tables;
  }

  @Override
  public JobReport run(TableMarks read, JobContext job, List<StepOutcome> before) {
    Publication publication =
        new Publication(
            tables.images(read),
            tables.rows(ShotsTable.SPEC, read),
            tables.rows(BurstsTable.SPEC, read),
            tables.rows(GroupsTable.SPEC, read),
            tables.rows(MembersTable.SPEC, read),
            tables.rows(VariantsTable.SPEC, read));
    return new PublishJob(publication)
        .run(
            new PublishConfig(context.database().settings(), COPY_CONNECTIONS, read.versions()),
            job);
  }
}
