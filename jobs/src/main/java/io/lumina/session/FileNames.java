package io.lumina.session;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How this JVM reads names of files. Any way but one makes names that cannot be opened again. */
final class FileNames {
  private FileNames() {}

  static boolean areUtf8() {
    return Charset.isSupported(encoding())
        && Charset.forName(encoding()).equals(StandardCharsets.UTF_8);
  }

  /** The encoding as the system names it. */
  static String encoding() {
    return System.getProperty("sun.jnu.encoding", "none");
  }
}
