package io.lumina.table;

import io.lumina.row.DateRows;
import io.lumina.row.IssueRows;
import io.lumina.row.MetadataRows;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * All that follows from the bytes of a file: one row per content, and further ones where the same
 * bytes mean another thing in another role or under another extension. Shared by catalogs.
 */
public final class AssetsTable {
  /** 64 hex digits. */
  public static final String SHA256 = "sha256";

  /** Length of the content. */
  public static final String SIZE_BYTES = "size_bytes";

  /** "image", "video", "audio", "sidecar" or "other". */
  public static final String FILE_TYPE = "file_type";

  /** By magic bytes. */
  public static final String MIME_TYPE = "mime_type";

  /** Name of the FileFormat, such as JPEG or CR2. */
  public static final String FORMAT = "format";

  /** Pixels as stored, before orientation; null when unknown. */
  public static final String WIDTH = "width";

  /** Pixels as stored, before orientation; null when unknown. */
  public static final String HEIGHT = "height";

  /** Embedded metadata; for a sidecar what it says of its picture. */
  public static final String METADATA = "metadata";

  /** Every date candidate of the content. */
  public static final String DATES = "dates";

  /** null, "minor", "moderate" or "severe". */
  public static final String CORRUPTION = "corruption";

  /** Reasons of the corruption first, then oddities. */
  public static final String ISSUES = "issues";

  /** 64×64 grey values, row-major, orientation applied; null when there is no picture. */
  public static final String LUMA = "luma";

  /** Difference hash of the luma; null without luma. */
  public static final String DHASH = "dhash";

  /** Average hash of the luma; null without luma. */
  public static final String AHASH = "ahash";

  /** Haar wavelet hash of the luma; null without luma. */
  public static final String WHASH = "whash";

  /** PDQ hash of the luma, 32 bytes, first bit highest in the hex form; null without luma. */
  public static final String PDQ = "pdq";

  /** 0-100; null without luma. */
  public static final String PDQ_QUALITY = "pdq_quality";

  /** Strips of the luma, 128 bytes, which tell other texts; null without luma. */
  public static final String STRIPS = "strips";

  /** Hashes of what lies inside a border of one grey, 56 bytes; null where there is none. */
  public static final String UNFRAMED = "unframed";

  /**
   * Lumas of the frames in the middle and at the end of an animation, twice 4096 bytes; none where
   * they could not be decoded, null for what is no animation or was read before there were any.
   */
  public static final String FRAMES = "frames";

  /** 0-1; null without luma. */
  public static final String SHARPNESS = "sharpness";

  /** The components of the score and their sum; null for what is no picture. */
  public static final String QUALITY = "quality";

  /** Version of luma and hashes; rows of different versions are never compared. */
  public static final String ALGO_VERSION = "algo_version";

  /** The run that read the content. */
  public static final String RUN_ID = "run_id";

  /**
   * {@link ReadAs} of the files that the row is for; null for all files of these bytes that have no
   * row of their own, as in nearly all rows.
   */
  public static final String READ_AS = "read_as";

  /**
   * What kept us from looking at the picture, a limit or a lack of ours; null for most. It is no
   * damage: the corruption is that of what was seen in spite of it.
   */
  public static final String HINDRANCE = "hindrance";

  /** {code, detail} pairs. */
  public static final ArrayType ISSUE_LIST = IssueRows.LIST;

  /** Date candidates; local, offset and utc are ISO-8601 text, null where unknown. */
  public static final ArrayType DATE_LIST = DateRows.LIST;

  /** Components of the quality score, 0-40, 0-30, 0-20 and 0-10, and their sum. */
  public static final StructType QUALITY_TYPE =
      new StructType()
          .add("format", DataTypes.DoubleType)
          .add("resolution", DataTypes.DoubleType)
          .add("size", DataTypes.DoubleType)
          .add("sharpness", DataTypes.DoubleType)
          .add("score", DataTypes.DoubleType);

  /** What metadata holds; MetadataField gives the units. */
  public static final StructType METADATA_TYPE = MetadataRows.TYPE;

  public static final TableSpec SPEC =
      new TableSpec(
          "assets",
          new StructType()
              .add(SHA256, DataTypes.StringType, false)
              .add(SIZE_BYTES, DataTypes.LongType, true)
              .add(FILE_TYPE, DataTypes.StringType, true)
              .add(MIME_TYPE, DataTypes.StringType, true)
              .add(FORMAT, DataTypes.StringType, true)
              .add(WIDTH, DataTypes.IntegerType, true)
              .add(HEIGHT, DataTypes.IntegerType, true)
              .add(METADATA, METADATA_TYPE, true)
              .add(DATES, DATE_LIST, true)
              .add(CORRUPTION, DataTypes.StringType, true)
              .add(ISSUES, ISSUE_LIST, true)
              .add(LUMA, DataTypes.BinaryType, true)
              .add(DHASH, DataTypes.LongType, true)
              .add(AHASH, DataTypes.LongType, true)
              .add(WHASH, DataTypes.LongType, true)
              .add(PDQ, DataTypes.BinaryType, true)
              .add(PDQ_QUALITY, DataTypes.IntegerType, true)
              .add(SHARPNESS, DataTypes.DoubleType, true)
              .add(QUALITY, QUALITY_TYPE, true)
              .add(ALGO_VERSION, DataTypes.IntegerType, true)
              .add(RUN_ID, DataTypes.StringType, true)
              .add(HINDRANCE, HindranceRows.TYPE, true)
              .add(READ_AS, DataTypes.StringType, true)
              .add(STRIPS, DataTypes.BinaryType, true)
              .add(UNFRAMED, DataTypes.BinaryType, true)
              .add(FRAMES, DataTypes.BinaryType, true),
          List.of(),
          List.of(SHA256, READ_AS));

  private AssetsTable() {}
}
