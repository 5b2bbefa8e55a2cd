package io.lumina.config;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/** A password. It shows itself only to who asks for it by {@link #reveal()}. */
public final class Secret implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No password at all, for servers that ask for none. */
  public static final Secret NONE = new Secret("");

  private final String value;

  /** Wraps a value; it never appears in a message, a log or a table. */
  public Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The value itself, to hand to the one call that needs it. */
  public String reveal() {
    return value;
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret
        && MessageDigest.isEqual(bytes(value), bytes(((Secret) other).value));
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
