package io.lumina.gpu.udf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rapids.cudf.DType;
import ai.rapids.cudf.HostColumnVector;
import ai.rapids.cudf.HostColumnVector.BasicType;
import ai.rapids.cudf.HostColumnVector.ListType;
import io.lumina.gpu.driver.CudaFailure;
import io.lumina.gpu.luma.LumaCases;
import io.lumina.udf.DifferenceHashUdf;
import io.lumina.udf.HammingBinaryUdf;
import io.lumina.udf.HammingUdf;
import io.lumina.udf.PdqUdf;
import io.lumina.udf.SharpnessUdf;
import java.util.ArrayList;
import java.util.List;
import jcuda.CudaException;
import org.junit.jupiter.api.Test;

/** What happens to a batch that the device does not take, in the memory of the host. */
class CpuFallbackTest {
  private static HostColumnVector bytes(byte[]... rows) {
    return bytes(java.util.Arrays.asList(rows));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static HostColumnVector bytes(List<byte[]> rows) {
    List<Byte>[] lists = new List[rows.size()];
    for (int row = 0; row < lists.length; row++) {
      byte[] bytes = rows.get(row);
      if (bytes != null) {
        lists[row] = new ArrayList<>();
        for (byte each : bytes) {
          lists[row].add(each);
        }
      }
    }
    return HostColumnVector.fromLists(new ListType(true, new BasicType(false, DType.UINT8)), lists);
  }

  @Test
  void what_the_driver_refuses_is_computed_on_the_cpu_and_counted() {
    long before = CpuFallback.rows();
    String one =
        CpuFallback.unless(
            100,
            () -> {
              throw new CudaFailure("The driver does not take the kernels");
            },
            () -> "cpu");
    String other =
        CpuFallback.unless(
            20,
            () -> {
              throw new CudaException("CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES");
            },
            () -> "cpu");
    assertThat(List.of(one, other)).containsExactly("cpu", "cpu");
    assertThat(CpuFallback.rows() - before).isEqualTo(120);
  }

  @Test
  void what_the_device_computes_is_taken_and_what_is_wrong_with_a_row_is_said() {
    long before = CpuFallback.rows();
    String answer = CpuFallback.unless(9, () -> "gpu", () -> "cpu");
    assertThat(answer).isEqualTo("gpu");
    assertThatThrownBy(
            () ->
                CpuFallback.unless(
                    9,
                    () -> {
                      throw new IllegalArgumentException("A luma has 4096 values");
                    },
                    () -> "cpu"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(CpuFallback.rows()).isEqualTo(before);
  }

  @Test
  void answers_of_lumas_are_those_of_the_function_and_null_where_it_gives_none() {
    List<byte[]> lumas = LumaCases.gaps(1);
    try (HostColumnVector column = bytes(lumas);
        HostColumnVector hashes = new CpuAnswers(DType.INT64).of(column, new DifferenceHashUdf());
        HostColumnVector pdqs = new CpuAnswers(DType.LIST).of(column, new PdqUdf());
        HostColumnVector sharp = new CpuAnswers(DType.FLOAT64).of(column, new SharpnessUdf())) {
      for (int row = 0; row < lumas.size(); row++) {
        Long hash = new DifferenceHashUdf().call(lumas.get(row));
        assertThat(hashes.isNull(row)).isEqualTo(hash == null);
        assertThat(pdqs.isNull(row)).isEqualTo(hash == null);
        if (hash != null) {
          assertThat(hashes.getLong(row)).isEqualTo(hash);
          assertThat(pdqs.getBytesFromList(row)).isEqualTo(new PdqUdf().call(lumas.get(row)));
          assertThat(sharp.getDouble(row)).isEqualTo(new SharpnessUdf().call(lumas.get(row)));
        }
      }
    }
  }

  @Test
  void distances_are_null_where_either_hash_is() {
    try (HostColumnVector a = HostColumnVector.fromBoxedLongs(7L, null, 1L);
        HostColumnVector b = HostColumnVector.fromBoxedLongs(0L, 1L, null);
        HostColumnVector longs = new CpuAnswers(DType.INT32).ofLongs(a, b, new HammingUdf());
        HostColumnVector c = bytes(new byte[] {1, -1}, null, new byte[0]);
        HostColumnVector d = bytes(new byte[] {0, 0}, new byte[1], new byte[0]);
        HostColumnVector bytes =
            new CpuAnswers(DType.INT32).ofBytes(c, d, new HammingBinaryUdf())) {
      assertThat(longs.getInt(0)).isEqualTo(3);
      assertThat(longs.isNull(1)).isTrue();
      assertThat(longs.isNull(2)).isTrue();
      assertThat(bytes.getInt(0)).isEqualTo(9);
      assertThat(bytes.isNull(1)).isTrue();
      assertThat(bytes.getInt(2)).isZero();
    }
  }
}
