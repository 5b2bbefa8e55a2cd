package io.lumina.container;

/** What a file is to a catalog. The lower-case name is what tables hold. */
public enum MediaKind {
  IMAGE,
  VIDEO,
  AUDIO,
  SIDECAR,
  OTHER
}
