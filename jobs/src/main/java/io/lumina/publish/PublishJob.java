package io.lumina.publish;

import io.lumina.job.Job;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.postgres.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Shows people what was computed: Delta to PostgreSQL, all or nothing. */
public final class PublishJob implements Job<PublishConfig> {
  /** Name of a count: milliseconds of the transaction in PostgreSQL. */
  public static final String MERGE_MILLIS = "merge_millis";

  private final Publication publication;

  /** Takes the rows of one catalog, read at the versions that the configuration names. */
  public PublishJob(Publication publication) {
    this.publication = Objects.requireNonNull(publication, "publication");
  }

  @Override
  public String type() {
    return "publish";
  }

  /**
   * Publishes. The report counts images inserted, updated, unchanged, lost (no longer in the
   * catalog, now missing), adopted (the same picture under another id) and superseded (another one
   * took its path), statuses that came back to their pictures, and the rows of the tables around
   * them; its total is the number of rows that changed.
   */
  @Override
  public JobReport run(PublishConfig config, JobContext context) {
    Publisher publisher = new Publisher(new Database(config.database()), config.connections());
    Map<MergeCount, Long> merged =
        publisher.publish(UUID.fromString(context.catalogId()), context.runId(), publication);
    Map<String, Long> counts = new LinkedHashMap<>();
    for (MergeCount count : MergeCount.values()) {
      counts.put(count.label(), merged.getOrDefault(count, 0L));
    }
    long changed =
        counts.values().stream().mapToLong(Long::longValue).sum()
            - merged.get(MergeCount.IMAGES_UNCHANGED);
    counts.put(MERGE_MILLIS, publisher.merging().toMillis());
    context.progress().total(changed);
    context.progress().current(changed);
    return new JobReport(changed, counts, config.inputVersions(), Map.of(), List.of());
  }
}
