package io.lumina.duplicates.rule;

/** What turned and mirrored copies of a picture are. */
public enum Rotations {
  /** Other pictures. */
  IGNORED,

  /** The same picture: each is compared in all eight ways to lay it. */
  COMPARED
}
