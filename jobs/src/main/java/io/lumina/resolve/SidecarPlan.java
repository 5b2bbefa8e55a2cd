package io.lumina.resolve;

import io.lumina.act.Planned;
import io.lumina.act.file.OperationKind;
import io.lumina.failure.Printable;
import io.lumina.hash.Sha256;
import io.lumina.meta.xmp.XmpAdditions;
import io.lumina.meta.xmp.XmpMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Plans sidecars for kept pictures that learn from those that go for them. What a sidecar will say
 * is written down when it is planned, so that it can be looked at, and copied when it is applied.
 */
final class SidecarPlan {
  /** For each kept picture what its others wait for, or what speaks against them. */
  static final StructType VERDICTS =
      new StructType()
          .add("verdict_kept", DataTypes.StringType)
          .add("verdict_needs", DataTypes.StringType)
          .add("verdict_conflict", DataTypes.StringType);

  private static final String XMP = ".xmp";

  private final Path staging;
  private final List<String> roots;
  private final String trash;
  private final List<Row> operations = new ArrayList<>();
  private final List<Row> verdicts = new ArrayList<>();

  /**
   * Nothing planned yet.
   *
   * @param staging folder for what sidecars will say
   * @param roots source directories
   * @param trash folder below each of them for sidecars that are replaced
   */
  SidecarPlan(Path staging, List<String> roots, String trash) {
    this.staging = staging;
    this.roots = roots;
    this.trash = trash;
  }

  /** Operations, as of {@link Planned#operations}. */
  List<Row> operations() {
    return operations;
  }

  /** Rows of {@link #VERDICTS}. */
  List<Row> verdicts() {
    return verdicts;
  }

  /** Looks at all kept pictures, one after the other: rows of {@link KnowledgeRows}. */
  void plan(Iterator<Row> rows) throws IOException {
    while (rows.hasNext()) {
      Row row = rows.next();
      List<Knowledge> going = new ArrayList<>();
      for (Row other : row.<Row>getList(row.fieldIndex(KnowledgeRows.GOING))) {
        going.add(KnowledgeRows.knowledge(other));
      }
      plan(KnowledgeRows.knowledge(row.getAs(KnowledgeRows.KEPT)), going);
    }
  }

  private void plan(Knowledge kept, List<Knowledge> going) throws IOException {
    Consolidation learned = Consolidation.of(kept, going);
    if (!learned.conflicts().isEmpty()) {
      conflict(kept, String.join("; ", learned.conflicts()));
      return;
    }
    Optional<String> own = xmp(kept);
    List<byte[]> packets = new ArrayList<>();
    try {
      for (Knowledge other : going) {
        for (String sidecar : other.sidecars()) {
          if (isXmp(sidecar)) {
            packets.add(Files.readAllBytes(Path.of(sidecar)));
          }
        }
      }
      if (learned.additions().isEmpty() && packets.isEmpty()) {
        return;
      }
      Path target = Path.of(own.orElse(kept.path() + XMP));
      if (own.isEmpty() && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        conflict(kept, target + " is there and is no sidecar that the catalog knows");
        return;
      }
      if (own.isPresent()) {
        packets.add(0, Files.readAllBytes(target));
      }
      byte[] merged = XmpMerge.of(packets, learned.additions());
      boolean isAlreadySaid =
          own.isPresent()
              && java.util.Arrays.equals(merged, XmpMerge.of(packets.subList(0, 1), nothing()));
      if (!isAlreadySaid) {
        write(
            kept,
            target,
            own.isPresent() ? Optional.of(packets.get(0)) : Optional.empty(),
            merged,
            learned);
      }
    } catch (IllegalArgumentException | IOException unreadable) {
      conflict(kept, "A sidecar cannot be read: " + unreadable.getMessage());
    }
  }

  private void write(
      Knowledge kept, Path target, Optional<byte[]> old, byte[] merged, Consolidation learned)
      throws IOException {
    Files.createDirectories(staging);
    Path staged = staging.resolve(verdicts.size() + XMP);
    Files.write(staged, merged);
    if (old.isPresent()) {
      String root = root(target);
      add(
          OperationKind.TRASH,
          target,
          Path.of(root, trash, target.toString().substring(root.length() + 1)),
          old.get(),
          "Replaced by a sidecar that says more",
          kept,
          0);
    }
    add(OperationKind.COPY, staged, target, merged, "Learns " + learned.words(), kept, 1);
    verdicts.add(RowFactory.create(kept.path(), target.toString(), null));
  }

  private void add(
      OperationKind kind,
      Path from,
      Path to,
      byte[] bytes,
      String reason,
      Knowledge kept,
      int stage)
      throws IOException {
    operations.add(
        RowFactory.create(
            kind.word() + " " + to,
            kind.word(),
            from.toString(),
            to.toString(),
            null,
            Sha256.of(bytes),
            (long) bytes.length,
            Timestamp.from(Files.getLastModifiedTime(from).toInstant()),
            reason,
            kept.path(),
            null,
            null,
            stage));
  }

  private void conflict(Knowledge kept, String words) {
    verdicts.add(RowFactory.create(kept.path(), null, Printable.of(words)));
  }

  private String root(Path file) {
    return roots.stream()
        .filter(root -> file.startsWith(root))
        .max(java.util.Comparator.comparingInt(String::length))
        .orElseThrow(() -> new IllegalStateException(file + " is in no source directory"));
  }

  private static Optional<String> xmp(Knowledge kept) {
    return kept.sidecars().stream().filter(SidecarPlan::isXmp).findFirst();
  }

  private static boolean isXmp(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(XMP);
  }

  private static XmpAdditions nothing() {
    return new XmpAdditions(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
