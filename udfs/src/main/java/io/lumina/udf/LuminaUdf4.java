package io.lumina.udf;

import org.apache.spark.sql.api.java.UDF4;
import scala.runtime.AbstractFunction4;

/** A SQL function of four arguments; a null among them gives null. See {@link LuminaUdf1}. */
public abstract class LuminaUdf4<A, B, C, D, R>
    extends AbstractFunction4<Object, Object, Object, Object, Object>
    implements UDF4<A, B, C, D, R> {

  /** The answer for arguments that are not null; it may be null. */
  protected abstract R compute(A a, B b, C c, D d);

  @Override
  public final R call(A a, B b, C c, D d) {
    return a == null || b == null || c == null || d == null ? null : compute(a, b, c, d);
  }

  // The registered input types say what Catalyst hands over.
  @SuppressWarnings("unchecked")
  @Override
  public final Object apply(Object a, Object b, Object c, Object d) {
    return call((A) a, (B) b, (C) c, (D) d);
  }
}
