package io.lumina.meta.date;

/** What a date says, and how far it is believed to be the moment of capture. */
enum DateKind {
  /** When the shutter opened. */
  CAPTURE(95),
  /** When the picture became a file: for a camera the same moment, for a scan another one. */
  DIGITIZED(95),
  /** Any other date inside the file: of an edit, of a position fix, of a text chunk. */
  OTHER(85),
  TAKEOUT(90),
  FILE_NAME(70),
  DIRECTORY(50),
  FILE_SYSTEM(30);

  private final int confidence;

  DateKind(int confidence) {
    this.confidence = confidence;
  }

  /** Of a date that no other weakens or strengthens. */
  int confidence() {
    return confidence;
  }
}
