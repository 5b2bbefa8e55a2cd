package io.lumina.cli;

import io.lumina.analyze.AnalyzeConfig;
import io.lumina.analyze.AnalyzeJob;
import io.lumina.analyze.Scope;
import io.lumina.burst.BurstsJob;
import io.lumina.config.LuminaConf;
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
import io.lumina.table.AssetsTable;
import io.lumina.table.BurstsTable;
import io.lumina.table.FilesTable;
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
   * @param before what the steps before it did in this run
   */
  JobReport run(Step step, JobContext job, List<StepOutcome> before) {
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
      case ANALYZE -> new AnalyzeJob().run(analyze(), job);
      case BURSTS -> new BurstsJob(tables.images(), inputs(step)).run(configs.bursts(), job);
      case DUPLICATES ->
          new DuplicatesJob(tables.images(), tables.shots(), tables.bursts(), tables.decisions())
              .run(duplicates(), job);
      case PUBLISH -> new PublishJob(publication()).run(publish(step), job);
      case REPORT ->
          new ReportJob(new ReportFacts(context, tables).inputs(before)).run(report(), job);
    };
  }

  /** Versions of the tables that a step reads; none for a step that looks at the world. */
  Map<String, Long> inputs(Step step) {
    return switch (step) {
      case SCAN, ANALYZE, REPORT -> Map.of();
      case BURSTS -> tables.versions(FilesTable.SPEC, AssetsTable.SPEC);
      case DUPLICATES ->
          tables.versions(FilesTable.SPEC, AssetsTable.SPEC, ShotsTable.SPEC, BurstsTable.SPEC);
      case PUBLISH ->
          tables.versions(
              FilesTable.SPEC,
              AssetsTable.SPEC,
              ShotsTable.SPEC,
              BurstsTable.SPEC,
              GroupsTable.SPEC,
              MembersTable.SPEC);
    };
  }

  /** The warehouse, told from one that was made at its place later. */
  String warehouse() {
    return context.store().warehouse() + " " + context.store().id(FilesTable.SPEC);
  }

  /** What a step depends on beside its tables, as text. */
  String settings(Step step) {
    return switch (step) {
      case BURSTS -> context.conf().toJson("bursts") + context.conf().text("analyze.time-zone");
      case DUPLICATES ->
          context.conf().toJson("duplicates")
              + context.catalog().sourceDirectories()
              + tables.decisions().collectAsList();
      case PUBLISH -> context.conf().text("analyze.time-zone");
      case SCAN, ANALYZE, REPORT -> "";
    };
  }

  private AnalyzeConfig analyze() {
    RunsBefore before = new RunsBefore(context.database(), context.catalog().id());
    return configs.analyze(
        context.request().start() == Start.FRESH ? Scope.EVERYTHING : Scope.NEW,
        before.listedTimes(),
        before.hasFailedAnalyze());
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

  private Publication publication() {
    return new Publication(
        tables.images(), tables.shots(), tables.bursts(), tables.groups(), tables.members());
  }

  private PublishConfig publish(Step step) {
    return new PublishConfig(context.database().settings(), COPY_CONNECTIONS, inputs(step));
  }

  private ReportConfig report() {
    return new ReportConfig(
        context.request().options().home().folder(), configs.report(), configs.keptPages());
  }
}
