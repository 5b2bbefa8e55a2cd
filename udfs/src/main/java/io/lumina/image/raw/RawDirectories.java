package io.lumina.image.raw;

import io.lumina.container.Bytes;
import io.lumina.container.FileFormat;
import io.lumina.container.TiffReader;
import io.lumina.container.TiffTag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a RAW file's directories tell: size, orientation, where JPEGs may lie. */
public final class RawDirectories {
  private static final int JPEG_OFFSET = 0x201;
  private static final int JPG_FROM_RAW = 0x2e;
  private static final int RW2_HEIGHT = 6;
  private static final int RW2_WIDTH = 7;
  private static final int EXIF_WIDTH = 0xa002;
  private static final int EXIF_HEIGHT = 0xa003;
  private static final int EXIF_IFD = 0x8769;
  private static final int MAX_DIRECTORIES = 64;
  private static final int RAF_JPEG_AT = 84;

  private final List<Long> previews = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();
  private boolean sound;
  private int width;
  private int height;
  private int orientation;

  private RawDirectories() {}

  public static RawDirectories of(byte[] content, FileFormat format) {
    RawDirectories directories = new RawDirectories();
    switch (format) {
      case RAF -> {
        directories.previews.add(Bytes.bigEndian(content).u32(RAF_JPEG_AT));
        directories.sound = content.length > RAF_JPEG_AT + 8;
      }
      case CR3, CRW, X3F, MRW -> directories.sound = content.length > 64;
      default -> {}
    }
    Optional<TiffReader> tiff = TiffReader.at(content, 0);
    tiff.ifPresent(directories::walk);
    return directories;
  }

  /** Whether there is a header with something behind it. */
  boolean isSound() {
    return sound;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Exif orientation of the first directory; 0 where it does not tell. */
  int orientation() {
    return orientation;
  }

  /** Positions at which a JPEG may begin; not checked. */
  List<Long> previews() {
    return previews;
  }

  private void walk(TiffReader tiff) {
    long at = tiff.firstOffset();
    TiffReader.Ifd first = tiff.ifd(at);
    sound = first.whole() && first.count() >= 2;
    orientation = (int) tiff.value(first, TiffTag.ORIENTATION, 0);
    orientation = orientation >= 1 && orientation <= 8 ? orientation : 0;
    while (at != 0 && seen.size() < MAX_DIRECTORIES && seen.add(at)) {
      TiffReader.Ifd ifd = tiff.ifd(at);
      directory(tiff, ifd);
      at = ifd.next();
    }
    if (width == 0) {
      size(tiff.value(first, RW2_WIDTH, 0), tiff.value(first, RW2_HEIGHT, 0));
    }
    if (width == 0) {
      TiffReader.Ifd exif = tiff.ifd(tiff.value(first, EXIF_IFD, 0));
      size(tiff.value(exif, EXIF_WIDTH, 0), tiff.value(exif, EXIF_HEIGHT, 0));
    }
  }

  private void directory(TiffReader tiff, TiffReader.Ifd ifd) {
    long type = tiff.value(ifd, TiffTag.NEW_SUBFILE_TYPE, 0);
    if ((type & 1) == 0) {
      size(tiff.value(ifd, TiffTag.WIDTH, 0), tiff.value(ifd, TiffTag.HEIGHT, 0));
    }
    add(tiff.value(ifd, JPEG_OFFSET, 0));
    long compression = tiff.value(ifd, TiffTag.COMPRESSION, 0);
    if (compression == 6 || compression == 7) {
      add(tiff.value(ifd, TiffTag.STRIP_OFFSETS, 0));
    }
    ifd.entry(JPG_FROM_RAW).ifPresent(entry -> add(entry.at()));
    ifd.entry(TiffTag.SUB_IFDS)
        .ifPresent(
            entry -> {
              for (long at : tiff.values(entry, MAX_DIRECTORIES)) {
                if (seen.size() < MAX_DIRECTORIES && seen.add(at)) {
                  directory(tiff, tiff.ifd(at));
                }
              }
            });
  }

  private void add(long place) {
    if (place > 0) {
      previews.add(place);
    }
  }

  /** Keeps the largest size that is announced. */
  private void size(long wide, long high) {
    boolean possible = wide > 0 && high > 0 && wide < 1 << 20 && high < 1 << 20;
    if (possible && wide * high > (long) width * height) {
      width = (int) wide;
      height = (int) high;
    }
  }
}
