package io.lumina.library;

import io.lumina.catalog.Decisions;
import io.lumina.catalog.Statuses;
import io.lumina.postgres.Database;
import io.lumina.table.DecisionRows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What people decided in a catalog as {@link DecisionRows}: decisions first, then statuses. */
public final class DecidedRows {
  private DecidedRows() {}

  public static List<Row> of(Database database, UUID catalogId) {
    List<Row> rows = new ArrayList<>();
    new Decisions(database)
        .of(catalogId)
        .forEach(decision -> rows.add(row(decision.kind(), seq(decision.checksums()), null)));
    new Statuses(database)
        .of(catalogId)
        .forEach((status, images) -> rows.add(row(status, null, seq(images))));
    return rows;
  }

  /** As rows hold a list, also those that no DataFrame made. */
  private static Seq<String> seq(List<String> values) {
    return CollectionConverters.asScala(values).toSeq();
  }

  private static Row row(Object... values) {
    return new GenericRowWithSchema(values, DecisionRows.SCHEMA);
  }
}
