package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The end of an undo: folders are as they were before the plan. */
public final class Reversal {
  private Reversal() {}

  /**
   * Takes away the folders that a plan made, where nothing is in them, and gives those that it
   * wrote in their times back. For a plan of which every operation is back.
   */
  public static void finish(JournalState state) throws IOException {
    List<Path> made = new ArrayList<>(state.foldersMade());
    made.sort((one, other) -> other.getNameCount() - one.getNameCount());
    for (Path folder : made) {
      TrashManifests.removeAlone(folder);
      Folders.removeIfEmpty(folder);
    }
    for (Map.Entry<Path, FileTime> time : state.folderTimes().entrySet()) {
      if (Files.isDirectory(time.getKey())) {
        Files.setLastModifiedTime(time.getKey(), time.getValue());
      }
    }
  }
}
