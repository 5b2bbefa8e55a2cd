package io.lumina.postgres.server;

import java.io.IOException;

/** A server takes no connections yet and was left running. Its message is a sentence. */
final class StillStartingException extends IOException {
  private static final long serialVersionUID = 1L;

  StillStartingException(String sentence) {
    super(sentence);
  }
}
