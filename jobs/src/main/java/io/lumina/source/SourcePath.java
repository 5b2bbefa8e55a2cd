package io.lumina.source;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A source directory, or the warehouse, as a person types it. */
public final class SourcePath {
  private static final Pattern URI = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

  private SourcePath() {}

  /** A plain absolute path for a local folder, the URI without a closing slash for others. */
  public static String of(String typed) {
    if (typed.isBlank()) {
      throw new LuminaException(
          ExitCode.USAGE, "The name of a source directory or of the warehouse is empty");
    }
    if (typed.startsWith("file:/")) {
      return local(java.net.URI.create(typed.replace(" ", "%20")).getPath());
    }
    return URI.matcher(typed).matches() ? typed.replaceAll("/+$", "") : local(typed);
  }

  /** The last name of a source directory: what its catalog is called unless told otherwise. */
  public static String lastName(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    return name.isEmpty() ? "photos" : name;
  }

  private static String local(String typed) {
    try {
      return Path.of(typed).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException strange) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The folder " + typed + " cannot be a path (" + strange.getReason() + ")",
          strange);
    }
  }
}
