package io.lumina.gpu.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.gpu.HostDriver;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search does to its thread and with several devices, on the driver of the tests. */
class DisguisedSearchIT {
  private static String printed(String capabilities, int number) throws Exception {
    HostDriver.Ended ended =
        new HostDriver(Map.of("DISGUISED_DEVICES", capabilities))
            .run(SearchMain.class, Integer.toString(number));
    assertThat(ended.exit()).as(ended.printed()).isZero();
    return ended.printed();
  }

  @Test
  void a_search_leaves_the_context_of_its_thread_and_tells_pairs_in_one_order() throws Exception {
    assertThat(printed("90,90", 1))
        .contains("obstacle: none")
        .contains("\npairs: 0-1 0-2 1-2 1-3 2-3 2-4 3-4 3-5 4-5\n")
        .contains("\nagain: 0-1 0-2 1-2 1-3 2-3 2-4 3-4 3-5 4-5\n")
        .contains("\ncontext: as before\n");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "0, 1", "3, 2"})
  void a_number_is_the_drivers_and_counted_among_usable_ones_only_where_there_is_none(
      int number, int ordinal) throws Exception {
    assertThat(printed("70,90,80", number)).contains("device: Host in disguise " + ordinal + " (");
  }
}
