package io.lumina.duplicates.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentsChoiceTest {
  private static final long FEW = ConnectedComponents.DRIVER_LINKS;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_fits_the_driver_is_joined_there(boolean graphFrames) {
    assertThat(Joined.taken(Joining.AUTO, FEW, graphFrames)).isEqualTo(Joining.UNION_FIND);
  }

  @Test
  void beyond_that_graph_frames_is_used_where_it_is_and_our_own_where_it_is_not() {
    assertThat(Joined.taken(Joining.AUTO, FEW + 1, false)).isEqualTo(Joining.STARS);
    assertThat(Joined.taken(Joining.AUTO, FEW + 1, true)).isEqualTo(Joining.GRAPHFRAMES);
  }

  @ParameterizedTest
  @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
  void what_a_person_asks_for_is_tried_whatever_there_is(Joining asked) {
    for (long links : new long[] {0, FEW + 1}) {
      assertThat(Joined.taken(asked, links, false)).isEqualTo(asked);
      assertThat(Joined.taken(asked, links, true)).isEqualTo(asked);
    }
  }
}
