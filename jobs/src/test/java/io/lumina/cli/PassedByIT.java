package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.faults.DeadMachine;
import io.lumina.faults.FaultyDisk;
import io.lumina.postgres.Ask;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Steps after one that died, on the shared small library, which is left as it was. */
class PassedByIT {
  private static final String LAST =
      "(SELECT id FROM lumina.jobs WHERE job_type = '%s' ORDER BY created_at DESC LIMIT 1)";

  private final FirstNight first = FirstNight.shared();
  private final Ask ask = first.ask();

  @Test
  void nobody_is_shown_groups_of_one_run_with_members_of_another() throws Exception {
    Map<String, String> shown = TableState.rows(ask);
    String explained = explained();
    Map<String, Long> versions = TableState.versions(first.home());

    DeadMachine machine = DeadMachine.afterCommitOf(GroupsTable.SPEC.name());
    Cli.Ended died = FaultyDisk.during(machine, () -> command("duplicates", other()));
    assertThat(died.exit()).as(died.err()).isEqualTo(2);
    assertThat(died.err())
        .startsWith("lumina: Unexpected failure, a bug in step duplicates of run ")
        .contains(", catalog 'Holiday 2019': please report what follows");
    assertThat(TableState.versions(first.home()))
        .containsEntry(GroupsTable.SPEC.name(), versions.get(GroupsTable.SPEC.name()) + 1)
        .containsEntry(MembersTable.SPEC.name(), versions.get(MembersTable.SPEC.name()));

    assertThat(command("publish").out())
        .contains("note        Read as lumina duplicates left them: duplicate_groups. They were");
    assertThat(TableState.rows(ask)).as("published").isEqualTo(shown);
    assertThat(explained()).as("explained").isEqualTo(explained);

    Cli.Ended night = night();
    assertThat(night.out()).doesNotContainPattern("duplicates [0-9.]+ m?s, passed by");
    assertThat(TableState.rows(ask)).as("after the next night").isEqualTo(shown);
    assertThat(night().out()).containsPattern("duplicates [0-9.]+ m?s, passed by");
    assertThat(TableState.rows(ask)).as("after one more").isEqualTo(shown);
  }

  @Test
  void a_publish_that_died_between_its_commit_and_its_success_is_done_again() {
    Map<String, String> shown = TableState.rows(ask);
    assertThat(command("publish", "--set", "analyze.time-zone=Asia/Tokyo").exit()).isZero();
    assertThat(TableState.rows(ask)).isNotEqualTo(shown);
    died("publish");
    night();
    assertThat(TableState.rows(ask)).isEqualTo(shown);
  }

  @Test
  void a_listing_that_is_read_in_part_goes_no_further_than_analyze() {
    // One of its own: the row of the first night stays as it is.
    assertThat(command("analyze").exit()).isZero();
    died("analyze");
    try {
      Cli.Ended refused = command("bursts");
      assertThat(refused.exit()).isEqualTo(4);
      assertThat(refused.err())
          .hasLineCount(1)
          .contains("The last lumina analyze of catalog 'Holiday 2019' died");
    } finally {
      assertThat(command("analyze").exit()).isZero();
    }
    assertThat(command("bursts").exit()).isZero();
  }

  /** What the ledger has of a step whose process was killed before its last word. */
  private void died(String step) {
    ask.execute(
        "UPDATE lumina.jobs SET status = 'FAILURE', exit_code = 2, result = NULL WHERE id = "
            + LAST.formatted(step));
  }

  private String explained() {
    Cli.Ended ended = command("explain", "rose-q75.jpg");
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended.out();
  }

  private static String[] other() {
    return Variation.PROFILE.arguments();
  }

  private Cli.Ended night() {
    Cli.Ended ended = command("nightly", "--set", "analyze.max-failed-fraction=0.5");
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended;
  }

  private Cli.Ended command(String name, String... more) {
    List<String> all = new ArrayList<>(List.of(name));
    all.addAll(Arrays.asList(more));
    all.addAll(List.of("--home", first.home().toString()));
    return Cli.run(all.toArray(String[]::new));
  }
}
