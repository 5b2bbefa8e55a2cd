package io.lumina.meta.camera;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.exif.makernotes.CasioType1MakernoteDirectory;
import com.drew.metadata.exif.makernotes.FujifilmMakernoteDirectory;
import com.drew.metadata.exif.makernotes.NikonType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusEquipmentMakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusMakernoteDirectory;
import com.drew.metadata.exif.makernotes.PanasonicMakernoteDirectory;
import io.lumina.container.BigEndian;
import io.lumina.meta.exif.Tags;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import java.util.Optional;

/** What only the makers' own notes say: serial numbers, lenses, and cameras that leave Exif out. */
public final class MakernoteFields {
  private static final int CANON_AUTO_ISO = 0xC401;
  private static final int CANON_BASE_ISO = 0xC402;
  private static final int CANON_PLAIN_ISO = 0x4000;
  private static final int UNKNOWN_ISO = 0xFFFF;

  private final Metadata tags;

  public MakernoteFields(Metadata tags) {
    this.tags = tags;
  }

  public void readInto(Findings found) {
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
  public void sensitivityInto(Findings found) {
    found.integer(
        MetadataField.ISO,
        Tags.of(tags, CanonMakernoteDirectory.class)
            .integer(CanonMakernoteDirectory.CameraSettings.TAG_ISO)
            .flatMap(MakernoteFields::canonIso));
    found.integer(MetadataField.ISO, canonBase());
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

  /** Base and automatic gain as powers of two in steps of 1/32, as ExifTool combines them. */
  private Optional<Integer> canonBase() {
    Tags canon = Tags.of(tags, CanonMakernoteDirectory.class);
    Optional<Double> base = canon.number(CANON_BASE_ISO);
    Optional<Double> auto = canon.number(CANON_AUTO_ISO);
    if (base.isEmpty() || auto.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of((int) Math.round(Math.pow(2, (base.get() + auto.get()) / 32) * 100 / 32));
  }

  /** Old bodies write codes, newer ones the number itself with a flag. */
  static Optional<Integer> canonIso(int value) {
    if ((value & CANON_PLAIN_ISO) != 0) {
      return Optional.of(value & ~CANON_PLAIN_ISO);
    }
    return value >= 16 && value <= 19 ? Optional.of(50 << (value - 16)) : Optional.empty();
  }

  /**
   * Kodak's early notes, a plain table without a signature, are finer than its Exif, which is
   * rounded; to be asked before Exif. Recognised by the year in them. ExifTool calls them type 3.
   */
  public void kodakInto(Findings found) {
    Tags exif = Tags.of(tags, ExifSubIFDDirectory.class);
    boolean kodak =
        Tags.of(tags, ExifIFD0Directory.class)
            .text(ExifDirectoryBase.TAG_MAKE)
            .filter(make -> make.startsWith("EASTMAN KODAK"))
            .isPresent();
    Optional<byte[]> notes =
        exif.value(ExifDirectoryBase.TAG_MAKERNOTE)
            .filter(byte[].class::isInstance)
            .map(byte[].class::cast)
            .filter(bytes -> kodak && bytes.length >= 0x50 && bytes[12] == 7);
    notes.ifPresent(
        bytes -> {
          int iso = BigEndian.u16(bytes, 0x4E);
          found.number(MetadataField.EXPOSURE_TIME, positive(BigEndian.u32(bytes, 0x38) / 1e5));
          found.number(MetadataField.F_NUMBER, positive(BigEndian.u16(bytes, 0x3C) / 100.0));
          found.integer(MetadataField.ISO, Optional.of(iso).filter(n -> n > 0 && n < UNKNOWN_ISO));
        });
  }

  private static Optional<Double> positive(double number) {
    return Optional.of(number).filter(n -> n > 0);
  }

  private <T extends Directory> void text(
      Findings found, MetadataField field, Class<T> kind, int tag) {
    found.text(field, Tags.of(tags, kind).text(tag));
  }
}
