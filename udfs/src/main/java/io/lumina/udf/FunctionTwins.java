package io.lumina.udf;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** The twins that are there, by the class that they replace. */
final class FunctionTwins {
  private final Map<Class<?>, Object> twins = new HashMap<>();

  /**
   * @throws IllegalStateException when a twin is no subclass of what it replaces, or two replace
   *     the same class
   */
  FunctionTwins(Iterable<FunctionTwin> found) {
    for (FunctionTwin twin : found) {
      if (!twin.isUsable()) {
        continue;
      }
      Object function = twin.create();
      String name = function.getClass().getName();
      String replaced = twin.replaces().getName();
      if (!twin.replaces().isInstance(function)) {
        throw new IllegalStateException(name + " must extend " + replaced + " to replace it");
      }
      Object other = twins.put(twin.replaces(), function);
      if (other != null) {
        throw new IllegalStateException(
            "Both %s and %s replace %s; take one from the class path"
                .formatted(other.getClass().getName(), name, replaced));
      }
    }
  }

  /** Those that the class path declares. */
  static FunctionTwins onClassPath() {
    return new FunctionTwins(
        ServiceLoader.load(FunctionTwin.class, FunctionTwin.class.getClassLoader()));
  }

  /** The twin, or the function itself where there is none. */
  Object twinOf(Object function) {
    return twins.getOrDefault(function.getClass(), function);
  }
}
