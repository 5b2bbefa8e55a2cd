package io.lumina.gpu.udf;

import com.nvidia.spark.rapids.ExplainPlan;
import io.lumina.gpu.luma.LumaCases;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A Spark program that prints, for each expression, what the plugin would do with it. */
public final class ExplainMain {
  /** Begins the text of one expression. */
  static final String MARK = "=== ";

  private ExplainMain() {}

  /** A folder to write to, then SQL expressions of the columns luma, hash and bytes. */
  public static void main(String[] arguments) throws java.io.IOException {
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      String folder = arguments[0];
      rows(spark).write().parquet(folder);
      spark.read().parquet(folder).createOrReplaceTempView("pictures");
      // The UDF that anybody writes: a lambda.
      spark
          .udf()
          .register(
              "ordinary",
              (UDF1<byte[], Long>) luma -> luma == null ? null : (long) luma.length,
              DataTypes.LongType);
      for (int i = 1; i < arguments.length; i++) {
        Dataset<Row> query = spark.sql("SELECT " + arguments[i] + " AS answer FROM pictures");
        System.out.println(MARK + arguments[i]);
        System.out.println(ExplainPlan.explainPotentialGpuPlan(query, "ALL"));
        System.out.println("answers " + query.filter("answer IS NOT NULL").count());
      }
      System.out.println(MARK);
    }
  }

  private static Dataset<Row> rows(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (byte[] luma : LumaCases.gaps(1)) {
      rows.add(RowFactory.create(luma, (long) rows.size(), new byte[] {(byte) rows.size(), 1}));
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("luma", DataTypes.BinaryType)
            .add("hash", DataTypes.LongType)
            .add("bytes", DataTypes.BinaryType));
  }
}
