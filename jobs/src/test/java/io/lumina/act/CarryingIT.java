package io.lumina.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.act.file.Carrier;
import io.lumina.act.file.Direction;
import io.lumina.act.file.Journal;
import io.lumina.act.file.MadeUnits;
import io.lumina.act.file.Operation;
import io.lumina.act.file.OperationKind;
import io.lumina.act.file.PlanUnit;
import io.lumina.act.file.Trees;
import io.lumina.act.plan.Operations;
import io.lumina.act.plan.Plan;
import io.lumina.act.plan.PlanKind;
import io.lumina.act.plan.PlanState;
import io.lumina.act.plan.PlanWriter;
import io.lumina.act.plan.PlannedOperation;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.job.Progress;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.store.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans between the database, the journal and the disk, when one of them is behind the others. */
class CarryingIT {
  @TempDir private Path folder;
  private final Database database = SharedPostgres.database();
  private Path source;
  private Path target;
  private List<Operation> operations;
  private Plan plan;
  private Map<String, Long> before;

  @BeforeEach
  void plan() throws IOException {
    source = Files.createDirectories(folder.resolve("source"));
    target = Files.createDirectories(folder.resolve("target"));
    operations =
        MadeUnits.make(source, target, OperationKind.MOVE, 30, 11).stream()
            .map(PlanUnit::operations)
            .flatMap(List::stream)
            .toList();
    before = Trees.contents(source);
    Catalog catalog =
        new Catalogs(database).create("carrying " + System.nanoTime(), List.of(source.toString()));
    plan =
        new Plan(
            UUID.randomUUID(),
            catalog.id(),
            catalog.name(),
            PlanKind.ORGANIZE,
            PlanState.PLANNED,
            Optional.empty(),
            Optional.empty());
    new PlanWriter(database)
        .write(
            plan,
            "{}",
            "a run",
            operations.stream()
                .map(
                    operation ->
                        new PlannedOperation(
                            operation,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))
                .iterator());
  }

  @Test
  void an_undo_of_an_apply_that_was_killed_behind_its_last_line_brings_all_of_it_back()
      throws IOException {
    int killed = operations.size() / 2;
    carry(Direction.FORWARD, false);
    assertThat(states()).containsExactly("done|" + operations.size());
    // As a kill leaves them: the files are there, and neither the journal nor the rows say done.
    cutJournal(killed);
    execute("UPDATE lumina.plan_operations SET state = 'planned' WHERE number >= " + killed);

    carry(Direction.FORWARD, true);
    assertThat(carry(Direction.BACK, false)).isZero();

    assertThat(states()).containsExactly("undone|" + operations.size());
    assertThat(Trees.contents(source)).isEqualTo(before);
    assertThat(Trees.contents(target)).isEmpty();
  }

  @Test
  void rows_that_are_behind_the_journal_are_brought_up() throws IOException {
    carry(Direction.FORWARD, false);
    execute("UPDATE lumina.plan_operations SET state = 'failed', failure = 'x' WHERE number < 9");

    assertThat(carry(Direction.FORWARD, false)).isZero();

    assertThat(states()).containsExactly("done|" + operations.size());
  }

  @Test
  void an_undo_of_what_the_rows_do_not_know_of_yet_leaves_them_undone() throws IOException {
    carry(Direction.FORWARD, false);
    execute("UPDATE lumina.plan_operations SET state = 'planned' WHERE number > 5");

    assertThat(carry(Direction.BACK, false)).isZero();

    assertThat(states()).containsExactly("undone|" + operations.size());
    assertThat(Trees.contents(source)).isEqualTo(before);
  }

  @Test
  void what_was_refused_is_counted_and_tried_again() throws IOException {
    Path edited = operations.get(0).source();
    byte[] bytes = Files.readAllBytes(edited);
    var time = Files.getLastModifiedTime(edited);
    var permissions = Files.getPosixFilePermissions(edited);
    Files.delete(edited);

    assertThat(carry(Direction.FORWARD, false)).isPositive();
    Files.write(edited, bytes);
    Files.setLastModifiedTime(edited, time);
    Files.setPosixFilePermissions(edited, permissions);
    assertThat(carry(Direction.FORWARD, false)).isZero();

    assertThat(states()).containsExactly("done|" + operations.size());
    assertThat(Trees.contents(source)).isEmpty();
  }

  /** Returns how many operations were refused. */
  private long carry(Direction direction, boolean isSettling) throws IOException {
    try (Journal journal = Journal.open(journal(), plan.id().toString())) {
      Carrying carrying =
          new Carrying(
              new Operations(database, plan.id()),
              journal,
              new Carrier(journal, plan.id().toString(), direction, List.of(source, target)),
              direction,
              any -> true,
              isSettling,
              Guard.NONE,
              Progress.SILENT);
      assertThat(carrying.run()).isEmpty();
      return carrying.refused();
    }
  }

  /** Takes the last lines off: those that say done of all operations from a number on. */
  private void cutJournal(int from) throws IOException {
    List<String> lines = Files.readAllLines(journal());
    int first = lines.size();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("\tDONE\t" + from)) {
        first = i;
      }
    }
    Files.writeString(journal(), String.join("\n", lines.subList(0, first)) + "\n");
  }

  private Path journal() {
    return folder.resolve("journal");
  }

  private List<String> states() {
    return new Ask(database)
        .rows(
            "SELECT state, count(*) FROM lumina.plan_operations WHERE plan_id = '"
                + plan.id()
                + "' GROUP BY 1 ORDER BY 1");
  }

  private void execute(String statement) {
    new Ask(database).execute(statement + " AND plan_id = '" + plan.id() + "'");
  }
}
