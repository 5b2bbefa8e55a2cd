package io.lumina.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The catalog that a command is about. */
final class CatalogOption {
  @Option(
      names = "--catalog",
      paramLabel = "NAME",
      description = "The catalog; may be left out where there is only one.")
  private String name;

  Optional<String> name() {
    return Optional.ofNullable(name);
  }
}
