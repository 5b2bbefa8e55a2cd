package io.lumina.gpu.udf;

import io.lumina.udf.AverageHashUdf;
import io.lumina.udf.DifferenceHashUdf;
import io.lumina.udf.FunctionTwin;
import io.lumina.udf.HammingBinaryUdf;
import io.lumina.udf.HammingUdf;
import io.lumina.udf.PdqQualityUdf;
import io.lumina.udf.PdqUdf;
import io.lumina.udf.SharpnessUdf;
import io.lumina.udf.WaveletHashUdf;
import java.util.function.Supplier;

/**
 * Offers the columnar functions to sessions. A class for each, since that is what the ServiceLoader
 * makes; none of them touches the plugin's classes before it is known that they are there.
 */
public abstract class ColumnarTwin implements FunctionTwin {
  private static final String PLUGIN = "com.nvidia.spark.RapidsUDF";

  private final Class<?> plain;
  private final Supplier<Object> columnar;

  private ColumnarTwin(Class<?> plain, Supplier<Object> columnar) {
    this.plain = plain;
    this.columnar = columnar;
  }

  @Override
  public final Class<?> replaces() {
    return plain;
  }

  @Override
  public final boolean isUsable() {
    try {
      Class.forName(PLUGIN, false, ColumnarTwin.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  @Override
  public final Object create() {
    return columnar.get();
  }

  /** lumina_dhash. */
  public static final class DifferenceHash extends ColumnarTwin {
    /** For the ServiceLoader. */
    public DifferenceHash() {
      super(DifferenceHashUdf.class, () -> new GpuDifferenceHashUdf());
    }
  }

  /** lumina_ahash. */
  public static final class AverageHash extends ColumnarTwin {
    /** For the ServiceLoader. */
    public AverageHash() {
      super(AverageHashUdf.class, () -> new GpuAverageHashUdf());
    }
  }

  /** lumina_whash. */
  public static final class WaveletHash extends ColumnarTwin {
    /** For the ServiceLoader. */
    public WaveletHash() {
      super(WaveletHashUdf.class, () -> new GpuWaveletHashUdf());
    }
  }

  /** lumina_pdq. */
  public static final class Pdq extends ColumnarTwin {
    /** For the ServiceLoader. */
    public Pdq() {
      super(PdqUdf.class, () -> new GpuPdqUdf());
    }
  }

  /** lumina_pdq_quality. */
  public static final class PdqQuality extends ColumnarTwin {
    /** For the ServiceLoader. */
    public PdqQuality() {
      super(PdqQualityUdf.class, () -> new GpuPdqQualityUdf());
    }
  }

  /** lumina_sharpness. */
  public static final class Sharpness extends ColumnarTwin {
    /** For the ServiceLoader. */
    public Sharpness() {
      super(SharpnessUdf.class, () -> new GpuSharpnessUdf());
    }
  }

  /** lumina_hamming of BIGINT. */
  public static final class Hamming extends ColumnarTwin {
    /** For the ServiceLoader. */
    public Hamming() {
      super(HammingUdf.class, () -> new GpuHammingUdf());
    }
  }

  /** lumina_hamming of BINARY. */
  public static final class HammingBinary extends ColumnarTwin {
    /** For the ServiceLoader. */
    public HammingBinary() {
      super(HammingBinaryUdf.class, () -> new GpuHammingBinaryUdf());
    }
  }
}
