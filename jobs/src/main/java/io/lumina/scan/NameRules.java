package io.lumina.scan;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which names a scan looks at. Case does not matter. */
public final class NameRules implements Serializable {
  private static final String ANY = "*";

  private final Set<String> media;
  private final Set<String> sidecars;
  private final List<Pattern> excluded;

  /**
   * Rules by extension and by folder name.
   *
   * @param media extensions without dot; {@code *} takes every file
   * @param sidecars extensions of files that describe another
   * @param excludedDirectories folder names not to enter; {@code *} stands for any characters
   */
  public NameRules(List<String> media, List<String> sidecars, List<String> excludedDirectories) {
    this.media = lowerCase(media);
    this.sidecars = lowerCase(sidecars);
    this.excluded = excludedDirectories.stream().map(NameRules::glob).toList();
  }

  /** What a file is by its name: {@code media}, {@code sidecar}, or nothing. */
  public Optional<FileRole> role(String fileName) {
    String extension = extension(fileName);
    if (sidecars.contains(extension)) {
      return Optional.of(FileRole.SIDECAR);
    }
    if (media.contains(ANY) || media.contains(extension)) {
      return Optional.of(FileRole.MEDIA);
    }
    return Optional.empty();
  }

  /** Whether a folder of this name is entered. */
  public boolean enters(String directoryName) {
    return excluded.stream().noneMatch(pattern -> pattern.matcher(directoryName).matches());
  }

  private static String extension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static Set<String> lowerCase(List<String> extensions) {
    return extensions.stream()
        .map(extension -> extension.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Pattern glob(String name) {
    String regex =
        Pattern.compile("\\*")
            .splitAsStream(name + " ")
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    String trimmed = regex.substring(0, regex.length() - " \\E".length()) + "\\E";
    return Pattern.compile(trimmed, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
