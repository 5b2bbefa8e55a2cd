package io.lumina.score;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which label speaks of which file of a catalog.
 *
 * @param files by label; only what was found
 * @param missing labels of files that should lie in the catalog and do not
 * @param outside labels of files that lie in no source directory of the catalog
 */
public record MatchedLabels(
    Map<LabelledFile, CatalogFile> files, List<LabelledFile> missing, List<LabelledFile> outside) {

  public MatchedLabels {
    files = Map.copyOf(files);
    missing = List.copyOf(missing);
    outside = List.copyOf(outside);
  }

  /**
   * Finds for each label the file whose path ends as it does; where several do, the one that makes
   * the label relative to a source directory or to a folder above it.
   *
   * @param labels with paths relative to one folder
   * @param known files of the catalog, at least all those that have the name of a labelled one
   * @param sources source directories of the catalog
   * @throws LuminaException (usage) for a label that fits two files equally well, for two labels of
   *     one file, or when no label fits any
   */
  public static MatchedLabels of(
      List<LabelledFile> labels, List<CatalogFile> known, List<String> sources) {
    Map<String, List<CatalogFile>> byName = new HashMap<>();
    for (CatalogFile file : known) {
      byName.computeIfAbsent(CatalogFile.name(file.path()), any -> new ArrayList<>(1)).add(file);
    }
    Map<String, LabelMatch> byFile = new HashMap<>();
    for (LabelledFile label : labels) {
      best(label, byName.getOrDefault(CatalogFile.name(label.file()), List.of()))
          .ifPresent(match -> byFile.merge(match.file().id(), match, MatchedLabels::better));
    }
    if (byFile.isEmpty() && !labels.isEmpty()) {
      throw usage(
          "None of the %d labels fits a file of the catalog, whose sources are %s; labels name"
              + " files relative to a source directory or to a folder above it, such as %s",
          labels.size(), String.join(", ", sources), labels.get(0).file());
    }
    return of(labels, byFile, sources);
  }

  private static MatchedLabels of(
      List<LabelledFile> labels, Map<String, LabelMatch> byFile, List<String> sources) {
    Map<LabelledFile, CatalogFile> files = new HashMap<>();
    Set<LabelMatch.Place> places = new HashSet<>();
    for (LabelMatch match : byFile.values()) {
      files.put(match.label(), match.file());
      places.add(match.place());
    }
    List<LabelledFile> missing = new ArrayList<>();
    List<LabelledFile> outside = new ArrayList<>();
    for (LabelledFile label : labels) {
      if (!files.containsKey(label)) {
        boolean inside =
            places.stream()
                .flatMap(place -> place.path(label).stream())
                .anyMatch(path -> sources.stream().anyMatch(source -> liesIn(path, source)));
        (inside ? missing : outside).add(label);
      }
    }
    return new MatchedLabels(files, missing, outside);
  }

  private static Optional<LabelMatch> best(LabelledFile label, List<CatalogFile> candidates) {
    List<LabelMatch> matches =
        candidates.stream()
            .flatMap(file -> LabelMatch.of(label, file).stream())
            .sorted(LabelMatch.ORDER)
            .toList();
    if (matches.size() > 1 && LabelMatch.ORDER.compare(matches.get(0), matches.get(1)) == 0) {
      throw usage(
          "The label %s fits two files of the catalog, %s and %s; write labels relative to a source"
              + " directory or to a folder above it",
          label.file(), matches.get(0).file().path(), matches.get(1).file().path());
    }
    return matches.stream().findFirst();
  }

  private static LabelMatch better(LabelMatch one, LabelMatch other) {
    int order = LabelMatch.ORDER.compare(one, other);
    if (order == 0) {
      throw usage(
          "The labels %s and %s both fit the file %s; leave one of them out",
          one.label().file(), other.label().file(), one.file().path());
    }
    return order < 0 ? one : other;
  }

  private static boolean liesIn(String path, String source) {
    return path.startsWith(source.endsWith("/") ? source : source + "/");
  }

  private static LuminaException usage(String message, Object... values) {
    return new LuminaException(ExitCode.USAGE, message.formatted(values));
  }
}
