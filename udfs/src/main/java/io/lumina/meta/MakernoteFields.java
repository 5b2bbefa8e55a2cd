package io.lumina.meta;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.exif.makernotes.FujifilmMakernoteDirectory;
import com.drew.metadata.exif.makernotes.NikonType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusEquipmentMakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusMakernoteDirectory;
import com.drew.metadata.exif.makernotes.PanasonicMakernoteDirectory;

/** What only the makers' own notes say: serial numbers, lenses, and cameras that leave Exif out. */
final class MakernoteFields {
  private final Metadata tags;

  MakernoteFields(Metadata tags) {
    this.tags = tags;
  }

  void readInto(Findings found) {
    text(
        found,
        MetadataField.SERIAL,
        CanonMakernoteDirectory.class,
        CanonMakernoteDirectory.TAG_CANON_SERIAL_NUMBER);
    text(
        found,
        MetadataField.SERIAL,
        NikonType2MakernoteDirectory.class,
        NikonType2MakernoteDirectory.TAG_CAMERA_SERIAL_NUMBER);
    text(
        found,
        MetadataField.SERIAL,
        FujifilmMakernoteDirectory.class,
        FujifilmMakernoteDirectory.TAG_SERIAL_NUMBER);
    text(
        found,
        MetadataField.SERIAL,
        PanasonicMakernoteDirectory.class,
        PanasonicMakernoteDirectory.TAG_INTERNAL_SERIAL_NUMBER);
    text(
        found,
        MetadataField.SERIAL,
        OlympusEquipmentMakernoteDirectory.class,
        OlympusEquipmentMakernoteDirectory.TAG_SERIAL_NUMBER);
    text(
        found,
        MetadataField.SERIAL,
        OlympusMakernoteDirectory.class,
        OlympusMakernoteDirectory.TAG_SERIAL_NUMBER_1);
    text(
        found,
        MetadataField.LENS,
        CanonMakernoteDirectory.class,
        CanonMakernoteDirectory.TAG_LENS_MODEL);
    text(
        found,
        MetadataField.LENS,
        OlympusEquipmentMakernoteDirectory.class,
        OlympusEquipmentMakernoteDirectory.TAG_LENS_MODEL);
  }

  private <T extends Directory> void text(
      Findings found, MetadataField field, Class<T> kind, int tag) {
    found.text(field, Tags.of(tags, kind).text(tag));
  }
}
