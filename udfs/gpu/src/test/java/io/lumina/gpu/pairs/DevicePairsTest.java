package io.lumina.gpu.pairs;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.lumina.gpu.driver.Device;
import io.lumina.gpu.driver.Driver;
import io.lumina.gpu.driver.Probe;
import io.lumina.hash.PairSearch;
import org.junit.jupiter.api.BeforeAll;

/** A real device, where there is one. */
class DevicePairsTest extends PairContract {
  private static PairSearch search;

  @BeforeAll
  static void open() {
    assumeThat(Driver.probe()).isInstanceOf(Probe.Found.class);
    search = new DevicePairs(Device.open(0));
  }

  @Override
  PairSearch search() {
    return search;
  }
}
