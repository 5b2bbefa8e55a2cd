package io.lumina.cli.option;

import io.lumina.postgres.query.QueryFormat;
import picocli.CommandLine.Option;

/** How an answer of the database is printed. */
public final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private QueryFormat format;

  public QueryFormat value() {
    return format;
  }
}
