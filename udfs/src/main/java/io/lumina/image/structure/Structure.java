package io.lumina.image.structure;

import io.lumina.image.reading.Corruption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a file's own structure says before any decoder sees it.
 *
 * @param width pixels as stored; 0 when the header does not tell
 * @param height pixels as stored; 0 when the header does not tell
 * @param decodedBytes an estimate of the native memory that a decode needs
 * @param orientation Exif orientation, 1 to 8
 * @param transparent whether pixels may let the background through
 * @param inColour whether it must be decoded in colour: the decoder's own way to grey is another
 * @param damage everything found, in file order
 */
public record Structure(
    int width,
    int height,
    long decodedBytes,
    int orientation,
    boolean transparent,
    boolean inColour,
    List<Corruption> damage) {

  public Structure {
    damage = List.copyOf(damage);
  }

  Structure(
      int width,
      int height,
      long decodedBytes,
      int orientation,
      boolean transparent,
      List<Corruption> damage) {
    this(width, height, decodedBytes, orientation, transparent, false, damage);
  }

  static Structure broken(Corruption damage) {
    return new Structure(0, 0, 0, Orientation.UPRIGHT, false, List.of(damage));
  }

  public long pixels() {
    return (long) width * height;
  }

  /** The worst damage; of several equally bad ones the first. */
  public static Optional<Corruption> worst(List<Corruption> damage) {
    return damage.stream()
        .max(Comparator.comparing(Corruption::severity))
        .map(w -> first(damage, w));
  }

  private static Corruption first(List<Corruption> damage, Corruption like) {
    return damage.stream().filter(d -> d.severity() == like.severity()).findFirst().orElse(like);
  }
}
