package io.lumina.analyze.read;

import io.lumina.container.FileFormat;
import io.lumina.container.MediaKind;
import io.lumina.hash.Sha256;
import io.lumina.job.HadoopSettings;
import io.lumina.row.IssueRows;
import io.lumina.table.FilesTable;
import io.lumina.table.ReadAs;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;

/** Reads the files of one task, each once and to its end. */
final class FileReader implements AutoCloseable {
  /** Clips above this are streamed: their metadata are small and their pictures are not hashed. */
  private static final long LARGEST_CLIP_IN_MEMORY = 64L << 20;

  private final AnalyzeConfig config;
  private final HadoopSettings hadoop;
  private final SourceMeter meter;
  private final TimeLimit analysis;
  private final HeapShare heap = HeapShare.OF_THIS_JVM;

  private final KnownContents known;

  /**
   * A reader for one task.
   *
   * @param isCut whether other tasks may read files of the same size
   */
  FileReader(AnalyzeConfig config, HadoopSettings hadoop, SourceMeter meter, boolean isCut) {
    this.config = config;
    this.hadoop = hadoop;
    this.meter = meter;
    this.analysis = new TimeLimit(config);
    this.known = new KnownContents(config.scope(), isCut);
  }

  /** Takes in a row with {@link WorkRows#KNOWN}. */
  void known(Row content) {
    known.add(content);
  }

  /** Reads one row of {@link FilesTable}. */
  FileReading read(Row file) {
    String path = file.getAs(FilesTable.SOURCE_PATH);
    int sizeAt = file.fieldIndex(FilesTable.SIZE_BYTES);
    if (file.isNullAt(sizeAt)) {
      return new FileReading.Failed(PathIssues.UNREADABLE, "It was listed without a size");
    }
    long size = file.getLong(sizeAt);
    boolean sidecar = FilesTable.SIDECAR.equals(file.getAs(FilesTable.ROLE));
    String readAs = ReadAs.of(file.getAs(FilesTable.ROLE), path);
    known.size(size);
    try (SourceFile source = meter.open(path, hadoop)) {
      Optional<FileReading.Failed> other = ifNotListed(file, size, source.stamp());
      if (other.isPresent()) {
        return other.get();
      }
      InputStream stream = meter.watched(source);
      byte[] head = stream.readNBytes(FileFormat.HEAD_BYTES);
      FileFormat format = FileFormat.detect(head, ReadAs.extension(path));
      String asFormat = sidecar ? Content.SIDECAR : format.name();
      Predicate<String> isKnown = sha256 -> known.contains(sha256, asFormat, readAs);
      boolean clip = format.kind() == MediaKind.VIDEO || format.kind() == MediaKind.AUDIO;
      long limit = Math.min(config.maxBytesInMemory(), heap.capacity());
      FileReading reading =
          size > (clip ? Math.min(limit, LARGEST_CLIP_IN_MEMORY) : limit)
              ? new StreamedFile(head, stream).read(format, size, limit, isKnown, analysis)
              : inMemory(head, stream, format, size, isKnown, sidecar);
      if (!(reading instanceof FileReading.Read read)) {
        return reading;
      }
      if (!source.isAsOpened()) {
        return new FileReading.Failed(PathIssues.CHANGED, "It was written to while it was read");
      }
      return noted(named(read, asFormat, readAs), format, path, sidecar);
    } catch (NoSuchFileException | FileNotFoundException e) {
      return new FileReading.Failed(PathIssues.VANISHED, "It was listed and is gone");
    } catch (IOException e) {
      return new FileReading.Failed(
          PathIssues.UNREADABLE, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private FileReading inMemory(
      byte[] head,
      InputStream stream,
      FileFormat format,
      long size,
      Predicate<String> isKnown,
      boolean sidecar)
      throws IOException {
    HeapShare.Lease lease = heap.take(size);
    try {
      byte[] content = new byte[(int) size];
      int length = Math.min(head.length, content.length);
      System.arraycopy(head, 0, content, 0, length);
      length += stream.readNBytes(content, length, content.length - length);
      if (length != size || head.length > size || stream.read() >= 0) {
        return changed(size);
      }
      String sha256 = Sha256.of(content);
      if (isKnown.test(sha256)) {
        return FileReading.Read.known(sha256);
      }
      Content read =
          meter.analysed(
              () ->
                  analysis.run(
                      reader ->
                          sidecar
                              ? reader.sidecar(content, sha256)
                              : reader.media(content, sha256, format),
                      () -> ContentReader.overdue(sha256, size, format, config)));
      meter.jpegs(analysis.reader().takeJpegs());
      return FileReading.Read.of(read);
    } finally {
      lease.close();
    }
  }

  /** What a file gives that is not the listed one: its next listing will say what it is now. */
  private Optional<FileReading.Failed> ifNotListed(Row file, long size, SourceFile.Stamp now) {
    if (size != now.size()) {
      return Optional.of(changed(size, "has " + now.size()));
    }
    Optional<Instant> listed =
        Optional.ofNullable(file.<Timestamp>getAs(FilesTable.MODIFIED_AT))
            .map(Timestamp::toInstant);
    return config.listedTimes().agree(listed, now.modified())
        ? Optional.empty()
        : Optional.of(
            new FileReading.Failed(
                PathIssues.CHANGED,
                "Listed as of " + listed.get() + ", and now of " + now.modified().get()));
  }

  /** What a file gives that ends elsewhere than its size said. */
  static FileReading.Failed changed(long size) {
    return changed(size, "is of another size");
  }

  private static FileReading.Failed changed(long size, String now) {
    return new FileReading.Failed(
        PathIssues.CHANGED, "Listed with " + size + " bytes, and now " + now);
  }

  private FileReading.Read named(FileReading.Read read, String format, String readAs) {
    return new FileReading.Read(
        read.sha256(),
        read.content(),
        read.content().flatMap(content -> known.read(read.sha256(), format, readAs)),
        read.issues());
  }

  private static FileReading noted(
      FileReading.Read read, FileFormat format, String path, boolean sidecar) {
    String extension = ReadAs.extension(path);
    if (sidecar || format == FileFormat.UNKNOWN || format.fits(extension)) {
      return read;
    }
    List<Row> issues = new ArrayList<>(read.issues());
    issues.add(
        IssueRows.of(
            PathIssues.MISMATCH,
            "The content is "
                + format
                + ", the extension "
                + (extension.isEmpty() ? "none" : extension)));
    return new FileReading.Read(read.sha256(), read.content(), read.readAs(), issues);
  }

  @Override
  public void close() {
    analysis.close();
  }
}
