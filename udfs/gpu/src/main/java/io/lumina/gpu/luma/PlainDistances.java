package io.lumina.gpu.luma;

import io.lumina.hash.Hamming;
import java.util.Arrays;
import java.util.BitSet;

/** The reference: {@link Hamming}, row by row. */
public final class PlainDistances implements DistanceEngine {

  @Override
  public int[] distances(long[] a, long[] b) {
    int[] distances = new int[a.length];
    Arrays.setAll(distances, row -> Hamming.distance(a[row], b[row]));
    return distances;
  }

  @Override
  public Distances distances(ByteRows a, ByteRows b) {
    BitSet present = (BitSet) a.present().clone();
    present.and(b.present());
    int[] distances = new int[a.count()];
    present.stream().forEach(row -> distances[row] = Hamming.distance(a.value(row), b.value(row)));
    return new Distances(present, distances);
  }
}
