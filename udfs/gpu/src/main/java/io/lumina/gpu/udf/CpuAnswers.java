package io.lumina.gpu.udf;

import ai.rapids.cudf.DType;
import ai.rapids.cudf.HostColumnVector;
import ai.rapids.cudf.HostColumnVector.BasicType;
import ai.rapids.cudf.HostColumnVector.ListType;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;

/** Answers of functions on the CPU as a column of cuDF in the memory of the host. */
final class CpuAnswers {
  private final DType type;

  /**
   * @param type INT32, INT64, FLOAT64, or LIST for bytes
   */
  CpuAnswers(DType type) {
    this.type = type;
  }

  /** Of a column of bytes. */
  HostColumnVector of(HostColumnVector bytes, UDF1<byte[], ?> plain) {
    return column(bytes, row -> plain.call(bytes(bytes, row)));
  }

  /** Of two columns of bytes. */
  HostColumnVector ofBytes(HostColumnVector a, HostColumnVector b, UDF2<byte[], byte[], ?> plain) {
    return column(a, row -> plain.call(bytes(a, row), bytes(b, row)));
  }

  /** Of two columns of longs. */
  HostColumnVector ofLongs(HostColumnVector a, HostColumnVector b, UDF2<Long, Long, ?> plain) {
    return column(a, row -> plain.call(number(a, row), number(b, row)));
  }

  private interface Answer {
    Object at(int row) throws Exception;
  }

  private HostColumnVector column(HostColumnVector of, Answer answer) {
    List<Object> answers = new ArrayList<>();
    try {
      for (int row = 0; row < of.getRowCount(); row++) {
        answers.add(answer.at(row));
      }
    } catch (RuntimeException said) {
      throw said;
    } catch (Exception other) {
      throw new IllegalStateException(other);
    }
    return switch (type.getTypeId()) {
      case INT32 -> HostColumnVector.fromBoxedInts(answers.toArray(Integer[]::new));
      case INT64 -> HostColumnVector.fromBoxedLongs(answers.toArray(Long[]::new));
      case FLOAT64 -> HostColumnVector.fromBoxedDoubles(answers.toArray(Double[]::new));
      case LIST -> lists(answers);
      default -> throw new IllegalArgumentException("No function answers with " + type);
    };
  }

  private static HostColumnVector lists(List<Object> answers) {
    // Java makes no arrays of generic types.
    @SuppressWarnings({"unchecked", "rawtypes"})
    List<Byte>[] lists = new List[answers.size()];
    for (int row = 0; row < lists.length; row++) {
      lists[row] = boxed((byte[]) answers.get(row));
    }
    return HostColumnVector.fromLists(new ListType(true, new BasicType(false, DType.UINT8)), lists);
  }

  private static List<Byte> boxed(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    List<Byte> boxed = new ArrayList<>(bytes.length);
    for (byte each : bytes) {
      boxed.add(each);
    }
    return boxed;
  }

  private static byte[] bytes(HostColumnVector column, int row) {
    return column.isNull(row) ? null : column.getBytesFromList(row);
  }

  private static Long number(HostColumnVector column, int row) {
    return column.isNull(row) ? null : column.getLong(row);
  }
}
