package io.lumina.meta.film;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import io.lumina.meta.field.Findings;
import java.io.IOException;

/** A TIFF stream whose first directory is the GPS directory. */
final class GpsStream extends ExifTiffHandler {
  private GpsStream(Metadata into) {
    super(into, null, 0);
  }

  static void read(byte[] tiff, Metadata into, Findings found) {
    try {
      new TiffReader().processTiff(new ByteArrayReader(tiff), new GpsStream(into), 0);
    } catch (TiffProcessingException | IOException e) {
      found.issue("metadata_error", "GPS: " + e.getMessage());
    }
  }

  @Override
  public void setTiffMarker(int marker) {
    pushDirectory(GpsDirectory.class);
  }
}
