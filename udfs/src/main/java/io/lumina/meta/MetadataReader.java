package io.lumina.meta;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads the metadata of one file from its bytes. Never throws for what the bytes hold. */
public final class MetadataReader {

  /** All that one file says of itself. */
  public MetadataReading read(byte[] content) {
    Findings found = new Findings();
    Metadata tags = new Metadata();
    try {
      parse(content, tags, found);
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      found.issue("metadata_unreadable", String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError | StackOverflowError e) {
      // Headers of a few bytes can ask for more memory or depth than there is; the file is at
      // fault.
      found.issue("metadata_unreadable", "Asks for too much: " + e);
    }
    new Interpretation(tags, found).read();
    return found.reading();
  }

  private static void parse(byte[] content, Metadata tags, Findings found)
      throws ImageProcessingException, IOException {
    if (JpegSegments.matches(content)) {
      JpegSegments.parse(content, tags, found);
    } else if (IsoFile.matches(content)) {
      new IsoFile(content, tags, found).parse();
    } else if (JpegXlSize.matches(content)) {
      JpegXlSize.of(content).ifPresent(size -> found.size(size.width(), size.height()));
    } else if (MinoltaFile.matches(content)) {
      MinoltaFile.parse(content, new IsoFile(content, tags, found), found);
    } else if (BitmapSize.matches(content)) {
      BitmapSize.read(content, found);
    } else if (PngGuard.matches(content)) {
      library(PngGuard.withoutBombs(content, found), tags);
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
