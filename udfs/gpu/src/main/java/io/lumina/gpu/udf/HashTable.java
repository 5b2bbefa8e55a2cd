package io.lumina.gpu.udf;

import io.lumina.gpu.luma.ByteRows;
import io.lumina.gpu.luma.Distances;
import io.lumina.gpu.luma.HashPairs;
import io.lumina.gpu.luma.PlainDistances;
import io.lumina.hash.Hamming;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table of pairs of hashes, as longs and as bytes, with nulls on either side, and the distances
 * that SQL must give.
 *
 * @param pairs the bytes; the longs follow from the number of the row
 */
record HashTable(HashPairs pairs) {
  /** What SQL computes of it, after the id. */
  static final List<String> CALLS =
      List.of("lumina_hamming(first, second)", "lumina_hamming(left, right)");

  static final StructType SCHEMA =
      new StructType()
          .add(ColumnarCheck.ID, DataTypes.LongType, false)
          .add("first", DataTypes.LongType)
          .add("second", DataTypes.LongType)
          .add("left", DataTypes.BinaryType)
          .add("right", DataTypes.BinaryType);

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int at = 0; at < pairs.a().size(); at++) {
      rows.add(
          RowFactory.create(
              (long) at, first(at), second(at), pairs.a().get(at), pairs.b().get(at)));
    }
    return rows;
  }

  private static Long first(int at) {
    return at % 7 == 3 ? null : at * 0x9e3779b97f4a7c15L;
  }

  private static Long second(int at) {
    return at % 11 == 5 ? null : at * 0xc2b2ae3d27d4eb4fL;
  }

  /** What is wrong with the answers, in which each row has the id and both distances. */
  Optional<String> fault(Dataset<Row> answers) {
    int count = pairs.a().size();
    Distances longs = new Distances(new BitSet(), new int[count]);
    Distances bytes = new Distances(new BitSet(), new int[count]);
    for (Row row : answers.collectAsList()) {
      put(row, 1, longs);
      put(row, 2, bytes);
    }
    return longs
        .firstDifference(expectedLongs(count))
        .or(
            () ->
                bytes.firstDifference(
                    new PlainDistances()
                        .distances(ByteRows.of(pairs.a()), ByteRows.of(pairs.b()))));
  }

  private static void put(Row row, int column, Distances distances) {
    int at = (int) row.getLong(0);
    if (!row.isNullAt(column)) {
      distances.present().set(at);
      distances.bits()[at] = row.getInt(column);
    }
  }

  private static Distances expectedLongs(int count) {
    Distances expected = new Distances(new BitSet(), new int[count]);
    for (int at = 0; at < count; at++) {
      Long a = first(at);
      Long b = second(at);
      if (a != null && b != null) {
        expected.present().set(at);
        expected.bits()[at] = Hamming.distance(a, b);
      }
    }
    return expected;
  }
}
