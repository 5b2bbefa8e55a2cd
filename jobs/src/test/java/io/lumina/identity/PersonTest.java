package io.lumina.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whether decision 070 is a good one: many histories of the model alone, judged by a person who
 * does not know it. That the program does what the model says is the matter of {@link HistoriesIT}.
 */
class PersonTest {
  private static final int HISTORIES = 3000;
  private static final int NIGHTS = 7;
  private static final long SEED = 29;

  @Test
  void no_status_comes_to_a_picture_that_nobody_judged_and_none_is_lost() {
    for (int number = 1; number <= HISTORIES; number++) {
      Random random = new Random(SEED * 1_000_003 + number);
      History history = new History(number, random);
      assertThat(complaint(history, random))
          .as(() -> "history " + history.folder() + "\n  " + String.join("\n  ", history.steps()))
          .isEmpty();
    }
  }

  private static Optional<String> complaint(History history, Random random) {
    List<Integer> runs = new ArrayList<>();
    List<Integer> backups = new ArrayList<>();
    int run = 0;
    for (Night night : Night.any(NIGHTS, random)) {
      run++;
      befall(history, night, runs, backups, random);
      history.happen();
      history.scan(run);
      if (night.isAnalyzed()) {
        history.happenMeanwhile();
        history.analyze();
      }
      if (night.isPublished()) {
        history.publish(run, history.knowsIds());
        Optional<String> complaint = history.complaint();
        if (complaint.isPresent()) {
          return complaint;
        }
        history.say();
        backups.add(run);
      }
      runs.add(run);
      history.remember(run);
    }
    return Optional.empty();
  }

  private static void befall(
      History history, Night night, List<Integer> runs, List<Integer> backups, Random random) {
    for (Night.Loss loss : night.losses()) {
      switch (loss) {
        case WAREHOUSE_LOST -> {
          runs.clear();
          history.loseWarehouse();
        }
        case DELTA_RESTORED -> {
          if (!runs.isEmpty()) {
            history.restoreFiles(runs.get(random.nextInt(runs.size())));
          }
        }
        case POSTGRES_RESTORED -> {
          if (!backups.isEmpty()) {
            history.restoreRows(backups.get(random.nextInt(backups.size())));
          }
        }
      }
    }
  }
}
