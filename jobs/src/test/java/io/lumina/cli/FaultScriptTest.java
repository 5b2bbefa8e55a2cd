package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code scripts/fault-tests} makes of what the tests wrote down; Maven is stood for. */
class FaultScriptTest {
  @TempDir Path folder;

  /** Columns with bars between them, rows with semicolons. */
  private Cli.Ended rounds(String fault, String rows, int maven) throws Exception {
    Checkout checkout = new Checkout(folder.resolve("lumina"));
    Checkout.program(
        folder.resolve("bin/mvn"),
        """
        for each in "$@"; do
          case $each in -Dlumina.faults.figures=*) figures=${each#*=} ;; esac
        done
        [ -z '%1$s' ] || tr '|;' '\\t\\n' <<<'%1$s' >>"$figures"
        exit %2$d\
        """
            .formatted(rows, maven));
    return new Launcher(folder, checkout.path("scripts/fault-tests"))
        .with("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"))
        .run(fault, "--rounds", "2", "--seed", "3");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "driver, driver|2|2|1 (scan 1)|0 of 2|0|0|9|, 0, -",
        "task, task|2|2|0|0 of 2|3|0|9|, 0, -",
        "reader, reader|2|2|0|0 of 90|0|0|9|, 0, -",
        "two-runs, two-runs|2|2|0|0 of 0|0|0|9|;dead holder|2|2|0|0 of 0|0|0|9|, 0, -",
        "driver, driver|2|2|1 (scan 1)|0 of 2|0|0|9|, 1, ''",
        "driver, '', 0, driver: no test wrote a row",
        "driver, executor|2|2|2|0 of 2|0|0|9|, 0, driver: no test wrote a row",
        "driver, 'driver|1|1|1|0 of 2|0|0|9|', 0, 'driver: 1 rounds were run, 2 were asked for'",
        "driver, driver|2|1|1 (scan 1)|0 of 2|0|0|9|, 0, driver: 1 of 2 rounds were good",
        "disk, disk|2|2|0|0 of 2|0|0|9|, 0, disk: the fault never struck",
        "reader, reader|2|2|0|1 of 90|0|0|9|, 0, reader: 1 of 90 looks saw a part",
        "two-runs, two-runs|2|2|0|0 of 0|0|0|9|;dead holder|2|1|0|0 of 0|0|0|9|, 0,"
            + " dead holder: 1 of 2 rounds were good",
      })
  void rounds_that_were_not_run_or_did_not_strike_are_not_as_they_should_be(
      String fault, String rows, int maven, String missing) throws Exception {
    Cli.Ended ended = rounds(fault, rows, maven);
    assertThat(ended.exit()).as(ended.err()).isEqualTo(missing == null ? 0 : 1);
    String failed = "fault-tests: not as it should be: " + fault + "; see target/fault-*.log\n";
    assertThat(ended.err())
        .isEqualTo(
            missing == null
                ? ""
                : (missing.isEmpty() ? "" : "fault-tests: " + missing + "\n") + failed);
    assertThat(ended.out()).contains("seed 3").contains("left behind");
  }

  @Test
  void an_unknown_fault_is_told_all_that_there_are() throws Exception {
    Cli.Ended ended =
        new Launcher(folder, Launcher.script("fault-tests")).run("vanish", "--rounds", "1");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo(
            "fault-tests: there is no fault 'vanish'; usage: scripts/fault-tests [driver executor"
                + " postgres task disk commit sources two-runs reader identity start act all"
                + " vanished] [--rounds N]"
                + " [--seed S]\n");
  }
}
