package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class HelpTest {

  @TestFactory
  List<DynamicTest> every_command_explains_itself_and_each_of_its_options() {
    List<DynamicTest> tests = new ArrayList<>();
    explain(new CommandLine(new Lumina()), List.of(), tests);
    assertThat(tests).hasSizeGreaterThan(16);
    return tests;
  }

  @Test
  void every_command_of_the_specification_is_there() {
    assertThat(new CommandLine(new Lumina()).getSubcommands())
        .containsKeys(
            "catalog",
            "migrate",
            "scan",
            "analyze",
            "bursts",
            "duplicates",
            "publish",
            "nightly",
            "report",
            "evaluate",
            "explain",
            "sql",
            "watch",
            "organize",
            "resolve",
            "plan",
            "trash",
            "undo");
    assertThat(new CommandLine(new Lumina()).getSubcommands().get("catalog").getSubcommands())
        .containsKeys("create", "list", "show", "drop");
  }

  @Test
  void a_wrong_option_is_named_before_what_is_missing_because_of_it() {
    Cli.Ended wrong = Cli.run("organize", "--too", "/tmp/x");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err())
        .contains("There is no option '--too'; did you mean '--to'? See: lumina organize --help");

    assertThat(Cli.run("organize").err()).contains("Missing required option: '--to=DIR'");
  }

  private static void explain(CommandLine command, List<String> path, List<DynamicTest> tests) {
    if (path.contains("help")) {
      return;
    }
    tests.add(DynamicTest.dynamicTest("lumina " + String.join(" ", path), () -> check(path)));
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              List<String> below = new ArrayList<>(path);
              below.add(name);
              explain(sub, below, tests);
            });
  }

  private static void check(List<String> path) {
    CommandLine command = new CommandLine(new Lumina());
    for (String name : path) {
      command = command.getSubcommands().get(name);
    }
    List<String> arguments = new ArrayList<>(path);
    arguments.add("--help");
    Cli.Ended help = Cli.run(arguments.toArray(String[]::new));
    assertThat(help.exit()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    for (OptionSpec option : command.getCommandSpec().options()) {
      assertThat(option.description()).as(option.longestName()).isNotEmpty();
      assertThat(help.out()).contains(option.longestName());
    }
    for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
      assertThat(parameter.description()).as(parameter.paramLabel()).isNotEmpty();
    }
    command.getSubcommands().keySet().forEach(name -> assertThat(help.out()).contains("  " + name));
  }
}
