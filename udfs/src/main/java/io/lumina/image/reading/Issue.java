package io.lumina.image.reading;

import java.util.Objects;

/**
 * Something odd about a file that is not damage, such as {@code extension_mismatch}.
 *
 * @param code lower-case words joined by underscores, from a fixed set
 * @param detail one line for a person, never raw bytes of the file
 */
public record Issue(String code, String detail) {
  public Issue {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(detail, "detail");
  }
}
