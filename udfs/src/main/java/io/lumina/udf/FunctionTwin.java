package io.lumina.udf;

/**
 * Another form of a function, such as one for a GPU, found on the class path by {@link
 * java.util.ServiceLoader}. It replaces the function in every session.
 */
public interface FunctionTwin {
  /** The class that is replaced. */
  Class<?> replaces();

  /** Whether all that it needs is on the class path; if not, the function stays as it is. */
  default boolean isUsable() {
    return true;
  }

  /** An instance of a subclass of {@link #replaces()} that gives the same answers. */
  Object create();
}
