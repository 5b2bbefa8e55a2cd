package io.lumina.udf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class FunctionTwinsTest {

  /** What a GPU module would bring. */
  static final class FasterHash extends DifferenceHashUdf {}

  private record Twin(Class<?> replaces, Object create) implements FunctionTwin {}

  private static FunctionSpec dhash() {
    return LuminaFunctions.all().stream()
        .filter(spec -> spec.name().equals("lumina_dhash"))
        .findFirst()
        .orElseThrow();
  }

  private static Object functionOf(FunctionSpec spec) {
    Expression luma = Literal.create(new byte[4096], DataTypes.BinaryType);
    Expression call =
        new FunctionBuilder(spec).apply(CollectionConverters.asScala(List.of(luma)).toSeq());
    return ((ScalaUDF) call).function();
  }

  @Test
  void the_object_that_the_plan_evaluates_is_the_function_class_itself() {
    assertThat(functionOf(dhash())).isExactlyInstanceOf(DifferenceHashUdf.class);
  }

  @Test
  void a_twin_takes_the_place_of_its_function_only() {
    FunctionTwins twins =
        new FunctionTwins(List.of(new Twin(DifferenceHashUdf.class, new FasterHash())));
    assertThat(functionOf(dhash().with(twins))).isExactlyInstanceOf(FasterHash.class);
    AverageHashUdf other = new AverageHashUdf();
    assertThat(twins.twinOf(other)).isSameAs(other);
  }

  @Test
  void a_twin_that_cannot_be_used_here_leaves_its_function_and_is_never_made() {
    FunctionTwin unusable =
        new FunctionTwin() {
          @Override
          public Class<?> replaces() {
            return DifferenceHashUdf.class;
          }

          @Override
          public boolean isUsable() {
            return false;
          }

          @Override
          public Object create() {
            throw new NoClassDefFoundError("of a library that is not there");
          }
        };
    FunctionTwins twins = new FunctionTwins(List.of(unusable));
    assertThat(functionOf(dhash().with(twins))).isExactlyInstanceOf(DifferenceHashUdf.class);
  }

  @Test
  void a_twin_that_is_no_subclass_is_refused() {
    List<FunctionTwin> wrong = List.of(new Twin(DifferenceHashUdf.class, new AverageHashUdf()));
    assertThatThrownBy(() -> new FunctionTwins(wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "io.lumina.udf.AverageHashUdf must extend io.lumina.udf.DifferenceHashUdf to replace"
                + " it");
  }

  @Test
  void two_twins_of_one_function_are_refused() {
    Twin twin = new Twin(DifferenceHashUdf.class, new FasterHash());
    assertThatThrownBy(() -> new FunctionTwins(List.of(twin, twin)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("replace io.lumina.udf.DifferenceHashUdf; take one");
  }
}
