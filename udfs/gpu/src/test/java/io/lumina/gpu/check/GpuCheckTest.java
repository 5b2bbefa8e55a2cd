package io.lumina.gpu.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lumina.gpu.driver.Driver;
import io.lumina.gpu.driver.Probe;
import io.lumina.gpu.luma.ByteRows;
import io.lumina.gpu.luma.DistanceEngine;
import io.lumina.gpu.luma.Distances;
import io.lumina.gpu.luma.LumaAnswers;
import io.lumina.gpu.luma.LumaEngine;
import io.lumina.gpu.luma.PlainDistances;
import io.lumina.gpu.luma.PlainLumas;
import io.lumina.hash.PairSearch;
import io.lumina.hash.PlainPairs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check itself, with the CPU in the place of the GPU. */
class GpuCheckTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private DistanceEngine distances = new PlainDistances();

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private int verdict(LumaEngine engine, PairSearch search) {
    Findings findings = new Findings(out);
    new LumaChecks(() -> engine, 300).run(findings);
    new HammingChecks(distances, 500).run(findings);
    new PairChecks(search, 400).run(findings);
    return findings.verdict();
  }

  @Test
  void a_machine_without_a_gpu_is_exit_1_with_the_reason() {
    assumeThat(Driver.probe()).isInstanceOf(Probe.Missing.class);
    assertThat(GpuCheck.run(List.of(), out)).isEqualTo(1);
    assertThat(printed()).startsWith("GPU: the NVIDIA driver ");
  }

  @Test
  void what_a_task_of_spark_throws_is_a_wrong_line_and_the_next_check_follows() {
    Findings findings = new Findings(out);
    findings.check(
        "one",
        () -> {
          throw new org.apache.spark.SparkException("Job aborted");
        });
    assertThat(printed()).contains("one").contains("WRONG: org.apache.spark.SparkException");
    findings.check("two", java.util.Optional::empty);
    assertThat(findings.verdict()).isEqualTo(7);
    assertThat(printed()).contains("correct").contains("1 of 2 checks are WRONG.");
  }

  @Test
  void an_unknown_option_is_exit_1() {
    assertThat(GpuCheck.run(List.of("--fast"), out)).isEqualTo(1);
    assertThat(printed())
        .isEqualToIgnoringNewLines("gpu-check: takes [--quick, --answers], not [--fast]");
  }

  @Test
  void the_stages_that_stay_on_the_cpu_are_timed_beside_no_device() {
    assertThat(PictureRates.canDecode()).isTrue();
    List<Stage> stages = new PictureRates(new CpuRates(0.1), 1).stages();
    assertThat(stages).extracting(Stage::name).containsExactly("decode, with its luma", "luma");
    assertThat(stages).allMatch(stage -> stage.oneCore() > 0 && stage.device() == 0);
    assertThat(stages.get(0).line()).contains("(pictures)").contains("MB, 12 megapixels");
  }

  @Test
  void right_answers_are_exit_0() {
    assertThat(verdict(new PlainLumas(), new PlainPairs())).as(printed()).isZero();
    assertThat(printed()).doesNotContain("WRONG").contains("All 16 checks are correct.");
  }

  @Test
  void one_wrong_bit_of_one_hash_is_exit_7_and_is_named() {
    LumaEngine spoilt =
        lumas -> {
          LumaAnswers answers = new PlainLumas().answers(lumas);
          if (lumas.count() == 300) {
            answers.whash()[299] ^= 1;
          }
          return answers;
        };
    assertThat(verdict(spoilt, new PlainPairs())).isEqualTo(7);
    assertThat(printed())
        .contains("WRONG: batch 0, row 299: whash is ")
        .contains("1 of 16 checks are WRONG.");
  }

  @Test
  void a_wrong_answer_to_a_wrong_length_is_found() {
    LumaEngine lenient =
        lumas -> {
          try {
            return new PlainLumas().answers(lumas);
          } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("no");
          }
        };
    assertThat(verdict(lenient, new PlainPairs())).isEqualTo(7);
    assertThat(printed()).contains("WRONG: no, not A luma has 4096 values (64x64), not 1024;");
  }

  @Test
  void distances_that_are_always_null_or_0_are_found() {
    distances =
        new DistanceEngine() {
          @Override
          public int[] distances(long[] a, long[] b) {
            return new int[a.length];
          }

          @Override
          public Distances distances(ByteRows a, ByteRows b) {
            return new Distances(new java.util.BitSet(), new int[a.count()]);
          }
        };
    assertThat(verdict(new PlainLumas(), new PlainPairs())).isEqualTo(7);
    assertThat(printed())
        .contains("row 1: one has no distance, the other one")
        .contains("an answer, not Hashes of 32 and 31 bytes cannot be compared")
        .contains("4 of 16 checks are WRONG.");
  }

  @Test
  void a_missing_pair_is_found() {
    PairSearch forgetful =
        new PairSearch() {
          private final PairSearch plain = new PlainPairs();

          @Override
          public String name() {
            return "forgetful";
          }

          @Override
          public void within(io.lumina.hash.HashRun run, int threshold, PairSink sink) {
            plain.within(run, threshold, (a, b) -> tell(a, b, sink));
          }

          @Override
          public void between(
              io.lumina.hash.HashRun a, io.lumina.hash.HashRun b, int threshold, PairSink sink) {
            plain.between(a, b, threshold, (i, j) -> tell(i, j, sink));
          }

          private void tell(int a, int b, PairSink sink) {
            if (a % 100 != 8) {
              sink.near(a, b);
            }
          }

          @Override
          public void close() {}
        };
    assertThat(verdict(new PlainLumas(), forgetful)).isEqualTo(7);
    assertThat(printed()).contains("pairs of 400 64-bit hashes within 5").contains("there");
  }
}
