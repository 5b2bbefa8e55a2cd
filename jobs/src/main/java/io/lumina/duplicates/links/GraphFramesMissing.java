package io.lumina.duplicates.links;

/** GraphFrames, or a part of it, is not on the class path. The message is a clause. */
final class GraphFramesMissing extends RuntimeException {
  GraphFramesMissing(String why, Throwable cause) {
    super(why, cause);
  }
}
