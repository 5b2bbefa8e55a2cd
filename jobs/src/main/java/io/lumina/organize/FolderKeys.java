package io.lumina.organize;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Puts beside each unit what those share that could get in each other's way. */
final class FolderKeys implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final PlaceSettings settings;

  FolderKeys(PlaceSettings settings) {
    this.settings = settings;
  }

  @Override
  public Row call(Row unit) {
    Object[] values = new Object[unit.size() + 1];
    for (int i = 0; i < unit.size(); i++) {
      values[i] = unit.get(i);
    }
    values[unit.size()] = settings.places().folderKey(settings.unit(unit));
    return RowFactory.create(values);
  }
}
