package io.lumina.udf;

/**
 * A SQL function of a luma. A picture that could not be decoded has an empty luma, and its answer
 * is null; any other length than 4096 is an error that names the length.
 *
 * @param <R> the result as Spark's external Java type
 */
public abstract class LumaUdf<R> extends LuminaUdf1<byte[], R> {

  /** The answer for a luma that is not empty. */
  protected abstract R ofLuma(byte[] luma);

  @Override
  protected final R compute(byte[] luma) {
    return luma.length == 0 ? null : ofLuma(luma);
  }
}
