package io.lumina.image.reading;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a video or an audio file holds.
 *
 * @param durationSeconds empty where the file does not tell
 * @param width pixels of the first video stream as stored; 0 when there is none
 * @param height pixels of the first video stream as stored; 0 when there is none
 * @param videoCodec such as {@code h264}; empty when there is no video stream
 * @param audioCodec such as {@code aac}; empty when there is no audio stream
 * @param container FFmpeg's short name, such as {@code mov} or {@code matroska}
 * @param corruption damage met on the way
 * @param hindrance why nobody looked inside; empty where somebody did
 */
public record MediaInfo(
    OptionalDouble durationSeconds,
    int width,
    int height,
    Optional<String> videoCodec,
    Optional<String> audioCodec,
    Optional<String> container,
    Optional<Corruption> corruption,
    Optional<Hindrance> hindrance) {

  public MediaInfo {
    Objects.requireNonNull(durationSeconds, "durationSeconds");
    Objects.requireNonNull(videoCodec, "videoCodec");
    Objects.requireNonNull(audioCodec, "audioCodec");
    Objects.requireNonNull(container, "container");
    Objects.requireNonNull(corruption, "corruption");
    Objects.requireNonNull(hindrance, "hindrance");
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("A video cannot be " + width + "x" + height);
    }
  }

  /** Media that give nothing, for a reason that is damage. */
  public static MediaInfo unreadable(String reason, String detail) {
    return unknown(
        Optional.of(new Corruption(Corruption.Severity.SEVERE, reason, detail)), Optional.empty());
  }

  /** Media inside of which nobody looked. */
  public static MediaInfo unknown(Optional<Corruption> corruption, Optional<Hindrance> hindrance) {
    return new MediaInfo(
        OptionalDouble.empty(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        corruption,
        hindrance);
  }
}
