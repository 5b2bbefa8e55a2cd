package io.lumina.burst;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.ImagesView;
import java.util.Arrays;
import org.apache.spark.sql.Column;

/**
 * The kinds of file that one press of the shutter leaves, the one to keep first: a RAW is the
 * negative, HEIC is what a phone took before it made a JPEG of it, the clip is the companion.
 */
enum MediaFamily {
  RAW,
  HEIC,
  JPEG,
  CLIP;

  private static final String[] RAW_FORMATS = {
    "3FR", "ARW", "CR2", "CR3", "CRW", "DCR", "DNG", "ERF", "IIQ", "KDC", "MEF", "MRW", "NEF",
    "NRW", "ORF", "PEF", "RAF", "RAW", "RW2", "RWL", "SR2", "SRF", "SRW", "X3F"
  };

  /** Most RAW formats are TIFF by their magic bytes; the name then tells. */
  private static final String RAW_NAME =
      "(?i)\\.(" + String.join("|", RAW_FORMATS).toLowerCase(java.util.Locale.ROOT) + ")$";

  /** Rank of a row of {@link ImagesView}, 0 for RAW; null for what belongs to no shot. */
  static Column rank() {
    Column format = upper(col(ImagesView.FORMAT));
    Column rawInTiff = format.equalTo("TIFF").and(col(ImagesView.RELATIVE_PATH).rlike(RAW_NAME));
    Object[] raw = Arrays.copyOf(RAW_FORMATS, RAW_FORMATS.length, Object[].class);
    return when(col(ImagesView.FILE_TYPE).equalTo("video"), lit(CLIP.ordinal()))
        .when(col(ImagesView.FILE_TYPE).notEqual("image"), lit(null))
        .when(format.isin(raw).or(rawInTiff), lit(RAW.ordinal()))
        .when(format.isin("HEIC", "HEIF", "HIF"), lit(HEIC.ordinal()))
        .when(format.isin("JPEG", "JPG"), lit(JPEG.ordinal()));
  }
}
