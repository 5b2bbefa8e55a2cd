package io.lumina.run;

import io.lumina.catalog.Catalog;
import io.lumina.config.LuminaConf;
import io.lumina.library.DecidedRows;
import io.lumina.postgres.Database;
import io.lumina.run.step.JobConfigs;
import io.lumina.run.step.ReportFacts;
import io.lumina.run.step.Step;
import io.lumina.run.step.StepOutcome;
import io.lumina.scan.Scanned;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the answers of the steps of a run depend on beside the tables that they read. */
final class StepSettings {
  private final LuminaConf conf;
  private final Catalog catalog;
  private final Database database;

  StepSettings(LuminaConf conf, Catalog catalog, Database database) {
    this.conf = conf;
    this.catalog = catalog;
    this.database = database;
  }

  /**
   * As text: a step that reads the same tables with the same settings gives the same answer.
   *
   * @param before what the steps before it did in this run
   */
  String of(Step step, List<StepOutcome> before) {
    String zone = conf.text("analyze.time-zone");
    return switch (step) {
      case SCAN, ANALYZE -> "";
      case BURSTS -> conf.toJson("bursts") + zone;
      case DUPLICATES ->
          conf.toJson("duplicates")
              + new JobConfigs(conf).duplicates(catalog.sourceDirectories()).rule().sentence()
              + catalog.sourceDirectories()
              + DecidedRows.of(database, catalog.id());
      case PUBLISH -> zone;
      case REPORT ->
          conf.toJson("report")
              + zone
              + catalog.name()
              + catalog.sourceDirectories()
              + notLookedAt(before)
              + ReportFacts.warnings(before);
    };
  }

  /** What changed is in the tables. */
  private static Map<String, Long> notLookedAt(List<StepOutcome> before) {
    return StepOutcome.result(before, Scanned.class)
        .map(scanned -> new TreeMap<>(scanned.notLookedAt()))
        .orElse(new TreeMap<>());
  }
}
