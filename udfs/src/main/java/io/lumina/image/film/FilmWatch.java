package io.lumina.image.film;

import io.lumina.container.FileFormat;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches a film or a recording of any length pass by, for whether it is as long as it says: the
 * boxes of MP4 and QuickTime, the first sizes of AVI, WAV, Matroska and Windows Media. Others do
 * not say. Nothing is decoded and little is kept.
 */
public final class FilmWatch {
  private final FileFormat format;
  private final BoxWatch boxes = new BoxWatch();
  private final byte[] head = new byte[LengthInHead.BYTES];
  private int headLength;
  private long length;

  public FilmWatch(FileFormat format) {
    this.format = format;
  }

  /** The same for one that is in memory. */
  public static List<Corruption> of(byte[] content, FileFormat format) {
    FilmWatch watch = new FilmWatch(format);
    watch.pass(content, 0, content.length);
    return watch.found();
  }

  /** Takes the next bytes. */
  public void pass(byte[] bytes, int from, int count) {
    int kept = Math.min(count, head.length - headLength);
    System.arraycopy(bytes, from, head, headLength, kept);
    headLength += kept;
    if (hasBoxes()) {
      boxes.pass(bytes, from, count);
    }
    length += count;
  }

  /** The worst of what is wrong, once all bytes have passed. */
  public Optional<Corruption> damage() {
    return Structure.worst(found());
  }

  private List<Corruption> found() {
    if (hasBoxes()) {
      return boxes.found();
    }
    List<Corruption> found = new ArrayList<>();
    long announced = LengthInHead.of(format, head, headLength);
    if (announced > length) {
      found.add(
          new Corruption(
              Corruption.Severity.MINOR,
              CorruptionReason.TRUNCATED,
              "The file announces " + announced + " bytes, there are " + length));
    }
    return found;
  }

  private boolean hasBoxes() {
    return switch (format) {
      case MP4, MOV, M4V, THREE_GP, M4A -> true;
      default -> false;
    };
  }
}
