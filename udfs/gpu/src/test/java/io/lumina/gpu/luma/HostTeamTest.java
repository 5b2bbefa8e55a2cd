package io.lumina.gpu.luma;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.gpu.HostProgram;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same source with several threads a team, as on a device: where a barrier is missing,
 * ThreadSanitizer ends the program.
 */
class HostTeamTest {
  @Test
  void a_team_of_threads_gives_the_answers_of_one_and_never_races() throws IOException {
    try (HostProgram program = HostProgram.start("lumas", 5)) {
      LumaEngine team = new HostLumas(program);
      for (List<byte[]> lumas : List.of(LumaCases.random(8, 24), LumaCases.gaps(2))) {
        ByteRows rows = ByteRows.of(lumas);
        assertThat(team.answers(rows).firstDifference(new PlainLumas().answers(rows))).isEmpty();
      }
    }
  }
}
