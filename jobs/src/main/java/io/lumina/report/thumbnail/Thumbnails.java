package io.lumina.report.thumbnail;

import io.lumina.image.reading.PictureReading;
import io.lumina.job.Progress;
import io.lumina.report.model.Gallery;
import io.lumina.report.model.Picture;
import io.lumina.report.model.Thumbnail;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes small pictures from the files where that is cheap and safe, else from the stored grey
 * values. A picture that fails in any way costs its thumbnail and nothing else.
 */
public final class Thumbnails implements Gallery {
  /** Files longer than this are not read for a thumbnail. */
  public static final long MAX_BYTES = 64_000_000;

  /** Pictures with more pixels than this are not decoded for a thumbnail. */
  public static final long MAX_PIXELS = 100_000_000;

  /** The same for formats whose decoder cannot scale: 100 MB for one picture, 200 at 16 bits. */
  public static final long MAX_PIXELS_AT_FULL_SIZE = 25_000_000;

  /** Few, because each may hold a whole file and its picture. */
  private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private static final String JPEG = "JPEG";
  private static final Set<String> DECODED = Set.of(JPEG, "PNG", "WEBP", "TIFF", "BMP", "GIF");
  private static final String SEVERE = "severe";
  private static final int THINNEST = 24;

  private final SourceBytes source;
  private final StoredLumas lumas;
  private final int longSide;

  /**
   * Thumbnails of files.
   *
   * @param source reads the files
   * @param lumas asked once for all pictures whose file gave none
   * @param longSide of a thumbnail in pixels, at most
   */
  public Thumbnails(SourceBytes source, StoredLumas lumas, int longSide) {
    this.source = Objects.requireNonNull(source, "source");
    this.lumas = Objects.requireNonNull(lumas, "lumas");
    if (longSide < 2 * THINNEST) {
      throw new IllegalArgumentException(
          "A thumbnail of "
              + longSide
              + " pixels shows nothing; take "
              + 2 * THINNEST
              + " or more");
    }
    this.longSide = longSide;
  }

  @Override
  public Thumbnail of(Picture picture) {
    return all(List.of(picture), Progress.SILENT).of(picture);
  }

  /**
   * Thumbnails of many pictures at once; a picture that is not among them has none. When the thread
   * is interrupted, those that are not made yet are missing.
   */
  public Gallery all(Collection<Picture> pictures, Progress progress) {
    Map<String, Thumbnail> made = inColour(pictures, progress);
    List<Picture> others =
        pictures.stream().filter(picture -> !made.containsKey(picture.imageId())).toList();
    if (!others.isEmpty() && !Thread.currentThread().isInterrupted()) {
      Map<String, byte[]> stored = lumas.of(others);
      for (Picture picture : others) {
        byte[] luma = stored.getOrDefault(picture.imageId(), new byte[0]);
        made.put(picture.imageId(), inGrey(picture, luma).orElseGet(() -> missing(picture)));
      }
    }
    progress.current(pictures.size());
    return picture ->
        made.getOrDefault(picture.imageId(), new Thumbnail.Missing("Picture limit reached"));
  }

  /** By image id, those whose file gives one. */
  private Map<String, Thumbnail> inColour(Collection<Picture> pictures, Progress progress) {
    Map<String, Thumbnail> made = new ConcurrentHashMap<>();
    AtomicLong done = new AtomicLong();
    progress.total(pictures.size());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      threads.invokeAll(
          pictures.stream()
              .map(
                  picture ->
                      Executors.callable(
                          () -> {
                            inColour(picture)
                                .ifPresent(small -> made.put(picture.imageId(), small));
                            progress.current(done.incrementAndGet());
                          }))
              .toList());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
    return made;
  }

  private Optional<Thumbnail> inColour(Picture picture) {
    try {
      return decodable(picture) ? decoded(picture) : Optional.empty();
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      // OpenCV throws RuntimeException for what it cannot decode, and needs its natives.
      return Optional.empty();
    }
  }

  private static boolean decodable(Picture picture) {
    long pixels = (long) picture.width() * picture.height();
    long limit = picture.format().equals(JPEG) ? MAX_PIXELS : MAX_PIXELS_AT_FULL_SIZE;
    return DECODED.contains(picture.format())
        && pixels > 0
        && pixels <= limit
        && picture.sizeBytes() <= MAX_BYTES
        && !picture.corruption().equals(Optional.of(SEVERE));
  }

  private Optional<Thumbnail> decoded(Picture picture) {
    return source
        .read(picture.sourcePath(), MAX_BYTES)
        // Another length means another file than the one whose header was checked.
        .filter(content -> content.length == picture.sizeBytes())
        .flatMap(
            content ->
                ThumbnailCodec.decode(
                    content,
                    picture.format().equals(JPEG),
                    Math.max(picture.width(), picture.height()),
                    longSide))
        .map(pixels -> small(pixels.upright(picture.orientation()), false));
  }

  private Optional<Thumbnail> inGrey(Picture picture, byte[] luma) {
    int side = PictureReading.LUMA_SIDE;
    if (luma.length != side * side) {
      return Optional.empty();
    }
    int width = Math.max(1, picture.shownWidth());
    int height = Math.max(1, picture.shownHeight());
    double scale = (double) longSide / Math.max(width, height);
    try {
      return Optional.of(
          small(
              ThumbnailCodec.stretched(luma, side, scaled(width, scale), scaled(height, scale)),
              true));
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      return Optional.empty();
    }
  }

  private static int scaled(int pixels, double scale) {
    return Math.max(THINNEST, (int) Math.round(pixels * scale));
  }

  private static Thumbnail small(Pixels pixels, boolean grey) {
    return new Thumbnail.Small(
        ThumbnailCodec.encode(pixels), pixels.width(), pixels.height(), grey);
  }

  private static Thumbnail missing(Picture picture) {
    String what = picture.format().isEmpty() ? picture.fileType() : picture.format();
    return new Thumbnail.Missing(what.toUpperCase(Locale.ROOT) + ", no preview");
  }
}
