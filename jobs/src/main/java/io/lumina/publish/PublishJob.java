package io.lumina.publish;

import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.postgres.Database;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Shows people what was computed: Delta to PostgreSQL, all or nothing. */
public final class PublishJob {
  private final Publication publication;

  /** Takes the rows of one catalog, read at the versions that the configuration names. */
  public PublishJob(Publication publication) {
    this.publication = Objects.requireNonNull(publication, "publication");
  }

  /** Publishes; the total is the number of rows that changed. */
  public JobReport run(PublishConfig config, JobContext context) {
    Publisher publisher = new Publisher(new Database(config.database()), config.connections());
    Map<MergeCount, Long> merged =
        publisher.publish(UUID.fromString(context.catalogId()), context.runId(), publication);
    Published published = new Published(merged, publisher.merging());
    long changed = published.changed();
    context.progress().total(changed);
    context.progress().current(changed);
    return new JobReport(changed, published, config.inputVersions(), Map.of(), List.of());
  }
}
