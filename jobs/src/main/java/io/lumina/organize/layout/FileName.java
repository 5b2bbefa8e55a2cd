package io.lumina.organize.layout;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name cut at its last dot. What stands behind the dot is an extension only if it looks like one:
 * {@code Mr. Smith in Rome} has none.
 *
 * @param stem what stands before the dot
 * @param extension without the dot, as it was found; empty where there is none
 */
record FileName(String stem, String extension) {
  private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9]{1,16}");

  static FileName of(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && EXTENSION.matcher(name.substring(dot + 1)).matches()
        ? new FileName(name.substring(0, dot), name.substring(dot + 1))
        : new FileName(name, "");
  }

  /** The extension with its dot. */
  String tail() {
    return extension.isEmpty() ? "" : "." + extension;
  }

  FileName lowerCase() {
    return new FileName(stem, extension.toLowerCase(Locale.ROOT));
  }
}
