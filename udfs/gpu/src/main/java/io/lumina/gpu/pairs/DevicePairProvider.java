package io.lumina.gpu.pairs;

import io.lumina.gpu.driver.CudaFailure;
import io.lumina.gpu.driver.Device;
import io.lumina.gpu.driver.Driver;
import io.lumina.gpu.driver.Probe;
import io.lumina.hash.PairSearch;
import io.lumina.hash.PairSearchException;
import io.lumina.hash.PairSearchProvider;
import java.util.Optional;
import jcuda.CudaException;

/** The GPUs of this machine. */
public final class DevicePairProvider implements PairSearchProvider {

  @Override
  public Optional<String> obstacle() {
    return Driver.probe() instanceof Probe.Missing missing
        ? Optional.of(missing.reason())
        : Optional.empty();
  }

  @Override
  public PairSearch open(int device) {
    try {
      return new DevicePairs(Device.open(device));
    } catch (CudaFailure | CudaException failed) {
      throw new PairSearchException(failed.getMessage(), failed);
    }
  }
}
