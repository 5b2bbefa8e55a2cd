package io.lumina.duplicates.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;

class ComponentsChoiceTest {
  private static final long MANY = ConnectedComponents.DRIVER_LINKS + 1;

  @Test
  void what_fits_the_driver_is_joined_there() {
    for (boolean graphFrames : new boolean[] {false, true}) {
      assertThat(ConnectedComponents.forLinks(ConnectedComponents.DRIVER_LINKS, graphFrames))
          .isInstanceOf(UnionFindComponents.class);
    }
  }

  @Test
  void beyond_that_graph_frames_is_used_where_it_is_and_our_own_where_it_is_not() {
    assertThat(ConnectedComponents.forLinks(MANY, false)).isInstanceOf(LargeStarSmallStar.class);
    assertThat(ConnectedComponents.forLinks(MANY, true)).isInstanceOf(GraphFramesComponents.class);
  }

  @Test
  void a_jar_that_is_not_there_is_not_available() {
    assumeThat(getClass().getResource("/org/graphframes/GraphFrame.class")).isNull();
    assertThat(GraphFramesComponents.isAvailable()).isFalse();
  }
}
