package io.lumina.meta;

import com.drew.lang.SequentialReader;
import java.io.EOFException;
import java.util.Arrays;

/**
 * Hands the library the bytes of a file, and never allocates what the file does not hold. The
 * library's own reader allocates whatever length a header claims and reads only then.
 */
final class BoundedReader extends SequentialReader {
  private final byte[] bytes;
  private int at;

  BoundedReader(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long getPosition() {
    return at;
  }

  @Override
  public byte getByte() throws EOFException {
    claim(1);
    return bytes[at++];
  }

  @Override
  public byte[] getBytes(int count) throws EOFException {
    claim(count);
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  @Override
  public void getBytes(byte[] buffer, int offset, int count) throws EOFException {
    claim(count);
    System.arraycopy(bytes, at, buffer, offset, count);
    at += count;
  }

  @Override
  public void skip(long count) throws EOFException {
    claim(count);
    at += (int) count;
  }

  @Override
  public boolean trySkip(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("Cannot skip " + count + " bytes");
    }
    at += (int) Math.min(count, available());
    return available() > 0;
  }

  @Override
  public int available() {
    return bytes.length - at;
  }

  private void claim(long count) throws EOFException {
    if (count < 0 || count > available()) {
      throw new EOFException("Wants " + count + " bytes, " + available() + " remain");
    }
  }
}
