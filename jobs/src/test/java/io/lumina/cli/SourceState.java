package io.lumina.cli;

import io.lumina.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every file and folder of a source with all that a write to it would change. */
final class SourceState {
  /** Not the time of reading: whether that is kept is up to the mount. */
  private static final String ATTRIBUTES = "unix:ino,mode,uid,gid,nlink,lastModifiedTime,ctime";

  private SourceState() {}

  /** By path below the folder; its own is empty. */
  static Map<String, String> of(Path folder) throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        Map<String, Object> attributes =
            Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        String bytes = Files.isRegularFile(path) ? Sha256.of(Files.readAllBytes(path)) : "folder";
        state.put(folder.relativize(path).toString(), new TreeMap<>(attributes) + " " + bytes);
      }
    }
    return state;
  }
}
