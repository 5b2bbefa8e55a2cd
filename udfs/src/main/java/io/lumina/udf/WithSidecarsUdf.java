package io.lumina.udf;

import io.lumina.meta.field.Metadata;
import io.lumina.row.MetadataRows;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Metadata of a file joined with those of its sidecars, the first sidecar first. */
public class WithSidecarsUdf extends LuminaUdf2<Row, Seq<Row>, Row> {
  @Override
  protected Row compute(Row embedded, Seq<Row> sidecars) {
    // Joined among themselves first: what the best one says must not be overwritten by the next.
    Metadata beside = Metadata.EMPTY;
    for (Row sidecar : CollectionConverters.asJava(sidecars)) {
      beside = beside.or(MetadataRows.from(sidecar));
    }
    return MetadataRows.of(MetadataRows.from(embedded).withSidecar(beside));
  }
}
