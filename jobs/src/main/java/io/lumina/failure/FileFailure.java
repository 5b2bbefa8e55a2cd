package io.lumina.failure;

import java.util.Objects;

/** A bug of ours that a file brought out, on its way from the task that read it to the person. */
public final class FileFailure extends RuntimeException {
  private final String file;

  public FileFailure(String file, RuntimeException cause) {
    super("Reading " + Printable.of(file) + " failed", cause);
    this.file = Objects.requireNonNull(file, "file");
  }

  /** Path or URI. */
  public String file() {
    return file;
  }
}
