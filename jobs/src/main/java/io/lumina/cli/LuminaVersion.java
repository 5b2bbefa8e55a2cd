package io.lumina.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that Maven wrote into the manifest of the jar. */
final class LuminaVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = LuminaVersion.class.getPackage().getImplementationVersion();
    return new String[] {"lumina " + Objects.requireNonNullElse(version, "(not packaged)")};
  }
}
