package io.lumina.container;

/**
 * The headers of a Windows or OS/2 bitmap.
 *
 * @param headerSize bytes of the second header, which tells its form
 * @param width as announced, whatever it is
 * @param height of a picture of either direction
 * @param topDown whether the first row is the uppermost
 * @param depth bits of a pixel
 * @param colours of the palette, as announced; 0 where there is no number
 * @param dataAt where the pixels begin
 */
public record BmpHeader(
    long headerSize,
    long width,
    long height,
    boolean topDown,
    int planes,
    int depth,
    long compression,
    long colours,
    long dataAt) {
  /** OS/2 had numbers of 16 bits, and no more than size and depth. */
  private static final int OS2 = 12;

  /** Of a file that may end anywhere: what is not there reads as zeros. */
  public static BmpHeader of(Bytes bytes) {
    long headerSize = bytes.u32(14);
    if (headerSize == OS2) {
      return new BmpHeader(
          headerSize,
          bytes.u16(18),
          bytes.u16(20),
          false,
          bytes.u16(22),
          bytes.u16(24),
          0,
          0,
          bytes.u32(10));
    }
    long height = (int) bytes.u32(22);
    return new BmpHeader(
        headerSize,
        (int) bytes.u32(18),
        Math.abs(height),
        height < 0,
        bytes.u16(26),
        bytes.u16(28),
        bytes.u32(30),
        bytes.u32(46),
        bytes.u32(10));
  }
}
