package io.lumina.cli.option;

import io.lumina.failure.Printable;

/** One line of the program to whoever started it. */
public final class Message {
  private Message() {}

  /** Prints it where errors go, with nothing in it that a terminal would obey. */
  public static void print(String message) {
    System.err.println("lumina: " + Printable.of(message));
  }
}
