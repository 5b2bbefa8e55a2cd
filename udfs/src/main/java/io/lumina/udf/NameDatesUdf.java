package io.lumina.udf;

import io.lumina.meta.date.NameDates;
import io.lumina.row.DateRows;
import org.apache.spark.sql.Row;

/** Every date that the name of a file and of its folders tell. */
public class NameDatesUdf extends LuminaUdf1<String, Row[]> {
  @Override
  protected Row[] compute(String relativePath) {
    return DateRows.of(new NameDates().of(relativePath));
  }
}
