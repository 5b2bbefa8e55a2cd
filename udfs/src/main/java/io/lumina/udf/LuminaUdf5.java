package io.lumina.udf;

import org.apache.spark.sql.api.java.UDF5;
import scala.runtime.AbstractFunction5;

/** A SQL function of five arguments; a null among them gives null. See {@link LuminaUdf1}. */
public abstract class LuminaUdf5<A, B, C, D, E, R>
    extends AbstractFunction5<Object, Object, Object, Object, Object, Object>
    implements UDF5<A, B, C, D, E, R> {

  /** The answer for arguments that are not null; it may be null. */
  protected abstract R compute(A a, B b, C c, D d, E e);

  @Override
  public final R call(A a, B b, C c, D d, E e) {
    return a == null || b == null || c == null || d == null || e == null
        ? null
        : compute(a, b, c, d, e);
  }

  // The registered input types say what Catalyst hands over.
  @SuppressWarnings("unchecked")
  @Override
  public final Object apply(Object a, Object b, Object c, Object d, Object e) {
    return call((A) a, (B) b, (C) c, (D) d, (E) e);
  }
}
