package io.lumina.report.model;

/**
 * What the catalog holds now; files that are missing are not counted.
 *
 * @param files images, videos, audio and others
 * @param images files of type image
 * @param videos files of type video
 * @param audio files of type audio
 * @param bytes size of all of them
 */
public record Totals(long files, long images, long videos, long audio, long bytes) {
  public Totals {
    if (images + videos + audio > files) {
      throw new IllegalArgumentException(
          files
              + " files cannot be "
              + images
              + " images, "
              + videos
              + " videos, "
              + audio
              + " audio files");
    }
  }

  /** Files that are none of the three. */
  public long others() {
    return files - images - videos - audio;
  }
}
