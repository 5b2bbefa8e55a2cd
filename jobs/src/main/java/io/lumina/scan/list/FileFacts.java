package io.lumina.scan.list;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What one look at a path of a mounted file system says. */
record FileFacts(
    boolean isLink,
    boolean isDirectory,
    boolean isRegular,
    long size,
    Instant modified,
    Optional<HardLink> hardLink) {
  private static final boolean KNOWS_INODES =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  static FileFacts of(Path path, LinkOption... options) throws IOException {
    if (!KNOWS_INODES) {
      BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class, options);
      return new FileFacts(
          basic.isSymbolicLink(),
          basic.isDirectory(),
          basic.isRegularFile(),
          basic.size(),
          basic.lastModifiedTime().toInstant(),
          Optional.empty());
    }
    // All of it at once: each further question would look at the file again.
    Map<String, Object> unix =
        Files.readAttributes(
            path,
            "unix:isSymbolicLink,isDirectory,isRegularFile,size,lastModifiedTime,dev,ino,nlink",
            options);
    boolean isRegular = (Boolean) unix.get("isRegularFile");
    int names = (Integer) unix.get("nlink");
    return new FileFacts(
        (Boolean) unix.get("isSymbolicLink"),
        (Boolean) unix.get("isDirectory"),
        isRegular,
        (Long) unix.get("size"),
        ((FileTime) unix.get("lastModifiedTime")).toInstant(),
        isRegular && names > 1
            ? Optional.of(new HardLink(unix.get("dev") + ":" + unix.get("ino"), names))
            : Optional.empty());
  }
}
