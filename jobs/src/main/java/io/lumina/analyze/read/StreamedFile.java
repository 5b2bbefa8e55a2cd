package io.lumina.analyze.read;

import io.lumina.container.FileFormat;
import io.lumina.image.film.FilmWatch;
import io.lumina.meta.StreamedMetadata;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

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
    FilmWatch film = new FilmWatch(format);
    CountedStream stream =
        new CountedStream(
            new DigestInputStream(
                new SequenceInputStream(new ByteArrayInputStream(head), rest), digest),
            film);
    StreamedMetadata kept = StreamedMetadata.of(stream);
    stream.drain();
    if (stream.count != size) {
      return FileReader.changed(size);
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    // Its picture, if it has one, was never decoded: knowing it saves a row only.
    if (isKnown.test(sha256)) {
      return FileReading.Read.known(sha256);
    }
    // Reading takes as long as the disk takes; only what is kept is a matter of our time.
    Content content =
        analysis.run(
            reader -> reader.streamed(kept, film.damage(), sha256, format, size, limit),
            () -> analysis.overdue(sha256, size, format));
    return FileReading.Read.of(content);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JRE has SHA-256", e);
    }
  }

  /** Skipping reads, so that digest and watch see every byte; closing leaves the file open. */
  private static final class CountedStream extends FilterInputStream {
    private final FilmWatch film;
    private long count;

    CountedStream(InputStream in, FilmWatch film) {
      super(in);
      this.film = film;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read > 0) {
        film.pass(buffer, offset, read);
        count += read;
      }
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
