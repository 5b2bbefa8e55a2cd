package io.lumina.meta.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FolderNamesTest {
  private static final int PICTURES = 100_000;

  @Test
  void a_beginning_is_looked_up_and_not_looked_for() {
    AtomicInteger compared = new AtomicInteger();
    Comparator<String> counting =
        (one, other) -> {
          compared.incrementAndGet();
          return one.compareTo(other);
        };
    List<String> names = IntStream.range(0, PICTURES).mapToObj("%064x.jpg"::formatted).toList();
    FolderNames folder = new FolderNames(names, counting);
    compared.set(0);

    List<String> found = folder.beginning("%064x".formatted(PICTURES / 2), "");

    assertThat(found).containsExactly("%064x.jpg".formatted(PICTURES / 2));
    // A walk through a tree is as long as the number of pictures has digits in base two.
    assertThat(compared.get()).isBetween(1, 2 * 17);
  }

  @Test
  void a_beginning_that_many_share_names_none() {
    List<String> names = IntStream.range(0, PICTURES).mapToObj("%064x.jpg"::formatted).toList();

    assertThat(new FolderNames(names).beginning("0".repeat(46), "")).isEmpty();
  }
}
