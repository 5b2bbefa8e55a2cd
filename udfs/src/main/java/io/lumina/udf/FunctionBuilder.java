package io.lumina.udf;

import io.lumina.udf.FunctionSpec.Overload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.analysis.AnsiTypeCoercion;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** Turns a call in a query into the expression that runs it: picks the overload, adds casts. */
final class FunctionBuilder extends AbstractFunction1<Seq<Expression>, Expression> {
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");

  private final FunctionSpec spec;

  FunctionBuilder(FunctionSpec spec) {
    this.spec = spec;
  }

  @Override
  public Expression apply(Seq<Expression> call) {
    List<Expression> given = CollectionConverters.asJava(call);
    if (given.size() != spec.arguments().size()) {
      throw FunctionBuilder.<RuntimeException>unchecked(wrongNumber(given.size()));
    }
    for (Overload overload : spec.overloads()) {
      if (matches(given, overload)) {
        return expression(overload, cast(given, overload).orElseThrow());
      }
    }
    for (Overload overload : spec.overloads()) {
      Optional<List<Expression>> cast = cast(given, overload);
      if (cast.isPresent()) {
        return expression(overload, cast.get());
      }
    }
    throw FunctionBuilder.<RuntimeException>unchecked(mismatch(given));
  }

  /** Whether no cast is needed, untyped nulls apart. */
  private static boolean matches(List<Expression> given, Overload overload) {
    return IntStream.range(0, given.size())
        .allMatch(
            i -> {
              DataType type = given.get(i).dataType();
              return isSame(type, overload.inputs().get(i)) || type instanceof NullType;
            });
  }

  private static Optional<List<Expression>> cast(List<Expression> given, Overload overload) {
    List<Expression> cast = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Option<Expression> one = cast(given.get(i), overload, i);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      cast.add(one.get());
    }
    return Optional.of(cast);
  }

  /**
   * Widens numbers and types nulls. Spark would also write a number or bytes as a string, which
   * turns a hash of one kind into a wrong one of another.
   */
  private static Option<Expression> cast(Expression given, Overload overload, int index) {
    DataType from = given.dataType();
    DataType to = overload.inputs().get(index);
    boolean related =
        isSame(from, to)
            || from instanceof NullType
            || from instanceof NumericType && to instanceof NumericType
            || from instanceof StringType && to instanceof StringType;
    return isSame(from, to)
        ? Option.apply(given)
        : related ? AnsiTypeCoercion.implicitCast(given, to) : Option.empty();
  }

  /** Whether elements and fields may be null does not matter: functions take nulls there. */
  private static boolean isSame(DataType from, DataType to) {
    return DataType.equalsIgnoreNullability(from, to);
  }

  private Expression expression(Overload overload, List<Expression> arguments) {
    return new ScalaUDF(
        overload.function(),
        overload.output(),
        CollectionConverters.asScala(arguments).toSeq(),
        CollectionConverters.<Option<ExpressionEncoder<?>>>asScala(List.of()).toSeq(),
        Option.empty(),
        Option.apply(spec.name()),
        true,
        true);
  }

  private AnalysisException wrongNumber(int given) {
    return error(
        "WRONG_NUM_ARGS.WITHOUT_SUGGESTION",
        Map.of(
            "functionName",
            "`" + spec.name() + "`",
            "expectedNum",
            String.valueOf(spec.arguments().size()),
            "actualNum",
            String.valueOf(given),
            "docroot",
            "https://spark.apache.org/docs/latest"));
  }

  /** Speaks of the first argument that spoils the overload that fits furthest. */
  private AnalysisException mismatch(List<Expression> given) {
    Overload nearest =
        spec.overloads().stream()
            .max(Comparator.comparingInt(overload -> fitting(given, overload)))
            .orElseThrow();
    int wrong = fitting(given, nearest);
    return error(
        "DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE",
        Map.of(
            "sqlExpr", "`" + spec.name() + "`",
            "paramIndex", ORDINALS.get(wrong),
            "requiredType", "\"" + nearest.inputs().get(wrong).sql() + "\"",
            "inputSql", "\"" + given.get(wrong).sql() + "\"",
            "inputType", "\"" + given.get(wrong).dataType().sql() + "\""));
  }

  /** How many leading arguments an overload can take. */
  private static int fitting(List<Expression> given, Overload overload) {
    int fitting = 0;
    while (fitting < given.size() && cast(given.get(fitting), overload, fitting).isDefined()) {
      fitting++;
    }
    return fitting;
  }

  private static AnalysisException error(String condition, Map<String, String> values) {
    return new AnalysisException(
        condition, scala.collection.immutable.Map.from(CollectionConverters.asScala(values)));
  }

  /**
   * Scala knows no checked exceptions: AnalysisException is one that {@code apply} cannot declare.
   */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException unchecked(Throwable error) throws E {
    throw (E) error;
  }
}
