package io.lumina.organize;

import io.lumina.act.file.Contents;
import io.lumina.organize.layout.Taken;
import io.lumina.table.FilesTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * What lies in the folders of a target. A file of the size and time of a file that is to go there
 * is taken for that one, as a scan takes it; others of such a size are read.
 */
final class TargetFolders implements Taken {
  private static final String UNREAD = "of another size";

  private final PlaceSettings settings;
  private final Collection<Row> coming;
  private final Map<String, Path> paths = new HashMap<>();
  private final Set<Path> listed = new HashSet<>();
  private final Map<String, Optional<String>> known = new HashMap<>();

  /**
   * Lists nothing yet.
   *
   * @param coming structs of {@link OrganizeUnits#FILE_FIELDS} that are to be placed
   */
  TargetFolders(PlaceSettings settings, Collection<Row> coming) {
    this.settings = settings;
    this.coming = coming;
  }

  @Override
  public Optional<String> checksum(String key) {
    return known.computeIfAbsent(key, this::look);
  }

  private Optional<String> look(String key) {
    try {
      Path path = Path.of(settings.target()).resolve(key);
      list(path.getParent());
      Path there = paths.getOrDefault(key, path);
      return Files.exists(there, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(content(there))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Where names are folded, that of a file is not the one that was asked for. */
  private void list(Path folder) throws IOException {
    boolean isPlain = !settings.traits().foldsCase() && !settings.traits().foldsUnicode();
    if (isPlain || !Files.isDirectory(folder) || !listed.add(folder)) {
      return;
    }
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      for (Path name : names) {
        paths.put(settings.key(Path.of(settings.target()).relativize(name).toString()), name);
      }
    }
  }

  private String content(Path there) throws IOException {
    if (!Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)) {
      return UNREAD;
    }
    long size = Files.size(there);
    long modified =
        Files.getLastModifiedTime(there).toInstant().truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
    Set<String> alike = new HashSet<>();
    Set<String> ofSize = new HashSet<>();
    for (Row file : coming) {
      if (file.<Long>getAs(FilesTable.SIZE_BYTES) == size) {
        ofSize.add(file.getAs(FilesTable.SHA256));
        if (file.<Timestamp>getAs(FilesTable.MODIFIED_AT).getTime() == modified) {
          alike.add(file.getAs(FilesTable.SHA256));
        }
      }
    }
    if (alike.size() == 1 && ofSize.size() == 1) {
      return alike.iterator().next();
    }
    for (String sha256 : ofSize) {
      if (Contents.is(there, sha256, size)) {
        return sha256;
      }
    }
    return UNREAD;
  }
}
