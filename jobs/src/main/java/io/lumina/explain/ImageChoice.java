package io.lumina.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.source.SourcePath;
import io.lumina.table.ImagesView;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the image that a person means: by path, URI, id, or beginning of its checksum. */
final class ImageChoice {
  private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{8,64}");
  private static final int MOST_HITS = 1000;
  private static final int MOST_NAMED = 3;

  private final String catalog;
  private final Dataset<Row> images;

  ImageChoice(String catalog, Dataset<Row> images) {
    this.catalog = catalog;
    this.images = images;
  }

  /**
   * The image; of several files with one checksum the first by path.
   *
   * @throws LuminaException (usage) when there is none, or when it may be one of several
   */
  ImageFacts of(String typed) {
    if (typed.isBlank()) {
      throw usage("The image is empty; give its path, its id, or the beginning of its checksum");
    }
    String path = SourcePath.of(typed);
    String lower = typed.toLowerCase(Locale.ROOT);
    boolean isChecksum = CHECKSUM.matcher(lower).matches();
    Column wanted =
        col(ImagesView.SOURCE_PATH)
            .equalTo(path)
            .or(col(ImagesView.IMAGE_ID).equalTo(lower))
            .or(col(ImagesView.SOURCE_PATH).endsWith("/" + typed))
            .or(isChecksum ? col(ImagesView.SHA256).startsWith(lower) : lit(false));
    List<ImageFacts> hits =
        images
            .filter(wanted)
            .select(ImageFacts.columns())
            .orderBy(ImagesView.SOURCE_PATH)
            .limit(MOST_HITS)
            .collectAsList()
            .stream()
            .map(ImageFacts::of)
            .sorted(Comparator.comparing(image -> !image.present()))
            .toList();
    for (Predicate<ImageFacts> sure :
        List.<Predicate<ImageFacts>>of(
            image -> image.path().equals(path),
            image -> image.imageId().equals(lower),
            image -> image.relativePath().equals(typed),
            image -> image.path().endsWith("/" + typed))) {
      List<ImageFacts> fitting = hits.stream().filter(sure).toList();
      if (!fitting.isEmpty()) {
        return only(typed, fitting, fitting.size());
      }
    }
    if (hits.isEmpty()) {
      throw usage(
          "There is no image %s in the catalog '%s'; give its path, its id, or 8 and more digits of"
                  .formatted(typed, catalog)
              + " its checksum");
    }
    return only(typed, hits, hits.stream().map(ImageFacts::sha256).distinct().count());
  }

  private static ImageFacts only(String typed, List<ImageFacts> fitting, long different) {
    if (different > 1) {
      throw usage(
          "%s may be one of %d: %s%s; say more of it"
              .formatted(
                  typed,
                  different,
                  fitting.stream()
                      .limit(MOST_NAMED)
                      .map(ImageFacts::path)
                      .collect(Collectors.joining(", ")),
                  fitting.size() > MOST_NAMED ? ", …" : ""));
    }
    return fitting.get(0);
  }

  private static LuminaException usage(String message) {
    return new LuminaException(ExitCode.USAGE, message);
  }
}
