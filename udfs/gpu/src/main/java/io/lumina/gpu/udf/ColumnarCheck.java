package io.lumina.gpu.udf;

import io.lumina.gpu.check.Findings;
import io.lumina.gpu.luma.ByteRows;
import io.lumina.gpu.luma.HashPairs;
import io.lumina.gpu.luma.LumaAnswers;
import io.lumina.gpu.luma.LumaCases;
import io.lumina.gpu.luma.PlainLumas;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A Spark program for a machine with a GPU: runs every columnar function through SQL and compares
 * with the CPU. Started by {@code scripts/gpu-check --spark}; exit code 7 when anything is wrong.
 */
public final class ColumnarCheck {
  private static final int RANDOM_LUMAS = 100_000;
  private static final int PARTITIONS = 16;
  static final String ID = "id";

  /** What is checked of the plan of a call. */
  static final String IN_PLAN = "the plan runs %s on the GPU";

  private static final List<String> CALLS =
      List.of(
          "lumina_dhash(luma)",
          "lumina_ahash(luma)",
          "lumina_whash(luma)",
          "lumina_pdq(luma)",
          "lumina_pdq_quality(luma)",
          "lumina_sharpness(luma)");

  private static final StructType PICTURES =
      new StructType().add(ID, DataTypes.LongType, false).add("luma", DataTypes.BinaryType);

  private final SparkSession spark;
  private final String folder;
  private final int randomLumas;

  /**
   * @param folder where tables are written; not there yet
   */
  ColumnarCheck(SparkSession spark, String folder, int randomLumas) {
    this.spark = spark;
    this.folder = folder;
    this.randomLumas = randomLumas;
  }

  /** With a folder that is not there yet. */
  public static void main(String[] arguments) throws IOException {
    Findings findings = new Findings(System.out);
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      new ColumnarCheck(spark, arguments[0], RANDOM_LUMAS).run(findings);
    }
    System.exit(findings.verdict());
  }

  void run(Findings findings) {
    List<byte[]> lumas =
        Stream.of(LumaCases.extremes(), LumaCases.gaps(1), LumaCases.random(7, randomLumas))
            .flatMap(List::stream)
            .toList();
    pictures("lumas", lumas);
    pictures("nothing", List.of());
    pictures("nulls", Collections.nCopies(500, null));
    List<byte[]> broken = new ArrayList<>(LumaCases.random(3, 50));
    broken.set(20, new byte[1024]);
    pictures("broken", broken);
    HashTable hashes = new HashTable(HashPairs.random(5, randomLumas));
    hashes("hashes", hashes);
    hashes("unequal", new HashTable(HashPairs.broken(6, 50, 20)));
    hashes("half", new HashTable(HashPairs.ofNulls(500)));

    Dataset<Row> answers = answers("lumas", CALLS);
    findings.check("%,d lumas".formatted(lumas.size()), () -> compare(answers, lumas));
    plan(findings, answers, CALLS);
    Dataset<Row> distances = answers("hashes", HashTable.CALLS);
    findings.check("%,d pairs of hashes".formatted(randomLumas), () -> hashes.fault(distances));
    plan(findings, distances, HashTable.CALLS);
    findings.check("no rows", () -> compare(answers("nothing", CALLS), List.of()));
    findings.check(
        "nothing but nulls",
        () -> compare(answers("nulls", CALLS), Collections.nCopies(500, null)));
    findings.check(
        "pairs with nothing but nulls on one side",
        () -> new HashTable(HashPairs.ofNulls(500)).fault(answers("half", HashTable.CALLS)));
    findings.check(
        "a wrong length is refused",
        () -> refused(answers("broken", CALLS), "A luma has 4096 values (64x64), not 1024"));
    findings.check(
        "two lengths are refused",
        () ->
            refused(
                answers("unequal", HashTable.CALLS),
                "Hashes of 32 and 31 bytes cannot be compared"));
    findings.check("the same again", () -> compare(answers("lumas", CALLS), lumas));
  }

  private static void plan(Findings findings, Dataset<Row> answers, List<String> calls) {
    String plan = answers.queryExecution().executedPlan().toString();
    for (String call : calls) {
      findings.check(IN_PLAN.formatted(call), () -> inPlan(plan, call));
    }
  }

  private void pictures(String name, List<byte[]> lumas) {
    List<Row> rows = new ArrayList<>();
    for (byte[] luma : lumas) {
      rows.add(RowFactory.create((long) rows.size(), luma));
    }
    table(name, rows, PICTURES);
  }

  private void hashes(String name, HashTable hashes) {
    table(name, hashes.rows(), HashTable.SCHEMA);
  }

  private void table(String name, List<Row> rows, StructType schema) {
    // From a file, as in real life: rows of the driver would stay on the CPU.
    String path = folder + "-" + name;
    spark.createDataFrame(rows, schema).repartition(PARTITIONS).write().parquet(path);
    spark.read().parquet(path).createOrReplaceTempView(name);
  }

  private Dataset<Row> answers(String view, List<String> calls) {
    return spark.sql("SELECT id, " + String.join(", ", calls) + " FROM " + view);
  }

  private static Optional<String> inPlan(String plan, String call) {
    String function = call.substring(0, call.indexOf('('));
    boolean there =
        plan.lines()
            .anyMatch(
                line ->
                    line.contains("GpuProject")
                        && line.contains(function + "(")
                        && !line.toLowerCase(java.util.Locale.ROOT).contains("bridge"));
    return there ? Optional.empty() : Optional.of("it does not:\n" + plan);
  }

  private static Optional<String> compare(Dataset<Row> answers, List<byte[]> lumas) {
    LumaAnswers expected = new PlainLumas().answers(ByteRows.of(lumas));
    LumaAnswers found = collected(answers, lumas.size());
    return found.firstDifference(expected);
  }

  private static LumaAnswers collected(Dataset<Row> answers, int count) {
    Row[] rows = new Row[count];
    BitSet present = new BitSet(count);
    for (Row row : answers.collectAsList()) {
      int at = (int) row.getLong(0);
      rows[at] = row;
      present.set(at, !row.isNullAt(1));
    }
    LumaAnswers found =
        new LumaAnswers(
            present,
            new long[count],
            new long[count],
            new long[count],
            new byte[32 * present.cardinality()],
            new int[count],
            new double[count]);
    int answer = 0;
    for (int at = present.nextSetBit(0); at >= 0; at = present.nextSetBit(at + 1)) {
      found.dhash()[at] = rows[at].getLong(1);
      found.ahash()[at] = rows[at].getLong(2);
      found.whash()[at] = rows[at].getLong(3);
      System.arraycopy((byte[]) rows[at].get(4), 0, found.pdq(), 32 * answer++, 32);
      found.pdqQuality()[at] = rows[at].getInt(5);
      found.sharpness()[at] = rows[at].getDouble(6);
    }
    return found;
  }

  private static Optional<String> refused(Dataset<Row> answers, String message) {
    try {
      answers.collectAsList();
      return Optional.of("it was not");
    } catch (Exception refused) {
      // SparkException is checked, and nothing declares it.
      boolean said =
          Stream.iterate((Throwable) refused, cause -> cause != null, Throwable::getCause)
              .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(message));
      return said ? Optional.empty() : Optional.of(refused.toString());
    }
  }
}
