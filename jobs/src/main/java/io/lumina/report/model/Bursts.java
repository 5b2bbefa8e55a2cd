package io.lumina.report.model;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All bursts in numbers, and the longest of them.
 *
 * @param bursts how many there are
 * @param frames frames in all of them
 * @param shown the longest bursts
 */
public record Bursts(long bursts, long frames, List<Burst> shown) {
  public Bursts {
    shown = List.copyOf(shown);
  }

  /**
   * Shots of one camera in quick succession.
   *
   * @param camera for a person to read; empty when unknown
   * @param startedAt local time of the first frame
   * @param endedAt local time of the last frame
   * @param frameCount frames, those that are not shown included
   * @param frames as many as are shown, in time order
   */
  public record Burst(
      String camera,
      Optional<LocalDateTime> startedAt,
      Optional<LocalDateTime> endedAt,
      int frameCount,
      List<Frame> frames) {
    public Burst {
      Objects.requireNonNull(camera, "camera");
      Objects.requireNonNull(startedAt, "startedAt");
      Objects.requireNonNull(endedAt, "endedAt");
      frames = List.copyOf(frames);
    }
  }

  /**
   * One shot of a burst.
   *
   * @param picture the file
   * @param best true for the sharpest good one
   */
  public record Frame(Picture picture, boolean best) {
    public Frame {
      Objects.requireNonNull(picture, "picture");
    }
  }
}
