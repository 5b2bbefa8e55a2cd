package io.lumina.scan.list;

import io.lumina.source.OwnFolders;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which names a scan looks at. Case does not matter. */
public final class NameRules implements Serializable {
  private static final String ANY = "*";

  /** Macs put what other file systems cannot hold into a second file of this name. */
  private static final String APPLE_DOUBLE = "._";

  private final Set<String> media;
  private final Set<String> sidecars;
  private final List<Pattern> excluded;
  private final List<Pattern> excludedFiles;

  /**
   * Rules by extension and by name.
   *
   * @param media extensions without dot; {@code *} takes every file
   * @param sidecars extensions of files that describe another
   * @param excludedDirectories folder names not to enter; {@code *} stands for any characters
   * @param excludedFiles file names not to look at; the same
   */
  public NameRules(
      List<String> media,
      List<String> sidecars,
      List<String> excludedDirectories,
      List<String> excludedFiles) {
    this.media = lowerCase(media);
    this.sidecars = lowerCase(sidecars);
    this.excluded = excludedDirectories.stream().map(NameRules::glob).toList();
    this.excludedFiles = excludedFiles.stream().map(NameRules::glob).toList();
  }

  /** What a file is by its name: {@code media}, {@code sidecar}, or nothing. */
  public Optional<FileRole> role(String fileName) {
    if (fileName.startsWith(APPLE_DOUBLE) || excludes(fileName)) {
      return Optional.empty();
    }
    String extension = extension(fileName);
    if (sidecars.contains(extension)) {
      return Optional.of(FileRole.SIDECAR);
    }
    if (media.contains(ANY) || media.contains(extension)) {
      return Optional.of(FileRole.MEDIA);
    }
    return Optional.empty();
  }

  /** Whether a file of this name is passed by, whatever its extension. */
  boolean excludes(String fileName) {
    return excludedFiles.stream().anyMatch(pattern -> pattern.matcher(fileName).matches());
  }

  /** Whether a folder of this name is entered. */
  public boolean enters(String directoryName) {
    return !OwnFolders.contains(directoryName)
        && excluded.stream().noneMatch(pattern -> pattern.matcher(directoryName).matches());
  }

  /** The sidecars of each file of one folder that has some: paths, best last. */
  Map<String, List<String>> sidecars(List<Entry> folder) {
    List<String> paths = new ArrayList<>();
    boolean any = false;
    for (Entry entry : folder) {
      Optional<FileRole> role =
          entry instanceof Entry.File ? role(PathNames.fileName(entry.path())) : Optional.empty();
      role.ifPresent(known -> paths.add(entry.path()));
      any |= role.equals(Optional.of(FileRole.SIDECAR));
    }
    return any ? FolderSidecars.of(paths) : Map.of();
  }

  private static String extension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static Set<String> lowerCase(List<String> extensions) {
    return extensions.stream()
        .map(extension -> extension.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Pattern glob(String name) {
    String regex =
        Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
