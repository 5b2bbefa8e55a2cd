package io.lumina.explain;

import static org.apache.spark.sql.functions.col;

import io.lumina.hash.HashHex;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * What an image is, as an explanation shows it.
 *
 * @param imageId of the file
 * @param path in full
 * @param relativePath below its source directory
 * @param sha256 64 hex digits; empty when the file was not read
 * @param bytes of the file
 * @param pixels such as 4000×3000; empty when unknown
 * @param mimeType by magic bytes; empty when unknown
 * @param present whether the file is there
 * @param corruption minor, moderate or severe; empty for most
 * @param hashes empty where no picture was decoded
 */
record ImageFacts(
    String imageId,
    String path,
    String relativePath,
    Optional<String> sha256,
    long bytes,
    Optional<String> pixels,
    Optional<String> mimeType,
    boolean present,
    Optional<String> corruption,
    Optional<Hashes> hashes) {

  /** Columns of {@link ImagesView} that are read. */
  static Column[] columns() {
    return new Column[] {
      col(ImagesView.IMAGE_ID),
      col(ImagesView.SOURCE_PATH),
      col(ImagesView.RELATIVE_PATH),
      col(ImagesView.SHA256),
      col(ImagesView.SIZE_BYTES),
      col(ImagesView.WIDTH),
      col(ImagesView.HEIGHT),
      col(ImagesView.MIME_TYPE),
      col(ImagesView.STATE),
      col(ImagesView.CORRUPTION),
      col(ImagesView.DHASH),
      col(ImagesView.AHASH),
      col(ImagesView.WHASH),
      col(ImagesView.PDQ),
      col(ImagesView.PDQ_QUALITY)
    };
  }

  static ImageFacts of(Row row) {
    Integer width = row.getAs(ImagesView.WIDTH);
    Integer height = row.getAs(ImagesView.HEIGHT);
    Long bytes = row.getAs(ImagesView.SIZE_BYTES);
    return new ImageFacts(
        row.getAs(ImagesView.IMAGE_ID),
        row.getAs(ImagesView.SOURCE_PATH),
        row.getAs(ImagesView.RELATIVE_PATH),
        Optional.ofNullable(row.getAs(ImagesView.SHA256)),
        bytes == null ? 0 : bytes,
        width == null || height == null ? Optional.empty() : Optional.of(width + "×" + height),
        Optional.ofNullable(row.getAs(ImagesView.MIME_TYPE)),
        FilesTable.PRESENT.equals(row.getAs(ImagesView.STATE)),
        Optional.ofNullable(row.getAs(ImagesView.CORRUPTION)),
        row.getAs(ImagesView.DHASH) == null ? Optional.empty() : Optional.of(hashes(row)));
  }

  /** The last name of the path. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Hashes hashes(Row row) {
    byte[] pdq = row.getAs(ImagesView.PDQ);
    Integer quality = row.getAs(ImagesView.PDQ_QUALITY);
    return new Hashes(
        hex(row.getAs(ImagesView.DHASH)),
        hex(row.getAs(ImagesView.AHASH)),
        hex(row.getAs(ImagesView.WHASH)),
        pdq == null ? "" : HashHex.of(pdq),
        quality == null ? 0 : quality);
  }

  private static String hex(Long hash) {
    return hash == null ? "" : HashHex.of(hash);
  }

  /**
   * Hashes in hex; empty where there is none.
   *
   * @param pdqQuality 0-100
   */
  record Hashes(String dhash, String ahash, String whash, String pdq, int pdqQuality) {}
}
