package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.hash.AverageHash;
import io.lumina.hash.DifferenceHash;
import io.lumina.hash.Pdq;
import io.lumina.hash.PdqHash;
import io.lumina.hash.StripHash;
import io.lumina.hash.Unframed;
import io.lumina.hash.WaveletHash;
import io.lumina.quality.Sharpness;
import io.lumina.raster.Raster;
import io.lumina.table.ImagesView;
import java.util.SplittableRandom;

/** Lumas of scenes that no camera saw, and rows of pictures that have them. */
final class MadeScene {
  private static final int SIDE = Raster.LUMA_SIDE;

  private MadeScene() {}

  /** A row with all that analyze would work out of a luma. */
  static Library.Picture picture(String id, String content, byte[] luma) {
    PdqHash pdq = Pdq.ofLuma(luma);
    assertThat(pdq.isTrusted()).as(id).isTrue();
    return new Library.Picture(id, content)
        .set(ImagesView.DHASH, DifferenceHash.ofLuma(luma))
        .set(ImagesView.AHASH, AverageHash.ofLuma(luma))
        .set(ImagesView.WHASH, WaveletHash.ofLuma(luma))
        .set(ImagesView.PDQ, pdq.bits())
        .set(ImagesView.PDQ_QUALITY, pdq.quality())
        .set(ImagesView.UNFRAMED, Unframed.ofLuma(luma).map(Unframed::bytes).orElse(null))
        .set(ImagesView.STRIPS, StripHash.bytes(StripHash.ofLuma(luma)))
        .sharpness(Sharpness.ofLuma(luma));
  }

  /** Waves of many lengths, as lively as a photograph. */
  static byte[] scene(long seed, double light, int noise, long frame) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] grey = new double[SIDE * SIDE];
    for (int wave = 0; wave < 60; wave++) {
      double x = random.nextDouble(-0.8, 0.8);
      double y = random.nextDouble(-0.8, 0.8);
      double phase = random.nextDouble(Math.PI * 2);
      for (int at = 0; at < grey.length; at++) {
        grey[at] += 14 * Math.cos(at % SIDE * x + at / SIDE * y + phase);
      }
    }
    byte[] luma = new byte[grey.length];
    for (int at = 0; at < luma.length; at++) {
      luma[at] = (byte) Math.max(0, Math.min(255, Math.round(light * (128 + grey[at]))));
    }
    return noisy(luma, noise, frame);
  }

  static byte[] noisy(byte[] luma, int noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] noisy = luma.clone();
    for (int at = 0; at < luma.length; at++) {
      int grey = (luma[at] & 0xff) + random.nextInt(-noise, noise + 1);
      noisy[at] = (byte) Math.max(0, Math.min(255, grey));
    }
    return noisy;
  }
}
