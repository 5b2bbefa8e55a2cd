package io.lumina.cli;

import io.lumina.analyze.AnalyzeConfig;
import io.lumina.config.LuminaConf;
import io.lumina.scan.NameRules;
import io.lumina.scan.ScanConfig;
import java.util.List;
import java.util.Optional;

/** The configuration of each job, from the keys of conf/lumina.conf. */
final class JobConfigs {
  private final LuminaConf conf;

  JobConfigs(LuminaConf conf) {
    this.conf = conf;
  }

  ScanConfig scan(List<String> roots, Optional<String> listing, boolean acceptMissing) {
    return new ScanConfig(
        roots,
        listing,
        new NameRules(
            conf.texts("scan.extensions"),
            conf.texts("scan.sidecar-extensions"),
            conf.texts("scan.exclude-directories")),
        conf.flag("scan.follow-links"),
        conf.fraction("scan.max-missing-fraction"),
        acceptMissing);
  }

  AnalyzeConfig analyze() {
    return new AnalyzeConfig(
        conf.count("analyze.max-pixels"),
        conf.bytes("analyze.max-bytes-in-memory"),
        conf.duration("analyze.time-per-file"),
        conf.fraction("analyze.max-failed-fraction"),
        conf.bytes("analyze.batch-bytes"));
  }
}
