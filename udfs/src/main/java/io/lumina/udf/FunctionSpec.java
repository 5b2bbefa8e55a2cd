package io.lumina.udf;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.types.DataType;

/**
 * A SQL function: its name, what DESCRIBE FUNCTION says of it, and the classes that compute it.
 *
 * @param name as written in SQL
 * @param usage one sentence, without name and arguments
 * @param arguments in order, shared by all overloads
 * @param examples at least one; a test runs each and compares the result
 * @param overloads at least one, all with as many inputs as there are arguments
 */
public record FunctionSpec(
    String name,
    String usage,
    List<Argument> arguments,
    List<Example> examples,
    List<Overload> overloads) {

  public FunctionSpec {
    arguments = List.copyOf(arguments);
    examples = List.copyOf(examples);
    overloads = List.copyOf(overloads);
    if (examples.isEmpty() || overloads.isEmpty()) {
      throw new IllegalArgumentException(name + " needs an example and an overload");
    }
    for (Overload overload : overloads) {
      if (overload.inputs().size() != arguments.size()) {
        throw new IllegalArgumentException(
            "%s has %d arguments, but its overload %s has %d"
                .formatted(name, arguments.size(), overload.inputs(), overload.inputs().size()));
      }
    }
  }

  /**
   * @param name as in the usage line
   * @param text type, unit and range
   */
  public record Argument(String name, String text) {}

  /**
   * @param call an expression of SQL that needs no table
   * @param result what spark-sql prints for it
   */
  public record Example(String call, String result) {}

  /**
   * One list of input types and the class that serves it.
   *
   * @param function a LuminaUdf1, LuminaUdf2 or LuminaUdf5, never a lambda
   * @param output type of the result
   * @param inputs types of the arguments
   */
  public record Overload(Object function, DataType output, List<DataType> inputs) {
    public Overload {
      inputs = List.copyOf(inputs);
    }

    public Overload(Object function, DataType output, DataType... inputs) {
      this(function, output, List.of(inputs));
    }
  }

  /** The same function with those of its classes replaced that have a twin. */
  FunctionSpec with(FunctionTwins twins) {
    List<Overload> replaced =
        overloads.stream()
            .map(o -> new Overload(twins.twinOf(o.function()), o.output(), o.inputs()))
            .toList();
    return new FunctionSpec(name, usage, arguments, examples, replaced);
  }

  /** What DESCRIBE FUNCTION EXTENDED prints; Spark's own indentation. */
  ExpressionInfo info() {
    String names = arguments.stream().map(Argument::name).collect(Collectors.joining(", "));
    String argumentLines =
        arguments.stream()
            .map(a -> "      * " + a.name() + " - " + a.text() + "\n")
            .collect(Collectors.joining());
    String exampleLines =
        examples.stream()
            .map(e -> "      > SELECT " + e.call() + ";\n       " + e.result() + "\n")
            .collect(Collectors.joining());
    return new ExpressionInfo(
        overloads.get(0).function().getClass().getName(),
        null,
        name,
        "_FUNC_(" + names + ") - " + usage,
        "\n    Arguments:\n" + argumentLines + "  ",
        "\n    Examples:\n" + exampleLines + "  ",
        "",
        "misc_funcs",
        "",
        "",
        "java_udf");
  }
}
