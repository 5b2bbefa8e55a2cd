package io.lumina.made;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes down which tests were left out and why, for the last lines of the build. */
public final class LeftOut implements TestExecutionListener {
  private static final Path FILE = Path.of("target/left-out.txt");

  private final Set<String> lines = new TreeSet<>();

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    lines.add("left out: " + name(test) + ": " + reason.lines().findFirst().orElse("no reason"));
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (lines.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(FILE.getParent());
      Files.write(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(TestIdentifier test) {
    return test.getSource()
        .map(
            source ->
                source instanceof ClassSource type
                    ? simple(type.getClassName())
                    : source instanceof MethodSource method
                        ? simple(method.getClassName()) + "." + method.getMethodName()
                        : test.getDisplayName())
        .orElse(test.getDisplayName());
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
