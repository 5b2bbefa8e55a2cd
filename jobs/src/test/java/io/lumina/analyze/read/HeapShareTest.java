package io.lumina.analyze.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeapShareTest {
  private static final long MB = 1 << 20;

  @Test
  void two_large_files_are_held_one_after_the_other() throws InterruptedException {
    HeapShare share = new HeapShare(600 * MB);
    AtomicInteger holding = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(4);
    for (int i = 0; i < 4; i++) {
      new Thread(
              () -> {
                for (int turn = 0; turn < 200; turn++) {
                  HeapShare.Lease lease = share.take(512 * MB);
                  most.accumulateAndGet(holding.incrementAndGet(), Math::max);
                  holding.decrementAndGet();
                  lease.close();
                }
                ended.countDown();
              })
          .start();
    }
    assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(most).hasValue(1);
    assertThat(share.available()).isEqualTo(600 * MB);
  }

  @Test
  void small_files_pass_while_all_is_taken() {
    HeapShare share = new HeapShare(100 * MB);
    HeapShare.Lease all = share.take(100 * MB);
    share.take(HeapShare.SMALL).close();
    assertThat(share.available()).isZero();
    all.close();
    assertThat(share.available()).isEqualTo(100 * MB);
  }

  @Test
  void more_than_there_is_can_not_be_taken() {
    assertThatThrownBy(() -> new HeapShare(100 * MB).take(101 * MB))
        .hasMessage("105906176 bytes, of 104857600 in all");
  }

  @Test
  void the_share_of_this_jvm_is_a_third_of_its_heap() {
    assertThat(HeapShare.OF_THIS_JVM.capacity()).isEqualTo(Runtime.getRuntime().maxMemory() / 3);
  }
}
