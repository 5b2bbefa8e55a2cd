package io.lumina.meta.sidecar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name in its parts.
 *
 * @param stem what stands before the number and the extension
 * @param number of a copy, such as {@code (1)}; empty for most
 * @param extension with its dot; empty when there is none
 */
record PictureName(String stem, String number, String extension) {
  private static final Pattern NUMBERED = Pattern.compile("(.+)(\\(\\d+\\))", Pattern.DOTALL);

  static PictureName of(String name) {
    int dot = name.lastIndexOf('.');
    return of(dot < 0 ? name : name.substring(0, dot), dot < 0 ? "" : name.substring(dot));
  }

  /** The parts of a name that is cut at its extension already. */
  static PictureName of(String front, String extension) {
    if (front.endsWith(")")) {
      Matcher numbered = NUMBERED.matcher(front);
      if (numbered.matches()) {
        return new PictureName(numbered.group(1), numbered.group(2), extension);
      }
    }
    return new PictureName(front, "", extension);
  }

  /** The name up to its extension. */
  String front() {
    return stem + number;
  }

  /** The name as Google had it before it numbered the copies. */
  String title() {
    return stem + extension;
  }
}
