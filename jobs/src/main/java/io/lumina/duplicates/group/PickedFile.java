package io.lumina.duplicates.group;

import java.util.Comparator;
import java.util.Optional;

/**
 * A present file as grouping sees it.
 *
 * @param imageId the file
 * @param bytes its size
 * @param pick what the ranking knows of it
 * @param shot the shot that it is a part of
 * @param shotFiles number of files of that shot
 * @param burst the burst that it is a frame of
 * @param standing what people said of it
 * @param shared what it is one name of, where it has others
 */
record PickedFile<C>(
    String imageId,
    long bytes,
    C pick,
    Optional<String> shot,
    int shotFiles,
    Optional<String> burst,
    Standing standing,
    Optional<SharedBytes> shared) {

  /**
   * The order of files of one content: as people want it; one that is a part of a shot first, since
   * it stays with its shot and the lone copy may go; then as ranked.
   */
  static <C> Comparator<PickedFile<C>> order(Comparator<C> ranking) {
    return Comparator.comparing((PickedFile<C> file) -> file.standing())
        .thenComparing(file -> file.shot().isEmpty())
        .thenComparing(PickedFile::pick, ranking)
        .thenComparing(PickedFile::imageId);
  }
}
