package io.lumina.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What people decided, as jobs see it: of contents by decisions, of files by their statuses.
 * Postgres keeps it; Delta does not.
 */
public final class DecisionRows {
  /** {@link #NOT_DUPLICATE}, {@link #KEEP}, a status or another kind. */
  public static final String KIND = "kind";

  /** Checksums of the contents that the decision speaks of; null for a status. */
  public static final String CHECKSUMS = "checksums";

  /** Ids of the images that have the status; null for a decision. */
  public static final String IMAGES = "images";

  /** Value of {@link #KIND}: these contents are not duplicates of each other. */
  public static final String NOT_DUPLICATE = "not_duplicate";

  /** Value of {@link #KIND}: these contents stay. */
  public static final String KEEP = "keep";

  /** Value of {@link #KIND}: these contents may go. */
  public static final String REJECT = "reject";

  /** Value of {@link #KIND}, a status: these files stay. */
  public static final String SELECTED = "selected";

  /** Value of {@link #KIND}, a status: these files are not wanted. */
  public static final String REJECTED = "rejected";

  /** Value of {@link #KIND}, a status: these files are in the archive. */
  public static final String ARCHIVED = "archived";

  public static final StructType SCHEMA =
      new StructType()
          .add(KIND, DataTypes.StringType)
          .add(CHECKSUMS, DataTypes.createArrayType(DataTypes.StringType))
          .add(IMAGES, DataTypes.createArrayType(DataTypes.StringType));

  private DecisionRows() {}
}
