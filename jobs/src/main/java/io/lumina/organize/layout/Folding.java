package io.lumina.organize.layout;

import java.io.Serializable;

/** When two relative paths are one file on a target: when their keys are equal. */
@FunctionalInterface
public interface Folding extends Serializable {
  String key(String relativePath);
}
