package io.lumina.meta;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import io.lumina.meta.camera.MakernoteExposure;
import io.lumina.meta.camera.MakernoteFields;
import io.lumina.meta.exif.ExifFields;
import io.lumina.meta.exif.GpsFields;
import io.lumina.meta.exif.IptcFields;
import io.lumina.meta.exif.TiffSize;
import io.lumina.meta.field.Findings;
import io.lumina.meta.xmp.XmpFields;

/**
 * Turns the directories of a file into fields, asking the most trusted source first: the container
 * for sizes, then Exif, XMP, IPTC and the container's own words. ExifTool chooses alike.
 */
final class Interpretation {
  private final Metadata tags;
  private final Findings found;

  Interpretation(Metadata tags, Findings found) {
    this.tags = tags;
    this.found = found;
  }

  void read() {
    errors();
    ContainerFields container = new ContainerFields(tags, found);
    TiffSize tiff = new TiffSize(tags);
    tiff.panasonicInto(found);
    container.sizes();
    tiff.readInto(found);
    tiff.orientationInto(found);
    MakernoteFields makernotes = new MakernoteFields(tags);
    makernotes.kodakInto(found);
    ExifFields exif = new ExifFields(tags);
    exif.readInto(found);
    new GpsFields(tags, found).read();
    makernotes.readInto(found);
    makernotes.sensitivityInto(found);
    new MakernoteExposure(tags).readInto(found);
    for (XmpDirectory packet : tags.getDirectoriesOfType(XmpDirectory.class)) {
      if (packet.getXMPMeta() != null) {
        new XmpFields(packet.getXMPMeta(), found).read();
      }
    }
    exif.ratingInto(found);
    new IptcFields(tags).readInto(found, exif.hasUnsetClock());
    container.words();
    found.askLast();
  }

  private void errors() {
    for (Directory directory : tags.getDirectories()) {
      String code = directory instanceof XmpDirectory ? "bad_xmp" : "metadata_error";
      for (String error : directory.getErrors()) {
        found.issue(code, directory.getName() + ": " + error);
      }
    }
  }
}
