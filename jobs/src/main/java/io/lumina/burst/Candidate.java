package io.lumina.burst;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The columns that the rules for shots look at: one row per present file that may be of one. */
final class Candidate {
  /** Rank of its {@link MediaFamily}. */
  static final String FAMILY = "family";

  /** Directory, root included. */
  static final String FOLDER = "folder";

  /** Name without extension, in lower case. */
  static final String STEM = "stem";

  /** Apple content identifier; the image id where there is none, which joins nothing. */
  static final String IDENTIFIER = "identifier";

  /** Model of the camera in lower case; null when unknown. */
  static final String MODEL = "model";

  /** Seconds of a clip; null when unknown. */
  static final String DURATION = "duration";

  /** Seconds east of Greenwich; null when unknown. */
  static final String OFFSET = "offset";

  /** Whether it is severely corrupt. */
  static final String UNREADABLE = "unreadable";

  /** Whether the clip is of the kind that Apple writes. */
  static final String QUICKTIME = "quicktime";

  /** Image id of the file that stands for this one; its own where none does. */
  static final String ANCHOR = "anchor";

  private Candidate() {}

  static Dataset<Row> of(Dataset<Row> images) {
    Column metadata = col(ImagesView.METADATA);
    return images
        .filter(col(ImagesView.STATE).equalTo(FilesTable.PRESENT))
        .select(
            col(ImagesView.CATALOG_ID),
            col(ImagesView.IMAGE_ID),
            col(ImagesView.SOURCE_PATH),
            col(ImagesView.TAKEN_AT),
            col(ImagesView.DATE_CONFIDENCE),
            MediaFamily.rank().as(FAMILY),
            FileName.folder().as(FOLDER),
            FileName.stem().as(STEM),
            coalesce(lower(metadata.getField("content_identifier")), col(ImagesView.IMAGE_ID))
                .as(IDENTIFIER),
            lower(metadata.getField("model")).as(MODEL),
            metadata.getField("duration").as(DURATION),
            WallClock.offsetSeconds(col(ImagesView.TAKEN_OFFSET)).as(OFFSET),
            coalesce(col(ImagesView.CORRUPTION).equalTo("severe"), lit(false)).as(UNREADABLE),
            coalesce(col(ImagesView.MIME_TYPE).equalTo("video/quicktime"), lit(false))
                .as(QUICKTIME),
            col(ImagesView.IMAGE_ID).as(ANCHOR))
        .filter(col(FAMILY).isNotNull());
  }

  static Column isClip() {
    return col(FAMILY).equalTo(MediaFamily.CLIP.ordinal());
  }

  /** Whether the identifier is Apple's. */
  static Column isIdentified() {
    return col(IDENTIFIER).notEqual(col(ImagesView.IMAGE_ID));
  }
}
