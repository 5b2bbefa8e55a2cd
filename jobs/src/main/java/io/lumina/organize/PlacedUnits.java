package io.lumina.organize;

import io.lumina.act.Planned;
import io.lumina.library.Units;
import io.lumina.organize.layout.PlacedFile;
import io.lumina.organize.layout.PlacedUnit;
import io.lumina.organize.layout.Unit;
import io.lumina.organize.layout.UnitPlaces;
import io.lumina.table.FilesTable;
import io.lumina.table.PlanOperationsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Gives the units of one partition their places. All units that could want one name are in one
 * partition, behind each other.
 */
final class PlacedUnits implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** Column with what {@link UnitPlaces#folderKey} says; the rows are sorted by it. */
  static final String KEY = "folder_key";

  static final StructType OPERATIONS =
      new StructType()
          .add(PlanOperationsTable.UNIT, DataTypes.StringType)
          .add(PlanOperationsTable.KIND, DataTypes.StringType)
          .add(PlanOperationsTable.SOURCE_PATH, DataTypes.StringType)
          .add(PlanOperationsTable.TARGET_PATH, DataTypes.StringType)
          .add(PlanOperationsTable.IMAGE_ID, DataTypes.StringType)
          .add(PlanOperationsTable.SHA256, DataTypes.StringType)
          .add(PlanOperationsTable.SIZE_BYTES, DataTypes.LongType)
          .add(PlanOperationsTable.MODIFIED_AT, DataTypes.TimestampType)
          .add(PlanOperationsTable.REASON, DataTypes.StringType)
          .add(PlanOperationsTable.KEPT_PATH, DataTypes.StringType)
          .add(PlanOperationsTable.KEPT_SIZE, DataTypes.LongType)
          .add(PlanOperationsTable.KEPT_MODIFIED, DataTypes.TimestampType)
          .add(PlanOperationsTable.NEEDS_PATH, DataTypes.StringType)
          .add(PlanOperationsTable.NEEDS_SHA256, DataTypes.StringType)
          .add(PlanOperationsTable.CONFLICT, DataTypes.StringType)
          .add(Planned.STAGE, DataTypes.IntegerType);

  private static final String PART_THERE =
      "A part of its unit lies at the target already, as a copy; the unit stays whole";

  private final PlaceSettings settings;

  PlacedUnits(PlaceSettings settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) throws IOException {
    List<Row> operations = new ArrayList<>();
    List<Row> group = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (!group.isEmpty() && !key(group.get(0)).equals(key(row))) {
        place(group, operations);
        group.clear();
      }
      group.add(row);
    }
    place(group, operations);
    return operations.iterator();
  }

  private static String key(Row row) {
    return row.getAs(KEY);
  }

  private void place(List<Row> group, List<Row> operations) throws IOException {
    Map<String, Row> files = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    List<Unit> units = new ArrayList<>();
    for (Row row : group) {
      Unit unit = settings.unit(row);
      units.add(unit);
      for (Row file : row.<Row>getList(row.fieldIndex(OrganizeUnits.FILES))) {
        files.put(file.getAs(FilesTable.SOURCE_PATH), file);
        names.put(file.getAs(FilesTable.SOURCE_PATH), row.getAs(Units.UNIT));
      }
    }
    TargetFolders there = new TargetFolders(settings, files.values());
    for (PlacedUnit placed : settings.clashes().resolve(units, there)) {
      if (placed.changesSomething()) {
        String conflict = settings.isMove() && isSplit(placed) ? PART_THERE : null;
        for (PlacedFile file : placed.files()) {
          if (!file.there() && !isThere(file)) {
            operations.add(
                operation(file, files.get(file.file().source()), names, placed, conflict));
          }
        }
      }
    }
  }

  /** Whether a move would tear a unit apart: some of its contents lie there already, as copies. */
  private boolean isSplit(PlacedUnit placed) {
    return placed.files().stream().anyMatch(file -> file.there() && !isThere(file));
  }

  private boolean isThere(PlacedFile file) {
    return file.file().source().equals(settings.target() + "/" + file.target());
  }

  private Row operation(
      PlacedFile placed, Row file, Map<String, String> units, PlacedUnit unit, String conflict) {
    String source = file.getAs(FilesTable.SOURCE_PATH);
    String reason =
        unit.clash()
            .map(taken -> "Its name is taken by another content: " + taken)
            .orElse("Belongs there by the layout " + settings.layout().strategy().word());
    return RowFactory.create(
        units.get(source),
        settings.kind(),
        source,
        settings.target() + "/" + placed.target(),
        FilesTable.MEDIA.equals(file.getAs(FilesTable.ROLE))
            ? file.getAs(FilesTable.FILE_ID)
            : null,
        file.getAs(FilesTable.SHA256),
        file.getAs(FilesTable.SIZE_BYTES),
        file.getAs(FilesTable.MODIFIED_AT),
        reason,
        null,
        null,
        null,
        null,
        null,
        conflict,
        0);
  }
}
