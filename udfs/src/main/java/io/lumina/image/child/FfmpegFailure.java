package io.lumina.image.child;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** FFmpeg refused a file; the message is its own, with the call that said it. */
final class FfmpegFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MESSAGE_BYTES = 128;

  private final boolean tooLarge;

  FfmpegFailure(String message) {
    this(message, false);
  }

  private FfmpegFailure(String message, boolean tooLarge) {
    super(message);
    this.tooLarge = tooLarge;
  }

  /** Whether it asked for more memory than it may have. */
  boolean isTooLarge() {
    return tooLarge;
  }

  /** Returns a result that is no error. */
  static int check(String call, int result) throws FfmpegFailure {
    if (result >= 0) {
      return result;
    }
    try (BytePointer text = new BytePointer(MESSAGE_BYTES)) {
      avutil.av_strerror(result, text, MESSAGE_BYTES);
      // Up to the terminating zero; behind it lies whatever the memory held.
      throw new FfmpegFailure(
          call + ": " + text.getString().split("\0", 2)[0], result == avutil.AVERROR_ENOMEM());
    }
  }
}
