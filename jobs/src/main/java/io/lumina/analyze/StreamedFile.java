package io.lumina.analyze;

import io.lumina.image.FileFormat;
import io.lumina.table.AssetsTable;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** A file too large for memory: its metadata and its checksum are read in the same pass. */
final class StreamedFile {
  private static final int BUFFER = 1 << 20;

  private final byte[] head;
  private final InputStream rest;

  StreamedFile(byte[] head, InputStream rest) {
    this.head = head;
    this.rest = rest;
  }

  FileReading read(
      FileFormat format, long size, long limit, Predicate<String> isKnown, TimeLimit analysis)
      throws IOException {
    MessageDigest digest = sha256();
    CountedStream stream =
        new CountedStream(
            new DigestInputStream(
                new SequenceInputStream(new ByteArrayInputStream(head), rest), digest));
    Row row = analysis.reader().streamed(stream, format, size, limit);
    stream.drain();
    if (stream.count != size) {
      return FileReader.changed(size);
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    // Its picture, if it has one, was never decoded: knowing it saves a row only.
    return isKnown.test(sha256)
        ? new FileReading.Read(sha256, Optional.empty(), List.of())
        : new FileReading.Read(sha256, Optional.of(named(row, sha256)), List.of());
  }

  private static Row named(Row row, String sha256) {
    Object[] cells = new Object[row.length()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.get(i);
    }
    cells[WorkRows.CONTENT.fieldIndex(AssetsTable.SHA256)] = sha256;
    return new GenericRowWithSchema(cells, WorkRows.CONTENT);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JRE has SHA-256", e);
    }
  }

  /** Skipping reads, so that the digest sees every byte; closing leaves the file open. */
  private static final class CountedStream extends FilterInputStream {
    private long count;

    CountedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      byte[] buffer = new byte[(int) Math.max(1, Math.min(BUFFER, bytes))];
      long left = bytes;
      while (left > 0) {
        int read = read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          break;
        }
        left -= read;
      }
      return bytes - left;
    }

    void drain() throws IOException {
      byte[] buffer = new byte[BUFFER];
      int read = 0;
      while (read >= 0) {
        read = read(buffer, 0, buffer.length);
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() {}
  }
}
