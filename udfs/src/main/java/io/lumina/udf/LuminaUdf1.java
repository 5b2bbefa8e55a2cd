package io.lumina.udf;

import org.apache.spark.sql.api.java.UDF1;
import scala.runtime.AbstractFunction1;

/**
 * A SQL function of one argument; null in gives null out.
 *
 * <p>It is both what Java calls (UDF1) and the very object that Catalyst evaluates (Function1): the
 * GPU plugin looks for a columnar form only on that object, and finds none behind a lambda.
 *
 * @param <A> the argument as Spark's external Java type
 * @param <R> the result as Spark's external Java type
 */
public abstract class LuminaUdf1<A, R> extends AbstractFunction1<Object, Object>
    implements UDF1<A, R> {

  /** The answer for arguments that are not null; it may be null. */
  protected abstract R compute(A a);

  @Override
  public final R call(A a) {
    return a == null ? null : compute(a);
  }

  // The registered input types say what Catalyst hands over.
  @SuppressWarnings("unchecked")
  @Override
  public final Object apply(Object a) {
    return call((A) a);
  }
}
