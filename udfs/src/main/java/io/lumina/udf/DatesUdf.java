package io.lumina.udf;

import io.lumina.meta.MetadataReader;
import io.lumina.row.DateRows;
import org.apache.spark.sql.Row;

/** Every date that the bytes of a file hold. */
public class DatesUdf extends LuminaUdf1<byte[], Row[]> {
  @Override
  protected Row[] compute(byte[] content) {
    return DateRows.of(new MetadataReader().read(content).dates());
  }
}
