package io.lumina.raster;

/**
 * LANCZOS resampling with the integer arithmetic of Pillow: horizontal pass first, rounded to 8 bit
 * between the passes, coefficients as 22-bit fixed point. A pass that would change nothing is left
 * out.
 */
public final class Lanczos {
  private static final int LOBES = 3;
  private static final int PRECISION_BITS = 22;
  private static final int HALF = 1 << (PRECISION_BITS - 1);

  /** Every picture's luma is resized to the same few sizes; their kernels are made once. */
  private static final Kernel[] LUMA_KERNELS = new Kernel[18];

  static {
    for (int outputs = 1; outputs < LUMA_KERNELS.length; outputs++) {
      LUMA_KERNELS[outputs] = Kernel.of(Raster.LUMA_SIDE, Raster.LUMA_SIDE, outputs);
    }
  }

  private Lanczos() {}

  /** Resizes a whole raster to {@code width × height}. */
  public static Raster resize(Raster source, int width, int height) {
    return resize(source, Box.of(source), width, height);
  }

  /**
   * Resizes the upper left part of a raster to {@code width × height}. The part may end between two
   * pixels: a scaled JPEG decode is rounded up, and only the box says where the picture ends.
   */
  public static Raster resize(Raster source, Box box, int width, int height) {
    if (box.width() > source.width() || box.height() > source.height()) {
      throw new IllegalArgumentException(
          box + " is larger than the raster of " + source.width() + "x" + source.height());
    }
    Raster wide = source;
    if (width != source.width() || box.width() != source.width()) {
      wide = horizontal(source, kernel(source.width(), box.width(), width));
    }
    if (height != source.height() || box.height() != source.height()) {
      return vertical(wide, kernel(source.height(), box.height(), height));
    }
    return wide;
  }

  /**
   * The weights with which a line of a luma is made shorter, as 22-bit fixed point: row i holds 64
   * of them, for output sample i. For kernels elsewhere that must give the same values.
   *
   * @param outputs samples of the shorter line, 1 to 17
   */
  public static int[][] lumaWeights(int outputs) {
    Kernel kernel = LUMA_KERNELS[outputs];
    int[][] rows = new int[outputs][Raster.LUMA_SIDE];
    for (int i = 0; i < outputs; i++) {
      int[] weights = kernel.weights[i];
      System.arraycopy(weights, 0, rows[i], kernel.first[i], weights.length);
    }
    return rows;
  }

  private static Kernel kernel(int inputs, double extent, int outputs) {
    boolean luma = inputs == Raster.LUMA_SIDE && extent == Raster.LUMA_SIDE;
    return luma && outputs < LUMA_KERNELS.length
        ? LUMA_KERNELS[outputs]
        : Kernel.of(inputs, extent, outputs);
  }

  /**
   * As {@link #resize(Raster, Box, int, int)}, for a picture that is read row by row: the same
   * values, with memory for {@code width × source.height()} of them only.
   */
  public static Raster resize(Rows source, Box box, int width, int height) {
    if (box.width() > source.width() || box.height() > source.height()) {
      throw new IllegalArgumentException(
          box + " is larger than the rows of " + source.width() + "x" + source.height());
    }
    boolean narrows = width != source.width() || box.width() != source.width();
    Kernel kernel = Kernel.of(source.width(), box.width(), width);
    byte[] row = new byte[source.width()];
    byte[] out = new byte[width * source.height()];
    for (int y = 0; y < source.height(); y++) {
      source.row(y, row);
      if (narrows) {
        horizontal(row, 0, kernel, out, y * width);
      } else {
        System.arraycopy(row, 0, out, y * width, width);
      }
    }
    Raster wide = new Raster(width, source.height(), out);
    return resize(wide, new Box(width, box.height()), width, height);
  }

  private static Raster horizontal(Raster source, Kernel kernel) {
    byte[] in = source.grey();
    int outWidth = kernel.outputs();
    byte[] out = new byte[outWidth * source.height()];
    for (int y = 0; y < source.height(); y++) {
      horizontal(in, y * source.width(), kernel, out, y * outWidth);
    }
    return new Raster(outWidth, source.height(), out);
  }

  private static void horizontal(byte[] in, int row, Kernel kernel, byte[] out, int outRow) {
    for (int x = 0; x < kernel.outputs(); x++) {
      int[] weights = kernel.weights[x];
      int from = row + kernel.first[x];
      int sum = HALF;
      for (int k = 0; k < weights.length; k++) {
        sum += (in[from + k] & 0xff) * weights[k];
      }
      out[outRow + x] = clamp(sum);
    }
  }

  private static Raster vertical(Raster source, Kernel kernel) {
    byte[] in = source.grey();
    int width = source.width();
    byte[] out = new byte[width * kernel.outputs()];
    for (int y = 0; y < kernel.outputs(); y++) {
      int[] weights = kernel.weights[y];
      for (int x = 0; x < width; x++) {
        int at = kernel.first[y] * width + x;
        int sum = HALF;
        for (int weight : weights) {
          sum += (in[at] & 0xff) * weight;
          at += width;
        }
        out[y * width + x] = clamp(sum);
      }
    }
    return new Raster(width, kernel.outputs(), out);
  }

  private static byte clamp(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> PRECISION_BITS));
  }

  /** For each output sample the first input sample and the weights from there on. */
  private record Kernel(int[] first, int[][] weights) {

    int outputs() {
      return first.length;
    }

    static Kernel of(int inputs, double extent, int outputs) {
      double scale = extent / outputs;
      double filterScale = Math.max(scale, 1.0);
      double support = LOBES * filterScale;
      int[] first = new int[outputs];
      int[][] weights = new int[outputs][];
      for (int i = 0; i < outputs; i++) {
        double center = (i + 0.5) * scale;
        int from = Math.max(0, (int) (center - support + 0.5));
        int to = Math.min(inputs, (int) (center + support + 0.5));
        first[i] = from;
        weights[i] = weights(from, to, center, 1.0 / filterScale);
      }
      return new Kernel(first, weights);
    }

    private static int[] weights(int from, int to, double center, double inverseScale) {
      double[] raw = new double[to - from];
      double sum = 0;
      for (int k = 0; k < raw.length; k++) {
        raw[k] = lanczos((k + from - center + 0.5) * inverseScale);
        sum += raw[k];
      }
      int[] fixed = new int[raw.length];
      for (int k = 0; k < raw.length; k++) {
        double weight = sum == 0 ? raw[k] : raw[k] / sum;
        fixed[k] = (int) ((weight < 0 ? -0.5 : 0.5) + weight * (1 << PRECISION_BITS));
      }
      return fixed;
    }

    private static double lanczos(double t) {
      return t >= -LOBES && t < LOBES ? sinc(t) * sinc(t / LOBES) : 0;
    }

    private static double sinc(double t) {
      if (t == 0) {
        return 1;
      }
      double x = t * Math.PI;
      return Math.sin(x) / x;
    }
  }
}
