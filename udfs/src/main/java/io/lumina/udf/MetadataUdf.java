package io.lumina.udf;

import io.lumina.meta.MetadataReader;
import io.lumina.row.MetadataRows;
import org.apache.spark.sql.Row;

/** What a file says of itself. */
public class MetadataUdf extends LuminaUdf1<byte[], Row> {
  @Override
  protected Row compute(byte[] content) {
    return MetadataRows.of(new MetadataReader().read(content).metadata());
  }
}
