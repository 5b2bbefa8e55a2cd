package io.lumina.container;

/**
 * Undoes the horizontal differences of TIFF 6.0, section 14.
 *
 * @param samples to the left of which the difference was taken
 * @param bytes of a sample, 1 or 2; 0 where there are no differences
 * @param littleEndian order of the two bytes
 */
public record TiffPredictor(int samples, int bytes, boolean littleEndian) {

  public void undo(byte[] row, int from, int count) {
    if (bytes == 1) {
      for (int i = from + samples; i < from + count; i++) {
        row[i] += row[i - samples];
      }
    } else if (bytes == 2) {
      int high = littleEndian ? 1 : 0;
      for (int i = from + 2 * samples; i + 1 < from + count; i += 2) {
        int sum = value(row, i, high) + value(row, i - 2 * samples, high);
        row[i + high] = (byte) (sum >> 8);
        row[i + 1 - high] = (byte) sum;
      }
    }
  }

  private static int value(byte[] row, int at, int high) {
    return (row[at + high] & 0xff) << 8 | row[at + 1 - high] & 0xff;
  }
}
