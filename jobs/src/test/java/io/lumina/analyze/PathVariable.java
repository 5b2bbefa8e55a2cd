package io.lumina.analyze;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;

/**
 * Another value of the environment variable PATH for this JVM, until closed: where programs are
 * looked for is asked of nothing else.
 */
final class PathVariable {
  private static final String NAME = "PATH";

  private final String before = System.getenv(NAME);

  private PathVariable(String value) {
    set(value);
  }

  /** A PATH of one folder. */
  static PathVariable of(Path folder) {
    return new PathVariable(folder.toString());
  }

  void close() {
    set(before);
  }

  @SuppressWarnings("unchecked")
  private static void set(String value) {
    try {
      Field environment =
          Class.forName("java.lang.ProcessEnvironment").getDeclaredField("theEnvironment");
      environment.setAccessible(true);
      ((Map<Object, Object>) environment.get(null)).put(of("Variable", NAME), of("Value", value));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Java keeps its environment elsewhere", e);
    }
  }

  private static Object of(String type, String text) throws ReflectiveOperationException {
    Method valueOf =
        Class.forName("java.lang.ProcessEnvironment$" + type)
            .getDeclaredMethod("valueOf", String.class);
    valueOf.setAccessible(true);
    return valueOf.invoke(null, text);
  }
}
