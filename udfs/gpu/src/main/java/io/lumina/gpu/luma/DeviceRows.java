package io.lumina.gpu.luma;

/**
 * A column of bytes in the memory of a device.
 *
 * @param offsets address of the offsets, one int more than there are rows
 * @param data address of the bytes; 0 when there are none
 * @param bytes how many
 * @param validity address of a bit a row; 0 when no row is null
 * @param count rows
 */
public record DeviceRows(long offsets, long data, long bytes, long validity, int count) {

  public DeviceRows {
    if (offsets == 0 || bytes < 0 || count < 1) {
      throw new IllegalArgumentException(
          "A column of %d rows and %d bytes with offsets at %d cannot be read"
              .formatted(count, bytes, offsets));
    }
  }
}
