package io.lumina.udf;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import scala.Tuple3;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Gives a Spark session the functions of {@link LuminaFunctions}. Set {@code
 * spark.sql.extensions=io.lumina.udf.LuminaExtensions} and put this jar on the class path of driver
 * and executors; nothing else is needed in spark-sql, spark-shell, a job or a notebook.
 */
public final class LuminaExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    FunctionTwins twins = FunctionTwins.onClassPath();
    for (FunctionSpec function : LuminaFunctions.all()) {
      FunctionSpec spec = function.with(twins);
      extensions.injectFunction(
          new Tuple3<>(
              new FunctionIdentifier(spec.name()), spec.info(), new FunctionBuilder(spec)));
    }
    return BoxedUnit.UNIT;
  }
}
