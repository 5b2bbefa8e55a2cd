package io.lumina.meta;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.jpeg.JpegDirectory;

/** Turns the directories of a file into fields, asking the most trusted source first. */
final class Interpretation {
  private final Metadata tags;
  private final Findings found;

  Interpretation(Metadata tags, Findings found) {
    this.tags = tags;
    this.found = found;
  }

  void read() {
    errors();
    Tags jpeg = Tags.of(tags, JpegDirectory.class);
    found.size(
        jpeg.integer(JpegDirectory.TAG_IMAGE_WIDTH).orElse(0),
        jpeg.integer(JpegDirectory.TAG_IMAGE_HEIGHT).orElse(0));
    new ExifFields(tags).readInto(found);
    new GpsFields(tags, found).read();
  }

  private void errors() {
    for (Directory directory : tags.getDirectories()) {
      for (String error : directory.getErrors()) {
        found.issue("metadata_error", directory.getName() + ": " + error);
      }
    }
  }
}
