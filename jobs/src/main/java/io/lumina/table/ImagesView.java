package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One row per media file, joined with its asset and sidecars: what bursts, duplicates and publish
 * read. Not stored in Delta.
 */
public final class ImagesView {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** file_id of the file. */
  public static final String IMAGE_ID = "image_id";

  /** Plain path for local files, the URI for others. */
  public static final String SOURCE_PATH = "source_path";

  /** Source directory. */
  public static final String ROOT = "root";

  /** Path below the root. */
  public static final String RELATIVE_PATH = "relative_path";

  /** "present", "missing" or "trashed". */
  public static final String STATE = "state";

  /** Checksum; null when the file could not be read. */
  public static final String SHA256 = "sha256";

  /** "image", "video", "audio" or "other". */
  public static final String FILE_TYPE = "file_type";

  /** By magic bytes. */
  public static final String MIME_TYPE = "mime_type";

  /** Name of the FileFormat. */
  public static final String FORMAT = "format";

  /** Size of the file. */
  public static final String SIZE_BYTES = "size_bytes";

  /** Modification time; null when unknown. */
  public static final String MODIFIED_AT = "modified_at";

  /** Pixels as stored. */
  public static final String WIDTH = "width";

  /** Pixels as stored. */
  public static final String HEIGHT = "height";

  /** Embedded metadata with that of the sidecars. */
  public static final String METADATA = "metadata";

  /** Number of metadata fields that the content itself holds. */
  public static final String METADATA_FIELDS = "metadata_fields";

  /** Every candidate, those of path and sidecars included. */
  public static final String DATES = "dates";

  /** Local wall clock of the best candidate. */
  public static final String TAKEN_AT = "taken_at";

  /** Such as +02:00; null when unknown. */
  public static final String TAKEN_OFFSET = "taken_offset";

  /** 0-100; 0 without any date. */
  public static final String DATE_CONFIDENCE = "date_confidence";

  /** Source of the best candidate, such as exif; null without any. */
  public static final String DATE_SOURCE = "date_source";

  /** Reason codes beside the winner. */
  public static final String DATE_REASONS = "date_reasons";

  /** null, minor, moderate or severe. */
  public static final String CORRUPTION = "corruption";

  /** Of the file and of its content. */
  public static final String ISSUES = "issues";

  /** 64×64 grey values. */
  public static final String LUMA = "luma";

  /** Difference hash. */
  public static final String DHASH = "dhash";

  /** Average hash. */
  public static final String AHASH = "ahash";

  /** Wavelet hash. */
  public static final String WHASH = "whash";

  /** PDQ hash, 32 bytes. */
  public static final String PDQ = "pdq";

  /** 0-100. */
  public static final String PDQ_QUALITY = "pdq_quality";

  /** Strips, 128 bytes. */
  public static final String STRIPS = "strips";

  /** Hashes inside a border, 56 bytes; null for most. */
  public static final String UNFRAMED = "unframed";

  /** Lumas of two later frames of an animation; null for most. */
  public static final String FRAMES = "frames";

  /** 0-1. */
  public static final String SHARPNESS = "sharpness";

  /** Components and score. */
  public static final String QUALITY = "quality";

  /** Version of luma and hashes. */
  public static final String ALGO_VERSION = "algo_version";

  /** The run that found the file. */
  public static final String FIRST_SEEN_RUN = "first_seen_run";

  /** The last run that found it changed. */
  public static final String LAST_SEEN_RUN = "last_seen_run";

  /** Device and inode of a file that has several names; null for most. */
  public static final String FILE_KEY = FilesTable.FILE_KEY;

  /** How many names that file has. */
  public static final String LINK_COUNT = FilesTable.LINK_COUNT;

  public static final TableSpec SPEC =
      new TableSpec(
          "images",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(IMAGE_ID, DataTypes.StringType, false)
              .add(SOURCE_PATH, DataTypes.StringType, true)
              .add(ROOT, DataTypes.StringType, true)
              .add(RELATIVE_PATH, DataTypes.StringType, true)
              .add(STATE, DataTypes.StringType, true)
              .add(SHA256, DataTypes.StringType, true)
              .add(FILE_TYPE, DataTypes.StringType, true)
              .add(MIME_TYPE, DataTypes.StringType, true)
              .add(FORMAT, DataTypes.StringType, true)
              .add(SIZE_BYTES, DataTypes.LongType, true)
              .add(MODIFIED_AT, DataTypes.TimestampType, true)
              .add(WIDTH, DataTypes.IntegerType, true)
              .add(HEIGHT, DataTypes.IntegerType, true)
              .add(METADATA, AssetsTable.METADATA_TYPE, true)
              .add(METADATA_FIELDS, DataTypes.IntegerType, true)
              .add(DATES, AssetsTable.DATE_LIST, true)
              .add(TAKEN_AT, DataTypes.TimestampNTZType, true)
              .add(TAKEN_OFFSET, DataTypes.StringType, true)
              .add(DATE_CONFIDENCE, DataTypes.IntegerType, true)
              .add(DATE_SOURCE, DataTypes.StringType, true)
              .add(DATE_REASONS, DataTypes.createArrayType(DataTypes.StringType), true)
              .add(CORRUPTION, DataTypes.StringType, true)
              .add(ISSUES, AssetsTable.ISSUE_LIST, true)
              .add(LUMA, DataTypes.BinaryType, true)
              .add(DHASH, DataTypes.LongType, true)
              .add(AHASH, DataTypes.LongType, true)
              .add(WHASH, DataTypes.LongType, true)
              .add(PDQ, DataTypes.BinaryType, true)
              .add(PDQ_QUALITY, DataTypes.IntegerType, true)
              .add(SHARPNESS, DataTypes.DoubleType, true)
              .add(QUALITY, AssetsTable.QUALITY_TYPE, true)
              .add(ALGO_VERSION, DataTypes.IntegerType, true)
              .add(FIRST_SEEN_RUN, DataTypes.StringType, true)
              .add(LAST_SEEN_RUN, DataTypes.StringType, true)
              .add(FILE_KEY, DataTypes.StringType, true)
              .add(LINK_COUNT, DataTypes.IntegerType, true)
              .add(STRIPS, DataTypes.BinaryType, true)
              .add(UNFRAMED, DataTypes.BinaryType, true)
              .add(FRAMES, DataTypes.BinaryType, true),
          List.of(CATALOG_ID),
          List.of(CATALOG_ID, IMAGE_ID));

  private ImagesView() {}
}
