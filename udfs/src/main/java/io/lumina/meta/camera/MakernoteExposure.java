package io.lumina.meta.camera;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.makernotes.CasioType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.KodakMakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusMakernoteDirectory;
import com.drew.metadata.exif.makernotes.PentaxMakernoteDirectory;
import io.lumina.meta.exif.Tags;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exposures that only the makers' own notes give, in their codes and units; to be asked after Exif.
 * What the codes mean is told by ExifTool's documentation.
 */
public final class MakernoteExposure {
  private static final Map<Integer, Integer> CASIO_ISO = Map.of(3, 50, 4, 64, 6, 100, 9, 200);

  /** Thirds of a stop, from code 3 on. */
  private static final List<Integer> PENTAX_ISO =
      List.of(
          50, 64, 80, 100, 125, 160, 200, 250, 320, 400, 500, 640, 800, 1_000, 1_250, 1_600, 2_000,
          2_500, 3_200, 4_000, 5_000, 6_400, 8_000, 10_000, 12_800);

  private static final int PENTAX_FIRST_CODE = 3;
  private static final double KODAK_EXPOSURE_UNIT = 1e5;
  private static final int OLYMPUS_ISO_100 = 5;

  private final Tags casio;
  private final Tags kodak;
  private final Tags olympus;
  private final Tags pentax;

  public MakernoteExposure(Metadata tags) {
    this.casio = Tags.of(tags, CasioType2MakernoteDirectory.class);
    this.kodak = Tags.of(tags, KodakMakernoteDirectory.class);
    this.olympus = Tags.of(tags, OlympusMakernoteDirectory.class);
    this.pentax = Tags.of(tags, PentaxMakernoteDirectory.class);
  }

  public void readInto(Findings found) {
    iso(found, casio.integer(CasioType2MakernoteDirectory.TAG_CCD_ISO_SENSITIVITY));
    iso(found, casio.integer(CasioType2MakernoteDirectory.TAG_ISO_SENSITIVITY).map(CASIO_ISO::get));
    iso(found, kodak.integer(KodakMakernoteDirectory.TAG_ISO));
    iso(found, kodak.integer(KodakMakernoteDirectory.TAG_ISO_SETTING));
    iso(
        found,
        pentax.integer(PentaxMakernoteDirectory.TAG_ISO_SPEED).flatMap(MakernoteExposure::pentax));
    iso(
        found,
        olympus
            .number(OlympusMakernoteDirectory.TAG_ISO_VALUE)
            .map(value -> (int) Math.round(100 * Math.pow(2, value - OLYMPUS_ISO_100))));
    found.number(
        MetadataField.EXPOSURE_TIME,
        kodak
            .number(KodakMakernoteDirectory.TAG_EXPOSURE_TIME)
            .filter(units -> units > 0)
            .map(units -> units / KODAK_EXPOSURE_UNIT));
    found.number(
        MetadataField.EXPOSURE_TIME,
        olympus
            .number(OlympusMakernoteDirectory.TAG_SHUTTER_SPEED_VALUE)
            .map(value -> Math.pow(2, -value)));
    found.number(
        MetadataField.F_NUMBER,
        olympus
            .number(OlympusMakernoteDirectory.TAG_APERTURE_VALUE)
            .map(value -> Math.pow(2, value / 2)));
  }

  private static void iso(Findings found, Optional<Integer> iso) {
    found.integer(MetadataField.ISO, iso.filter(value -> value > 0));
  }

  /** Early bodies write the sensitivity itself. */
  private static Optional<Integer> pentax(int code) {
    int place = code - PENTAX_FIRST_CODE;
    if (place >= 0 && place < PENTAX_ISO.size()) {
      return Optional.of(PENTAX_ISO.get(place));
    }
    return code == 50 || code == 100 || code == 200 || code == 400
        ? Optional.of(code)
        : Optional.empty();
  }
}
