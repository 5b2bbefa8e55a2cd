package io.lumina.gpu.luma;

import io.lumina.gpu.driver.DeviceMemory;
import java.util.ArrayList;
import java.util.List;
import jcuda.Pointer;

/** A column in the memory of the device of the calling thread. */
final class UploadedRows implements AutoCloseable {
  private final List<DeviceMemory> memory = new ArrayList<>();
  private final DeviceRows rows;

  /** Of a column with at least one row. */
  UploadedRows(ByteRows column) {
    try {
      DeviceMemory offsets =
          put(Pointer.to(column.offsets()), (long) Integer.BYTES * column.offsets().length);
      DeviceMemory data = put(Pointer.to(column.data()), column.data().length);
      int[] words = column.validity();
      long validity =
          column.hasNulls()
              ? put(Pointer.to(words), (long) Integer.BYTES * words.length).address()
              : 0;
      this.rows =
          new DeviceRows(
              offsets.address(), data.address(), column.data().length, validity, column.count());
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private DeviceMemory put(Pointer from, long bytes) {
    DeviceMemory taken = DeviceMemory.of(bytes);
    memory.add(taken);
    return taken.put(from, bytes);
  }

  DeviceRows rows() {
    return rows;
  }

  @Override
  public void close() {
    memory.forEach(DeviceMemory::close);
  }
}
