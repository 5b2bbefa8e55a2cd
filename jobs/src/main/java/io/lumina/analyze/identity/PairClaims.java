package io.lumina.analyze.identity;

import io.lumina.table.FilesTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Brings the files of each content together: rows of {@link #CLAIM} in, of {@link #FOUND} out. */
final class PairClaims implements FlatMapGroupsFunction<String, Row, Row> {
  static final String CONTENT = "content";
  static final String KIND = "kind";
  static final String MODIFIED = "modified";
  static final String SINCE = "since";

  static final StructType CLAIM =
      new StructType()
          .add(CONTENT, DataTypes.StringType)
          .add(KIND, DataTypes.StringType)
          .add(FilesTable.SOURCE_PATH, DataTypes.StringType)
          .add(FilesTable.STATE, DataTypes.StringType)
          .add(MODIFIED, DataTypes.LongType)
          .add(SINCE, DataTypes.StringType)
          .add(FilesTable.FILE_ID, DataTypes.StringType)
          .add(FilesTable.FIRST_SEEN_RUN, DataTypes.StringType);

  /** The id that a file takes. */
  static final String GIVEN_ID = "given_id";

  /** The run that found the picture with that id. */
  static final String GIVEN_SINCE = "given_since";

  /** Whether the content of a file was known before. */
  static final String KNOWN = "known";

  /** Whether the content of a file may be that of another one that could not be read. */
  static final String MAY_WAIT = "may_wait";

  /** Whether another file takes the id of this one. */
  static final String TAKEN = "taken";

  /** Whether the content that a file had lies somewhere. */
  static final String LIES = "lies";

  static final StructType FOUND =
      new StructType()
          .add(FilesTable.SOURCE_PATH, DataTypes.StringType)
          .add(GIVEN_ID, DataTypes.StringType)
          .add(GIVEN_SINCE, DataTypes.StringType)
          .add(KNOWN, DataTypes.BooleanType)
          .add(MAY_WAIT, DataTypes.BooleanType)
          .add(TAKEN, DataTypes.BooleanType)
          .add(LIES, DataTypes.BooleanType);

  @Override
  public Iterator<Row> call(String content, Iterator<Row> rows) {
    List<Claim> files = new ArrayList<>();
    rows.forEachRemaining(row -> files.add(claim(row)));
    ContentClaims claims = new ContentClaims(files);
    Set<Claim> gone = new HashSet<>(claims.taken().values());
    List<Row> found = new ArrayList<>();
    for (Claim file : files) {
      if (file.kind() == Claim.Kind.WANTS) {
        found.add(wanting(file, claims));
      } else if (file.kind() == Claim.Kind.LEFT) {
        found.add(
            RowFactory.create(
                file.path(), null, null, null, null, gone.contains(file), claims.lies()));
      }
    }
    return found.iterator();
  }

  private static Row wanting(Claim file, ContentClaims claims) {
    Claim taken = claims.taken().get(file);
    return taken == null
        ? RowFactory.create(file.path(), null, null, claims.isKnown(), claims.mayLie(), null, null)
        : RowFactory.create(file.path(), taken.id(), taken.firstSeen(), true, false, null, null);
  }

  private static Claim claim(Row row) {
    return new Claim(
        Claim.Kind.valueOf(row.getAs(KIND)),
        row.getAs(FilesTable.SOURCE_PATH),
        FilesTable.PRESENT.equals(row.getAs(FilesTable.STATE)),
        row.getAs(MODIFIED),
        row.getAs(SINCE),
        row.getAs(FilesTable.FILE_ID),
        row.getAs(FilesTable.FIRST_SEEN_RUN));
  }

  /** The content of a claim. */
  static final class ContentOf implements MapFunction<Row, String> {
    @Override
    public String call(Row claim) {
      return claim.getAs(CONTENT);
    }
  }
}
