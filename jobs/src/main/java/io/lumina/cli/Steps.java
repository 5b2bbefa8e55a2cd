package io.lumina.cli;

import io.lumina.analyze.AnalyzeConfig;
import io.lumina.analyze.AnalyzeJob;
import io.lumina.analyze.Scope;
import io.lumina.burst.BurstsJob;
import io.lumina.config.LuminaConf;
import io.lumina.duplicates.AcceptRule;
import io.lumina.duplicates.DuplicatesConfig;
import io.lumina.duplicates.DuplicatesJob;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.publish.Publication;
import io.lumina.publish.PublishConfig;
import io.lumina.publish.PublishJob;
import io.lumina.report.ReportConfig;
import io.lumina.report.ReportJob;
import io.lumina.scan.ScanJob;
import io.lumina.table.BurstsTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import java.util.List;
import java.util.Map;

/** Makes and runs the job of each step. */
final class Steps implements AutoCloseable {
  private static final int COPY_CONNECTIONS = 4;

  private final StepContext context;
  private final JobConfigs configs;
  private final CatalogTables tables;

  Steps(StepContext context) {
    this.context = context;
    this.configs = new JobConfigs(context.conf());
    this.tables = new CatalogTables(context);
  }

  /**
   * Runs the job of a step.
   *
   * @param read the versions of the tables that it reads
   * @param before what the steps before it did in this run
   */
  JobReport run(Step step, TableMarks read, JobContext job, List<StepOutcome> before) {
    return switch (step) {
      case SCAN ->
          new ScanJob()
              .run(
                  configs.scan(
                      context.catalog().sourceDirectories(),
                      context.request().listing(),
                      context.request().acceptMissing(),
                      List.of(context.request().options().home().folder().toString())),
                  job);
      case ANALYZE -> new AnalyzeJob().run(analyze(job), job);
      case BURSTS -> new BurstsJob(tables.images(read), read.versions()).run(configs.bursts(), job);
      case DUPLICATES ->
          new DuplicatesJob(
                  tables.images(read),
                  tables.rows(ShotsTable.SPEC, read),
                  tables.rows(BurstsTable.SPEC, read),
                  tables.decisions())
              .run(duplicates(), job);
      case PUBLISH -> new PublishJob(publication(read)).run(publish(read), job);
      case REPORT ->
          new ReportJob(new ReportFacts(context, tables).inputs(before, read)).run(report(), job);
    };
  }

  /** What a step depends on beside its tables, as text. */
  String settings(Step step) {
    return switch (step) {
      case BURSTS -> context.conf().toJson("bursts") + context.conf().text("analyze.time-zone");
      case DUPLICATES ->
          context.conf().toJson("duplicates")
              + AcceptRule.of(duplicates()).sentence()
              + context.catalog().sourceDirectories()
              + tables.decided();
      case PUBLISH -> context.conf().text("analyze.time-zone");
      case SCAN, ANALYZE, REPORT -> "";
    };
  }

  private AnalyzeConfig analyze(JobContext job) {
    RunsBefore before = new RunsBefore(context.database(), context.catalog().id(), job.runId());
    return configs.analyze(
        context.request().start() == Start.FRESH ? Scope.EVERYTHING : Scope.NEW,
        before.listedTimes(),
        before.mayLackContents(context.store()));
  }

  private DuplicatesConfig duplicates() {
    LuminaConf conf = context.conf();
    JobConfigs chosen =
        context.request().start() == Start.FRESH
            ? new JobConfigs(conf.with(Map.of("duplicates.compare", "all")))
            : configs;
    return chosen.duplicates(context.catalog().sourceDirectories());
  }

  @Override
  public void close() {
    tables.close();
  }

  private Publication publication(TableMarks read) {
    return new Publication(
        tables.images(read),
        tables.rows(ShotsTable.SPEC, read),
        tables.rows(BurstsTable.SPEC, read),
        tables.rows(GroupsTable.SPEC, read),
        tables.rows(MembersTable.SPEC, read));
  }

  private PublishConfig publish(TableMarks read) {
    return new PublishConfig(context.database().settings(), COPY_CONNECTIONS, read.versions());
  }

  private ReportConfig report() {
    return new ReportConfig(
        context.request().options().home().folder(), configs.report(), configs.keptPages());
  }
}
