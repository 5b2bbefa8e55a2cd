package io.lumina.image.film;

import io.lumina.container.Bytes;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.Corruption.Severity;
import io.lumina.image.reading.CorruptionReason;
import java.util.ArrayList;
import java.util.List;

/** Follows the boxes side by side in a film that passes by. */
final class BoxWatch {
  private static final String INDEX = "moov";
  private static final String DATA = "mdat";
  private static final int SHORT = 8;
  private static final int LONG = 16;

  private final byte[] header = new byte[LONG];
  private int headerLength;
  private long at;

  /** Where the box begins whose header comes next. */
  private long next;

  private String type = "";
  private long boxAt;
  private long announced;
  private boolean impossible;
  private boolean hasIndex;

  void pass(byte[] bytes, int from, int count) {
    long end = at + count;
    while (!impossible && next >= 0 && next + headerLength < end) {
      header[headerLength] = bytes[from + (int) (next + headerLength - at)];
      headerLength++;
      box();
    }
    at = end;
  }

  private void box() {
    Bytes bytes = Bytes.bigEndian(header);
    boolean isLong = bytes.u32(0) == 1;
    if (headerLength < (isLong ? LONG : SHORT)) {
      return;
    }
    type = bytes.latin1(4, 4);
    boxAt = next;
    announced = isLong ? bytes.s64(SHORT) : bytes.u32(0);
    hasIndex |= INDEX.equals(type);
    if (announced == 0) {
      // To the end of the file.
      next = -1;
    } else if (announced < headerLength) {
      impossible = true;
    } else {
      // Below zero where no file can be so long.
      next += announced;
    }
    headerLength = 0;
  }

  List<Corruption> found() {
    List<Corruption> found = new ArrayList<>();
    boolean cut = announced != 0 && (next < 0 || next > at);
    if (cut || impossible) {
      String detail =
          "The box at %d announces %d bytes, %d are left".formatted(boxAt, announced, at - boxAt);
      found.add(
          switch (type) {
            case INDEX -> new Corruption(Severity.SEVERE, CorruptionReason.TRUNCATED, detail);
            case DATA -> new Corruption(Severity.MINOR, CorruptionReason.TRUNCATED, detail);
            default -> new Corruption(Severity.MODERATE, CorruptionReason.BROKEN_STRUCTURE, detail);
          });
    }
    if (!hasIndex) {
      found.add(
          new Corruption(
              Severity.SEVERE,
              CorruptionReason.TRUNCATED,
              "There is no moov box within " + at + " bytes: nothing says where frames are"));
    }
    return found;
  }
}
