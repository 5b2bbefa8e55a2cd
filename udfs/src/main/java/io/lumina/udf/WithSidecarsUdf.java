package io.lumina.udf;

import io.lumina.meta.Metadata;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Metadata of a file joined with those of its sidecars, the first sidecar first. */
public class WithSidecarsUdf extends LuminaUdf2<Row, Seq<Row>, Row> {
  @Override
  protected Row compute(Row embedded, Seq<Row> sidecars) {
    Metadata metadata = MetadataRows.from(embedded);
    for (Row sidecar : CollectionConverters.asJava(sidecars)) {
      metadata = metadata.withSidecar(MetadataRows.from(sidecar));
    }
    return MetadataRows.of(metadata);
  }
}
