package io.lumina.duplicates.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnionFindTest {

  @Test
  void a_spanning_forest_is_the_same_for_every_order_and_direction_of_links() {
    long[] square = {1, 2, 2, 3, 3, 4, 4, 1, 7, 8};
    long[] turned = {8, 7, 1, 4, 4, 3, 2, 1, 3, 2};
    assertThat(UnionFind.spanning(square)).containsExactly(1, 2, 1, 4, 2, 3, 7, 8);
    assertThat(UnionFind.spanning(turned)).containsExactly(1, 2, 1, 4, 2, 3, 7, 8);
  }

  @Test
  void nodes_that_no_link_names_are_not_together() {
    UnionFind sets = UnionFind.of(new long[] {1, 2, 3, 3});
    assertThat(sets.together(1, 2)).isTrue();
    assertThat(sets.together(1, 3)).isFalse();
    assertThat(sets.together(1, 9)).isFalse();
  }
}
