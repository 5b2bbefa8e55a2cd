package io.lumina.meta;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Finds the reader for a file by its first bytes. */
final class FileTags {
  private FileTags() {}

  /**
   * Reads what a file holds into the library's directories, and sizes straight into the findings.
   */
  static void read(byte[] content, Metadata tags, Findings found)
      throws ImageProcessingException, IOException {
    IsoFile streams = new IsoFile(content, tags, found);
    if (JpegSegments.matches(content)) {
      JpegSegments.parse(content, tags, found);
    } else if (IsoFile.matches(content)) {
      streams.parse();
    } else if (JpegXlSize.matches(content)) {
      JpegXlSize.of(content).ifPresent(size -> found.size(size.width(), size.height()));
    } else if (MinoltaFile.matches(content)) {
      MinoltaFile.parse(content, streams, found);
    } else if (BitmapSize.matches(content)) {
      BitmapSize.read(content, found);
    } else if (PngGuard.matches(content)) {
      library(PngGuard.withoutBombs(content, found), tags);
    } else if (content.length == 0) {
      found.issue("metadata_unreadable", "The file is empty");
    } else {
      library(content, tags);
    }
  }

  private static void library(byte[] content, Metadata tags)
      throws ImageProcessingException, IOException {
    ImageMetadataReader.readMetadata(new ByteArrayInputStream(content), content.length)
        .getDirectories()
        .forEach(tags::addDirectory);
  }
}
