package io.lumina.score;

/**
 * Two labelled files.
 *
 * @param a whose name comes first
 * @param b the other
 */
public record FilePair(LabelledFile a, LabelledFile b) implements Comparable<FilePair> {

  static FilePair of(LabelledFile one, LabelledFile other) {
    return one.file().compareTo(other.file()) <= 0
        ? new FilePair(one, other)
        : new FilePair(other, one);
  }

  @Override
  public int compareTo(FilePair other) {
    int first = a.file().compareTo(other.a.file());
    return first != 0 ? first : b.file().compareTo(other.b.file());
  }
}
