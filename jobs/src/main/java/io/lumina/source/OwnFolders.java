package io.lumina.source;

import java.util.Set;

/** Folders inside of source directories that are the program's own, whatever is configured. */
public final class OwnFolders {
  /** What plans put aside: a folder for each plan. */
  public static final String TRASH = ".lumina-trash";

  private static final Set<String> ALL = Set.of(TRASH);

  private OwnFolders() {}

  /** Whether a folder of this name is never entered by a scan. */
  public static boolean contains(String name) {
    return ALL.contains(name);
  }
}
