package io.lumina.gpu.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of NVIDIA's driver, which CUDA does not tell: its kernel module does. */
final class DriverVersion {
  private static final Path MODULE = Path.of("/proc/driver/nvidia/version");
  private static final Pattern VERSION =
      Pattern.compile("^NVRM version:.*Kernel Module.*?\\s(\\d+\\.[\\d.]+)\\s");

  private DriverVersion() {}

  /** Empty where the module does not tell, as outside of Linux. */
  static Optional<String> ofThisMachine() {
    try {
      return in(Files.readString(MODULE));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  static Optional<String> in(String text) {
    Matcher matcher = VERSION.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
