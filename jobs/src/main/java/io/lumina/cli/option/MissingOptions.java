package io.lumina.cli.option;

import io.lumina.ledger.Missing;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** What is known to be missing. */
public final class MissingOptions {
  @Option(
      names = "--accept-missing",
      description = "Marks files missing even when a large part of a source vanished.")
  private boolean files;

  @Option(
      names = Missing.WAREHOUSE_OPTION,
      description =
          "Begins new tables although earlier runs wrote some, elsewhere or here; every file is"
              + " read again.")
  private boolean warehouse;

  public Set<Missing> accepted() {
    Set<Missing> accepted = EnumSet.noneOf(Missing.class);
    if (files) {
      accepted.add(Missing.FILES);
    }
    if (warehouse) {
      accepted.add(Missing.WAREHOUSE);
    }
    return accepted;
  }
}
