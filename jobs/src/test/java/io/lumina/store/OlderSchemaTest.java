package io.lumina.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.table.TableSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class OlderSchemaTest {

  @Test
  void what_an_older_version_did_not_write_is_null_also_inside_of_columns() {
    StructType older =
        StructType.fromDDL(
            "list ARRAY<STRUCT<a: INT>>, name STRING, inner STRUCT<x: STRING, deep: STRUCT<p:"
                + " INT>>");
    StructType newer =
        StructType.fromDDL(
            "name STRING, extra BIGINT, inner STRUCT<x: STRING, deep: STRUCT<p: INT, q: INT>, y:"
                + " INT>, list ARRAY<STRUCT<a: INT, b: STRING>>");
    Dataset<Row> rows =
        SharedSpark.session()
            .createDataFrame(
                List.of(
                    RowFactory.create(
                        List.of(RowFactory.create(1)),
                        "one",
                        RowFactory.create("x", RowFactory.create(7))),
                    RowFactory.create(null, "two", null)),
                older);

    Dataset<Row> grown =
        OlderSchema.grown(rows, new TableSpec("table", newer, List.of(), List.of("name")));

    assertThat(grown.schema().fieldNames()).containsExactly("name", "extra", "inner", "list");
    assertThat(grown.schema().apply("inner").dataType().catalogString())
        .isEqualTo("struct<x:string,deep:struct<p:int,q:int>,y:int>");
    assertThat(grown.collectAsList().stream().map(Row::toString))
        .containsExactly("[one,null,[x,[7,null],null],ArraySeq([1,null])]", "[two,null,null,null]");
  }
}
