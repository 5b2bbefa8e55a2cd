package io.lumina.meta;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.avi.AviRiffHandler;
import com.drew.metadata.gif.GifReader;
import com.drew.metadata.ico.IcoReader;
import com.drew.metadata.photoshop.PsdReader;
import com.drew.metadata.wav.WavRiffHandler;
import com.drew.metadata.webp.WebpRiffHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Calls metadata-extractor's reader for a type. What it found before it stumbled stays, and formats
 * of nested lengths are read through a {@link BoundedReader}.
 */
final class LibraryTags {
  private LibraryTags() {}

  static void read(byte[] content, Metadata tags) throws ImageProcessingException, IOException {
    FileType type = FileTypeDetector.detectFileType(new ByteArrayInputStream(content));
    BoundedReader reader = new BoundedReader(content);
    switch (type) {
      case Psd -> new PsdReader().extract(reader, tags);
      case Gif -> new GifReader().extract(reader, tags);
      case Ico -> new IcoReader().extract(reader, tags);
      case WebP -> riff(reader, new WebpRiffHandler(tags));
      case Avi -> riff(reader, new AviRiffHandler(tags));
      case Wav -> riff(reader, new WavRiffHandler(tags));
      case Unknown -> throw new ImageProcessingException("File format could not be determined");
      default ->
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(content), content.length, type)
              .getDirectories()
              .forEach(tags::addDirectory);
    }
  }

  private static void riff(BoundedReader reader, RiffHandler handler)
      throws ImageProcessingException, IOException {
    new RiffReader().processRiff(reader, handler);
  }
}
