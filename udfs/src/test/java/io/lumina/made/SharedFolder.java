package io.lumina.made;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The folder of real photos that may lie beside a checkout. */
public final class SharedFolder implements ExecutionCondition {

  /** A file or folder in it, whether it is there or not. */
  public static Path of(String below) {
    return Path.of(System.getProperty("lumina.shared", "../shared"), below)
        .toAbsolutePath()
        .normalize();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<NeedsShared> needs =
        AnnotationSupport.findAnnotation(context.getElement(), NeedsShared.class);
    return needs
        .map(NeedsShared::value)
        .map(SharedFolder::of)
        .filter(path -> !Files.exists(path))
        .map(
            path ->
                ConditionEvaluationResult.disabled(
                    "%s is not there; -Dlumina.shared=DIR names another place"
                        .formatted(needs.get().value())))
        .orElseGet(() -> ConditionEvaluationResult.enabled("what it reads is there"));
  }
}
