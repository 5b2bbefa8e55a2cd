package io.lumina.analyze;

import io.lumina.hash.Sha256;
import io.lumina.image.FileFormat;
import io.lumina.image.MediaKind;
import io.lumina.job.HadoopSettings;
import io.lumina.table.FilesTable;
import io.lumina.udf.IssueRows;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** Contents of the size at hand that this task gives rows of: sizes come in order. */
  private final Set<String> seen = new HashSet<>();

  private long sizeAtHand = -1;

  FileReader(AnalyzeConfig config, HadoopSettings hadoop, SourceMeter meter) {
    this.config = config;
    this.hadoop = hadoop;
    this.meter = meter;
    this.analysis = new TimeLimit(config);
  }

  /** Reads one row of {@link FilesTable} with {@link WorkRows#KNOWN}. */
  FileReading read(Row file) {
    String path = file.getAs(FilesTable.SOURCE_PATH);
    int sizeAt = file.fieldIndex(FilesTable.SIZE_BYTES);
    if (file.isNullAt(sizeAt)) {
      return new FileReading.Failed(PathIssues.UNREADABLE, "It was listed without a size");
    }
    long size = file.getLong(sizeAt);
    boolean sidecar = FilesTable.SIDECAR.equals(file.getAs(FilesTable.ROLE));
    Predicate<String> isKnown = knownContents(file, size);
    try (SourceFile source = meter.open(path, hadoop)) {
      Optional<FileReading.Failed> other = ifNotListed(file, size, source.stamp());
      if (other.isPresent()) {
        return other.get();
      }
      InputStream stream = meter.watched(source);
      byte[] head = stream.readNBytes(FileFormat.HEAD_BYTES);
      FileFormat format = FileFormat.detect(head, extension(path));
      boolean clip = format.kind() == MediaKind.VIDEO || format.kind() == MediaKind.AUDIO;
      long limit = Math.min(config.maxBytesInMemory(), heap.capacity());
      FileReading reading =
          size > (clip ? Math.min(limit, LARGEST_CLIP_IN_MEMORY) : limit)
              ? new StreamedFile(head, stream).read(format, size, limit, isKnown, analysis)
              : inMemory(path, head, stream, format, size, isKnown, sidecar);
      if (!(reading instanceof FileReading.Read read)) {
        return reading;
      }
      if (!source.isAsOpened()) {
        return new FileReading.Failed(PathIssues.CHANGED, "It was written to while it was read");
      }
      read.row().ifPresent(row -> seen.add(read.sha256()));
      return noted(read, format, path, sidecar);
    } catch (NoSuchFileException | FileNotFoundException e) {
      return new FileReading.Failed(PathIssues.VANISHED, "It was listed and is gone");
    } catch (IOException e) {
      return new FileReading.Failed(
          PathIssues.UNREADABLE, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private FileReading inMemory(
      String path,
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
        return new FileReading.Read(sha256, Optional.empty(), List.of());
      }
      Row row =
          meter.analysed(
              () ->
                  analysis.run(
                      reader ->
                          sidecar
                              ? reader.sidecar(content, sha256, fileName(path))
                              : reader.media(content, sha256, format),
                      () -> ContentReader.overdue(sha256, size, format, config)));
      return new FileReading.Read(sha256, Optional.of(row), List.of());
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

  private Predicate<String> knownContents(Row file, long size) {
    if (size != sizeAtHand) {
      seen.clear();
      sizeAtHand = size;
    }
    int index = file.fieldIndex(WorkRows.KNOWN);
    List<String> catalogued = file.isNullAt(index) ? List.of() : file.getList(index);
    return sha256 -> seen.contains(sha256) || catalogued.contains(sha256);
  }

  private static FileReading noted(
      FileReading.Read read, FileFormat format, String path, boolean sidecar) {
    String extension = extension(path);
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
    return new FileReading.Read(read.sha256(), read.row(), issues);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String extension(String path) {
    String name = fileName(path);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  @Override
  public void close() {
    analysis.close();
  }
}
