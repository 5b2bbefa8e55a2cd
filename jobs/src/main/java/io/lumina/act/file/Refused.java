package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.Path;

/** One file is not as it was planned: its unit stays as it is, and the others go on. */
final class Refused extends IOException {
  private static final long serialVersionUID = 1;

  Refused(String why) {
    super(why);
  }

  static Refused at(Path path, String why) {
    return new Refused(path + " " + why);
  }
}
