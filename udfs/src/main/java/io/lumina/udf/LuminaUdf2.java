package io.lumina.udf;

import org.apache.spark.sql.api.java.UDF2;
import scala.runtime.AbstractFunction2;

/** A SQL function of two arguments; a null among them gives null. See {@link LuminaUdf1}. */
public abstract class LuminaUdf2<A, B, R> extends AbstractFunction2<Object, Object, Object>
    implements UDF2<A, B, R> {

  /** The answer for arguments that are not null; it may be null. */
  protected abstract R compute(A a, B b);

  @Override
  public final R call(A a, B b) {
    return a == null || b == null ? null : compute(a, b);
  }

  // The registered input types say what Catalyst hands over.
  @SuppressWarnings("unchecked")
  @Override
  public final Object apply(Object a, Object b) {
    return call((A) a, (B) b);
  }
}
