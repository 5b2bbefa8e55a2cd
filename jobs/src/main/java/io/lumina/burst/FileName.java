package io.lumina.burst;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.ImagesView;
import org.apache.spark.sql.Column;

/** What the path of a row of {@link ImagesView} says: folder, stem, and the burst that it names. */
final class FileName {
  private static final String NAME = "([^/]*)$";

  /** IMG_20200102_030405_BURST001_COVER of Huawei and Google: one burst has one prefix. */
  private static final String NUMBERED = "(?i)^(.+?)_?BURST\\d{1,4}(_COVER)?\\.[^.]*$";

  /** DSC_0001_BURST20200102030405678 of Sony and 00000IMG_00000_BURST…_COVER of Google. */
  private static final String STAMPED = "(?i)_BURST(\\d{14,20})(_COVER)?\\.[^.]*$";

  /** PXL_20210101_123456789.MOTION-01.COVER of Google. */
  private static final String MOTION = "(?i)^(.+)\\.MOTION-\\d{2}(\\.(COVER|ORIGINAL))?\\.[^.]*$";

  /** PXL_20210101_123456789.RAW-01.COVER beside PXL_20210101_123456789.RAW-02.ORIGINAL. */
  private static final String PIXEL_RAW = "(?i)\\.RAW-\\d{2}(\\.(MP\\.)?(COVER|ORIGINAL))?$";

  /** 20231207_101605_001 of Samsung: the second in which the burst began, and a number. */
  private static final String SECOND = "^(\\d{8}_\\d{6})_\\d{3}\\.[^.]*$";

  /** IMG_20231207_101605_1: several pictures of the second that names them. */
  private static final String IN_SECOND = "^(.*\\d{8}_\\d{6})(_\\d{1,3})?$";

  private static final String COUNTER = "\\d{4,}(?!.*\\d{4})";

  private FileName() {}

  /** The directory, root included. */
  static Column folder() {
    return concat_ws(
        "/",
        coalesce(col(ImagesView.ROOT), lit("")),
        regexp_replace(col(ImagesView.RELATIVE_PATH), "/?[^/]*$", ""));
  }

  /** The name without its extension, in lower case. */
  static Column stem() {
    return lower(regexp_replace(regexp_replace(name(), "\\.[^.]*$", ""), PIXEL_RAW, ""));
  }

  /**
   * The stem with its counter left out: a number behind the second, else the last number of four
   * digits or more; null for a name without any.
   */
  static Column series() {
    Column stem = lower(regexp_replace(name(), "\\.[^.]*$", ""));
    return when(stem.rlike(IN_SECOND), regexp_replace(stem, IN_SECOND, "$1#"))
        .when(stem.rlike(COUNTER), regexp_replace(stem, COUNTER, "#"));
  }

  /** What names the burst of a file within its folder; null when its name speaks of none. */
  static Column burst() {
    Column name = name();
    return when(name.rlike(STAMPED), concat_ws(":", lit("stamp"), regexp_extract(name, STAMPED, 1)))
        .when(
            name.rlike(NUMBERED),
            concat_ws(":", lit("prefix"), lower(regexp_extract(name, NUMBERED, 1))))
        .when(
            name.rlike(MOTION),
            concat_ws(":", lit("motion"), lower(regexp_extract(name, MOTION, 1))))
        .when(name.rlike(SECOND), concat_ws(":", lit("second"), regexp_extract(name, SECOND, 1)));
  }

  private static Column name() {
    return regexp_extract(col(ImagesView.RELATIVE_PATH), NAME, 1);
  }
}
