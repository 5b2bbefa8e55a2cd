package io.lumina.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.config.LuminaConf;
import io.lumina.duplicates.BurstMode;
import io.lumina.duplicates.DuplicatesConfig;
import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.rule.Rotations;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.failure.LuminaException;
import io.lumina.run.step.JobConfigs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DuplicatesOptionsTest {
  private static final LuminaConf DEFAULTS = LuminaConf.load(Optional.empty(), Map.of());

  @Test
  void without_options_the_configuration_stays_as_it_is() {
    assertThat(conf(DEFAULTS).toJson()).isEqualTo(DEFAULTS.toJson());
  }

  @Test
  void each_option_overrides_its_key_whether_it_came_from_the_defaults_or_from_a_setting() {
    LuminaConf set = LuminaConf.load(Optional.empty(), Map.of("duplicates.profile", "consensus"));
    DuplicatesConfig config =
        config(
            set,
            "--profile=dhash",
            "--threshold=20",
            "--recall=best-effort",
            "--rotations",
            "--bursts=exclude-all");
    assertThat(config.profile()).isEqualTo(Profile.DHASH);
    assertThat(config.threshold()).isEqualTo(20);
    assertThat(config.recall()).isEqualTo(Recall.BEST_EFFORT);
    assertThat(config.rotations()).isEqualTo(Rotations.COMPARED);
    assertThat(config.bursts()).isEqualTo(BurstMode.EXCLUDE_ALL);
  }

  @Test
  void a_threshold_counts_bits_of_the_hash_of_its_profile() {
    DuplicatesConfig config = config(DEFAULTS, "--profile=pdq", "--threshold=60");
    assertThat(config.pdqThreshold()).isEqualTo(60);
    assertThat(config.threshold()).isEqualTo(5);
    LuminaConf byKey = LuminaConf.load(Optional.empty(), Map.of("duplicates.profile", "pdq"));
    assertThat(config(byKey, "--threshold=60").pdqThreshold()).isEqualTo(60);
    assertThatThrownBy(() -> config(DEFAULTS, "--threshold=60"))
        .isInstanceOf(LuminaException.class)
        .hasMessageContaining("duplicates.threshold is 60");
  }

  @Test
  void what_a_step_depends_on_changes_with_an_option_and_not_with_one_that_says_the_same() {
    String before = DEFAULTS.toJson("duplicates");
    assertThat(conf(DEFAULTS, "--threshold=5", "--profile=consensus").toJson("duplicates"))
        .isEqualTo(before);
    for (String option :
        List.of("--threshold=4", "--profile=dhash", "--recall=best-effort", "--rotations")) {
      assertThat(conf(DEFAULTS, option).toJson("duplicates")).as(option).isNotEqualTo(before);
    }
  }

  private static DuplicatesConfig config(LuminaConf conf, String... arguments) {
    return new JobConfigs(conf(conf, arguments)).duplicates(List.of());
  }

  private static LuminaConf conf(LuminaConf conf, String... arguments) {
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();
    DuplicatesOptions options = new DuplicatesOptions();
    spec.addMixin("duplicates", CommandLine.Model.CommandSpec.forAnnotatedObject(options));
    new CommandLine(spec).parseArgs(arguments);
    return options.in(conf);
  }
}
