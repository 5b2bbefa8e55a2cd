package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The schedules that are shipped, as far as the tools of this machine can check them. */
class SchedulesTest {
  private static final Path SCHEDULES =
      Launcher.script("lumina").getParent().resolveSibling("conf/schedules");

  @TempDir Path folder;

  @Test
  void systemd_takes_the_service_and_the_timer() throws Exception {
    Tools tools = new Tools(folder);
    tools.assume("systemd-analyze", "--version");
    // The program does not lie where the file says it will.
    Files.writeString(
        folder.resolve("lumina.service"),
        read("lumina.service")
            .replace("/opt/lumina/scripts/lumina", Launcher.script("lumina") + ""));
    Files.writeString(folder.resolve("lumina.timer"), read("lumina.timer"));
    Tools.Ran ran = tools.run("systemd-analyze", "verify", "lumina.service", "lumina.timer");
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.out()).doesNotContain("lumina.service:").doesNotContain("lumina.timer:");
  }

  @Test
  void a_missed_night_is_made_up_for_and_only_exit_5_is_tried_again() throws IOException {
    assertThat(read("lumina.timer")).containsPattern("(?m)^Persistent=true$");
    assertThat(read("lumina.service"))
        .containsPattern("(?m)^Restart=no$")
        .containsPattern("(?m)^RestartForceExitStatus=5$")
        .containsPattern("(?m)^SuccessExitStatus=6$");
  }

  @Test
  void python_compiles_the_dag_of_one_active_run() throws Exception {
    Tools tools = new Tools(folder);
    tools.assume("python3", "--version");
    Path dag = Files.writeString(folder.resolve("lumina_nightly.py"), read("lumina_nightly.py"));
    Tools.Ran ran = tools.run("python3", "-m", "py_compile", dag + "");
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(read("lumina_nightly.py"))
        .contains("max_active_runs=1")
        .contains("catchup=False")
        .contains("if code == TEMPORARY:\n            raise RuntimeError")
        .contains("raise AirflowFailException");
  }

  @Test
  void the_cron_line_has_five_fields_a_lock_a_command_that_is_there_and_a_log_that_ages()
      throws IOException {
    List<String> lines =
        read("lumina.cron").lines().filter(line -> line.matches("[0-9*].*")).toList();
    assertThat(lines).hasSize(1);
    String[] words = lines.get(0).split(" +");
    assertThat(Arrays.copyOf(words, 5)).containsExactly("0", "2", "*", "*", "*");
    assertThat(lines.get(0)).contains("flock --nonblock").endsWith(" | logger -t lumina");
    assertThat(lines.get(0)).doesNotContain("%").doesNotContain(">>");
    int program = Arrays.asList(words).indexOf("/opt/lumina/scripts/lumina");
    assertThat(parsed(Arrays.copyOf(words, Arrays.asList(words).indexOf("2>&1")), program + 1))
        .isEqualTo("nightly");
  }

  /** The command line understands the words; the name of the command. */
  private static String parsed(String[] words, int from) {
    return new CommandLine(new Lumina())
        .parseArgs(Arrays.copyOfRange(words, from, words.length))
        .subcommand()
        .commandSpec()
        .name();
  }

  private static String read(String file) throws IOException {
    return Files.readString(SCHEDULES.resolve(file));
  }
}
