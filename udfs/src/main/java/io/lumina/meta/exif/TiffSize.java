package io.lumina.meta.exif;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifImageDirectory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.PanasonicRawIFD0Directory;
import io.lumina.meta.field.Findings;
import java.util.List;
import java.util.Optional;

/**
 * The size of a TIFF's main picture. The first directory is it, except where it calls itself a
 * reduced copy, as in most RAW files; then the largest other one is.
 */
public final class TiffSize {
  private static final int PANASONIC_TOP = 0x0004;
  private static final int PANASONIC_LEFT = 0x0005;
  private static final int PANASONIC_BOTTOM = 0x0006;
  private static final int PANASONIC_RIGHT = 0x0007;

  private final Tags directories;
  private final Tags followers;
  private final Tags panasonic;

  public TiffSize(Metadata metadata) {
    this.directories =
        Tags.of(metadata, ExifIFD0Directory.class)
            .then(Tags.of(metadata, ExifSubIFDDirectory.class));
    this.followers =
        Tags.of(metadata, ExifThumbnailDirectory.class)
            .then(Tags.of(metadata, ExifImageDirectory.class));
    this.panasonic = Tags.of(metadata, PanasonicRawIFD0Directory.class);
  }

  public void readInto(Findings found) {
    List<Directory> full = full();
    full.stream()
        .findFirst()
        .filter(first -> !isReduced(first))
        .ifPresent(first -> size(first, found));
    full.stream()
        .filter(directory -> !isReduced(directory))
        .reduce((a, b) -> pixels(b) > pixels(a) ? b : a)
        .ifPresent(largest -> size(largest, found));
    full.stream().findFirst().ifPresent(first -> size(first, found));
  }

  /** Of a file that leads with a reduced copy the orientation of its main picture. */
  public void orientationInto(Findings found) {
    List<Directory> full = full();
    if (full.stream().findFirst().filter(TiffSize::isReduced).isPresent()) {
      full.stream()
          .filter(directory -> !isReduced(directory))
          .reduce((a, b) -> pixels(b) > pixels(a) ? b : a)
          .flatMap(main -> Tags.of(main).integer(ExifDirectoryBase.TAG_ORIENTATION))
          .ifPresent(orientation -> found.orientation(Optional.of(orientation)));
    }
  }

  /** Directories of pictures; those behind the first are asked where it is a reduced copy. */
  private List<Directory> full() {
    boolean leadsWithCopy =
        directories.directories().stream().findFirst().filter(TiffSize::isReduced).isPresent();
    Tags all = leadsWithCopy ? directories.then(followers) : directories;
    return all.directories().stream().filter(directory -> pixels(directory) > 0).toList();
  }

  /**
   * Panasonic gives the borders of the picture on the sensor; to be asked before the JPEG inside.
   */
  public void panasonicInto(Findings found) {
    int top = panasonic.integer(PANASONIC_TOP).orElse(0);
    int left = panasonic.integer(PANASONIC_LEFT).orElse(0);
    int bottom = panasonic.integer(PANASONIC_BOTTOM).orElse(0);
    int right = panasonic.integer(PANASONIC_RIGHT).orElse(0);
    found.size((long) right - left, (long) bottom - top);
  }

  private static boolean isReduced(Directory directory) {
    return Tags.of(directory)
        .integer(ExifDirectoryBase.TAG_NEW_SUBFILE_TYPE)
        .filter(bits -> (bits & 1) == 1)
        .isPresent();
  }

  private static long pixels(Directory directory) {
    return (long) width(directory) * height(directory);
  }

  private static void size(Directory directory, Findings found) {
    found.size(width(directory), height(directory));
  }

  private static int width(Directory directory) {
    return Tags.of(directory).integer(ExifDirectoryBase.TAG_IMAGE_WIDTH).orElse(0);
  }

  private static int height(Directory directory) {
    return Tags.of(directory).integer(ExifDirectoryBase.TAG_IMAGE_HEIGHT).orElse(0);
  }
}
