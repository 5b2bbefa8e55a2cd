package io.lumina.meta;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.exif.makernotes.CasioType1MakernoteDirectory;
import com.drew.metadata.exif.makernotes.FujifilmMakernoteDirectory;
import com.drew.metadata.exif.makernotes.KodakMakernoteDirectory;
import com.drew.metadata.exif.makernotes.NikonType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusEquipmentMakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusMakernoteDirectory;
import com.drew.metadata.exif.makernotes.PanasonicMakernoteDirectory;
import java.util.Optional;

/** What only the makers' own notes say: serial numbers, lenses, and cameras that leave Exif out. */
final class MakernoteFields {
  private static final int CANON_PLAIN_ISO = 0x4000;
  private static final int UNKNOWN_ISO = 0xFFFF;

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

  /** Some cameras leave the sensitivity to these; to be asked after Exif. */
  void sensitivityInto(Findings found) {
    found.integer(
        MetadataField.ISO,
        Tags.of(tags, CanonMakernoteDirectory.class)
            .integer(CanonMakernoteDirectory.CameraSettings.TAG_ISO)
            .flatMap(MakernoteFields::canonIso));
    // Two numbers: the first is a mode.
    found.integer(
        MetadataField.ISO,
        Tags.of(tags, NikonType2MakernoteDirectory.class)
            .numbers(NikonType2MakernoteDirectory.TAG_ISO_1)
            .stream()
            .skip(1)
            .findFirst()
            .map(Double::intValue)
            .filter(iso -> iso > 0));
    found.integer(
        MetadataField.ISO,
        Tags.of(tags, CasioType1MakernoteDirectory.class)
            .integer(CasioType1MakernoteDirectory.TAG_CCD_SENSITIVITY)
            .filter(iso -> iso > 0));
  }

  /** Old bodies write codes, newer ones the number itself with a flag. */
  private static Optional<Integer> canonIso(int value) {
    if ((value & CANON_PLAIN_ISO) != 0) {
      return Optional.of(value & ~CANON_PLAIN_ISO);
    }
    return value >= 16 && value <= 19 ? Optional.of(50 << (value - 16)) : Optional.empty();
  }

  /** Kodak's notes are finer than its Exif, which is rounded; to be asked before Exif. */
  void kodakInto(Findings found) {
    Tags kodak = Tags.of(tags, KodakMakernoteDirectory.class);
    found.number(
        MetadataField.EXPOSURE_TIME,
        kodak
            .number(KodakMakernoteDirectory.TAG_EXPOSURE_TIME)
            .filter(n -> n > 0)
            .map(n -> n / 100_000));
    found.number(
        MetadataField.F_NUMBER,
        kodak.number(KodakMakernoteDirectory.TAG_F_NUMBER).filter(n -> n > 0).map(n -> n / 100));
    found.integer(
        MetadataField.ISO,
        kodak.integer(KodakMakernoteDirectory.TAG_ISO).filter(n -> n > 0 && n < UNKNOWN_ISO));
  }

  private <T extends Directory> void text(
      Findings found, MetadataField field, Class<T> kind, int tag) {
    found.text(field, Tags.of(tags, kind).text(tag));
  }
}
