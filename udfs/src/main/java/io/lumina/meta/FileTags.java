package io.lumina.meta;

import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import io.lumina.meta.camera.CiffFile;
import io.lumina.meta.camera.KyoceraFile;
import io.lumina.meta.camera.MinoltaFile;
import io.lumina.meta.camera.SigmaFile;
import io.lumina.meta.field.Findings;
import io.lumina.meta.film.AsfFile;
import io.lumina.meta.film.CamcorderFile;
import io.lumina.meta.film.IsoFile;
import io.lumina.meta.film.JpegXlSize;
import io.lumina.meta.film.MatroskaFile;
import io.lumina.meta.film.RiffWords;
import java.io.IOException;

/** Finds the reader for a file by its first bytes. */
final class FileTags {
  private FileTags() {}

  /** Reads what a file holds into the library's directories, or straight into the findings. */
  static void read(byte[] content, Metadata tags, Findings found)
      throws ImageProcessingException, IOException {
    if (readOwn(content, tags, found)) {
      return;
    }
    if (PngGuard.matches(content)) {
      byte[] chunks = PngGuard.withoutBombs(content, found);
      LibraryTags.read(chunks, tags);
      PngProfiles.read(chunks, tags, found);
    } else if (content.length == 0) {
      found.issue("metadata_unreadable", "The file is empty");
    } else {
      if (RiffWords.matches(content)) {
        RiffWords.read(content, new IsoFile(content, tags, found), found);
      }
      LibraryTags.read(content, tags);
    }
  }

  /** Formats that the library does not know, or does not survive. */
  private static boolean readOwn(byte[] content, Metadata tags, Findings found) {
    IsoFile streams = new IsoFile(content, tags, found);
    if (JpegSegments.matches(content)) {
      JpegSegments.parse(content, tags, found);
    } else if (IsoFile.matches(content)) {
      streams.parse();
    } else if (JpegXlSize.matches(content)) {
      JpegXlSize.read(content, found);
    } else if (MinoltaFile.matches(content)) {
      MinoltaFile.parse(content, streams, found);
    } else if (SigmaFile.matches(content)) {
      SigmaFile.parse(content, found);
    } else if (KyoceraFile.matches(content)) {
      KyoceraFile.parse(content, found);
    } else if (BitmapSize.matches(content)) {
      BitmapSize.read(content, found);
    } else if (BigTiffSize.matches(content)) {
      BigTiffSize.read(content, found);
    } else if (GimpFile.matches(content)) {
      GimpFile.read(content, streams, found);
    } else if (AsfFile.matches(content)) {
      AsfFile.parse(content, found);
    } else if (MatroskaFile.matches(content)) {
      MatroskaFile.parse(content, found);
    } else if (CiffFile.matches(content)) {
      CiffFile.parse(content, found);
    } else if (CamcorderFile.matches(content)) {
      CamcorderFile.parse(content, found);
    } else {
      return false;
    }
    return true;
  }
}
