package io.lumina.cli.option;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The catalog that a command is about. */
public final class CatalogOption {
  @Option(
      names = "--catalog",
      paramLabel = "NAME",
      description = "The catalog; may be left out where there is only one.")
  private String name;

  public Optional<String> name() {
    return Optional.ofNullable(name);
  }
}
