package io.lumina.report;

import io.lumina.report.model.ReportLimits;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a report goes and how long it may be.
 *
 * @param home the folder below which reports lie
 * @param limits what is shown
 * @param kept how long pages stay
 */
public record ReportConfig(Path home, ReportLimits limits, KeptPages kept) {
  public ReportConfig {
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(kept, "kept");
  }
}
