package io.lumina.run.step;

import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.analyze.read.ListedTimes;
import io.lumina.analyze.read.Scope;
import io.lumina.burst.BurstsConfig;
import io.lumina.config.LuminaConf;
import io.lumina.config.Nearest;
import io.lumina.duplicates.BurstMode;
import io.lumina.duplicates.DuplicatesConfig;
import io.lumina.duplicates.links.Joining;
import io.lumina.duplicates.rule.OtherShots;
import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.rule.Rotations;
import io.lumina.duplicates.search.Compare;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.duplicates.search.tile.SearchMethod;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.report.KeptPages;
import io.lumina.report.model.ReportLimits;
import io.lumina.scan.list.NameRules;
import io.lumina.scan.list.ScanConfig;
import io.lumina.scan.list.SourceRoots;
import io.lumina.store.Retention;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;

/** The configuration of each job, from the keys of conf/lumina.conf. */
public final class JobConfigs {
  private static final String RETENTION_CHECK =
      "spark.databricks.delta.retentionDurationCheck.enabled";

  private final LuminaConf conf;

  public JobConfigs(LuminaConf conf) {
    this.conf = conf;
  }

  /**
   * @param closed folders of Lumina itself, which no scan enters
   */
  public ScanConfig scan(
      List<String> roots, Optional<String> listing, boolean acceptMissing, List<String> closed) {
    return new ScanConfig(
        new SourceRoots(roots),
        listing,
        new NameRules(
            conf.texts("scan.extensions"),
            conf.texts("scan.sidecar-extensions"),
            conf.texts("scan.exclude-directories"),
            conf.texts("scan.exclude-files")),
        closed,
        conf.flag("scan.follow-links"),
        conf.fraction("scan.max-missing-fraction"),
        acceptMissing);
  }

  AnalyzeConfig analyze(Scope scope, ListedTimes listedTimes, boolean isRepairing) {
    return new AnalyzeConfig(
        conf.count("analyze.max-pixels"),
        conf.bytes("analyze.max-bytes-in-memory"),
        conf.duration("analyze.time-per-file"),
        conf.fraction("analyze.max-failed-fraction"),
        conf.bytes("analyze.batch-bytes"),
        scope,
        listedTimes,
        isRepairing,
        conf.bytes("analyze.decode-memory"));
  }

  BurstsConfig bursts() {
    return new BurstsConfig(
        seconds("bursts.max-gap"),
        seconds("bursts.max-gap-whole-seconds"),
        seconds("bursts.max-gap-alike"),
        conf.number("bursts.alike-bits"),
        conf.fraction("bursts.max-distance-metres"),
        conf.number("bursts.min-frames"),
        conf.number("bursts.min-date-confidence"));
  }

  public DuplicatesConfig duplicates(List<String> preferredRoots) {
    return new DuplicatesConfig(
        conf.number("duplicates.threshold"),
        conf.number("duplicates.pdq-threshold"),
        conf.choice("duplicates.profile", Profile.class),
        conf.choice("duplicates.rotations", Rotations.class),
        conf.choice("duplicates.bursts", BurstMode.class),
        conf.choice("duplicates.other-shots", OtherShots.class),
        conf.choice("duplicates.compare", Compare.class),
        conf.choice("duplicates.recall", Recall.class),
        conf.choice("duplicates.search", SearchMethod.class),
        conf.choice("duplicates.components", Joining.class),
        conf.number("duplicates.shards"),
        preferredRoots);
  }

  /**
   * Looks at all of it before any work begins.
   *
   * @throws LuminaException (usage) naming a value out of bounds
   */
  public void check() {
    try {
      scan(List.of("/"), Optional.empty(), false, List.of());
      analyze(Scope.NEW, ListedTimes.OF_FILES, false);
      timeZone();
      bursts();
      duplicates(List.of());
      report();
      keptPages();
      retention();
      conf.duration("sql.timeout");
      share("act.max-fraction");
      conf.duration("act.keep-trash");
    } catch (IllegalArgumentException bounds) {
      throw new LuminaException(ExitCode.USAGE, bounds.getMessage(), bounds);
    }
  }

  private void share(String key) {
    double share = conf.fraction(key);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(key + " is " + share + "; it must be 0 to 1");
    }
  }

  /** The zone of wall clocks that name none; empty when nobody knows. */
  String timeZone() {
    String zone = conf.text("analyze.time-zone");
    try {
      return zone.isEmpty() ? zone : ZoneId.of(zone).getId();
    } catch (DateTimeException unknown) {
      throw new LuminaException(
          ExitCode.USAGE,
          "analyze.time-zone is '"
              + zone
              + "'"
              + Nearest.hint(zone, ZoneId.getAvailableZoneIds())
              + "; write a name such as Europe/Zurich",
          unknown);
    }
  }

  ReportLimits report() {
    return ReportLimits.DEFAULTS.withGroups(conf.number("report.max-groups"));
  }

  KeptPages keptPages() {
    return new KeptPages(conf.duration("report.keep"), conf.bytes("report.keep-bytes"));
  }

  /**
   * How long versions of the tables are kept.
   *
   * @throws LuminaException (usage) when that is less than a day and Delta's own check is on
   */
  public Retention retention() {
    Retention retention = new Retention(conf.duration("store.retention"));
    if (retention.window().compareTo(Retention.SAFE) < 0
        && new SparkConf().getBoolean(RETENTION_CHECK, true)) {
      throw new LuminaException(
          ExitCode.USAGE,
          "store.retention is "
              + conf.text("store.retention")
              + "; give 1 day or more, or who reads a table loses it while it is replaced");
    }
    return retention;
  }

  private double seconds(String key) {
    return conf.duration(key).toMillis() / 1000.0;
  }
}
