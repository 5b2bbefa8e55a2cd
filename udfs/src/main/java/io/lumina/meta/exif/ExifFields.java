package io.lumina.meta.exif;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.PanasonicRawIFD0Directory;
import com.drew.metadata.exif.makernotes.AppleMakernoteDirectory;
import io.lumina.meta.date.DateField;
import io.lumina.meta.date.DateText;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import io.lumina.meta.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of Exif, in JPEG segments and in TIFF files: the main picture before its thumbnail.
 */
public final class ExifFields {
  private static final int RATING = 0x4746;
  private static final int RATING_PERCENT = 0x4749;
  private static final int APPLE_BURST = 0x000B;
  private static final int APPLE_CONTENT_IDENTIFIER = 0x0011;
  private static final int PANASONIC_ISO = 0x0017;
  private static final int DNG_SERIAL = 0xC62F;

  private final Tags main;
  private final Tags exif;
  private final Tags all;
  private final Tags thumbnail;
  private final Tags apple;

  public ExifFields(Metadata metadata) {
    this.main =
        Tags.of(metadata, ExifIFD0Directory.class)
            .then(Tags.of(metadata, PanasonicRawIFD0Directory.class));
    this.exif = Tags.of(metadata, ExifSubIFDDirectory.class);
    this.thumbnail = Tags.of(metadata, ExifThumbnailDirectory.class);
    this.all = exif.then(main);
    this.apple = Tags.of(metadata, AppleMakernoteDirectory.class);
  }

  public void readInto(Findings found) {
    camera(found);
    exposure(found);
    words(found);
    dates(found);
    found.text(MetadataField.CONTENT_IDENTIFIER, apple.text(APPLE_CONTENT_IDENTIFIER));
    found.text(MetadataField.BURST_UUID, apple.text(APPLE_BURST));
  }

  private void camera(Findings found) {
    Tags any = main.then(exif).then(thumbnail);
    found.text(MetadataField.MAKE, any.text(ExifDirectoryBase.TAG_MAKE));
    found.text(MetadataField.MODEL, any.text(ExifDirectoryBase.TAG_MODEL));
    found.text(MetadataField.SERIAL, all.text(ExifDirectoryBase.TAG_BODY_SERIAL_NUMBER));
    found.text(MetadataField.SERIAL, main.text(DNG_SERIAL));
    found.text(MetadataField.LENS, all.text(ExifDirectoryBase.TAG_LENS_MODEL));
    found.text(MetadataField.SOFTWARE, main.text(ExifDirectoryBase.TAG_SOFTWARE));
    found.orientation(any.integer(ExifDirectoryBase.TAG_ORIENTATION));
  }

  private void exposure(Findings found) {
    found.number(MetadataField.FOCAL_LENGTH, positive(ExifDirectoryBase.TAG_FOCAL_LENGTH));
    found.number(MetadataField.F_NUMBER, positive(ExifDirectoryBase.TAG_FNUMBER));
    found.number(MetadataField.EXPOSURE_TIME, positive(ExifDirectoryBase.TAG_EXPOSURE_TIME));
    found.integer(MetadataField.ISO, all.integer(ExifDirectoryBase.TAG_ISO_EQUIVALENT));
    found.integer(MetadataField.ISO, main.integer(PANASONIC_ISO));
    found.integer(MetadataField.FLASH, all.integer(ExifDirectoryBase.TAG_FLASH));
  }

  private void words(Findings found) {
    found.text(MetadataField.ARTIST, all.text(ExifDirectoryBase.TAG_ARTIST));
    found.text(MetadataField.ARTIST, windows(ExifDirectoryBase.TAG_WIN_AUTHOR));
    found.text(MetadataField.COPYRIGHT, main.text(ExifDirectoryBase.TAG_COPYRIGHT));
    found.text(MetadataField.TITLE, windows(ExifDirectoryBase.TAG_WIN_TITLE));
    found.text(MetadataField.DESCRIPTION, main.text(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION));
    windows(ExifDirectoryBase.TAG_WIN_KEYWORDS)
        .map(words -> List.of(words.split(";")))
        .ifPresent(found::keywords);
  }

  /** True where the camera left the place of its dates blank: it did not know the time. */
  public boolean hasUnsetClock() {
    Optional<String> original = all.text(ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
    Optional<String> digitized = all.text(ExifDirectoryBase.TAG_DATETIME_DIGITIZED);
    return original.isPresent()
        && Stream.of(original, digitized)
            .flatMap(Optional::stream)
            .allMatch(DateText::meansUnknown);
  }

  /** To be asked after XMP: cameras put a constant here, people's programs write there. */
  public void ratingInto(Findings found) {
    found.rating(main.number(RATING));
    found.ratingPercent(main.number(RATING_PERCENT));
  }

  private void dates(Findings found) {
    found.date(
        DateField.EXIF_ORIGINAL,
        all.text(ExifDirectoryBase.TAG_DATETIME_ORIGINAL),
        all.text(ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL),
        all.text(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL));
    found.date(
        DateField.EXIF_DIGITIZED,
        all.text(ExifDirectoryBase.TAG_DATETIME_DIGITIZED),
        all.text(ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED),
        all.text(ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED));
    found.date(
        DateField.EXIF_MODIFIED,
        main.text(ExifDirectoryBase.TAG_DATETIME),
        all.text(ExifDirectoryBase.TAG_SUBSECOND_TIME),
        all.text(ExifDirectoryBase.TAG_TIME_ZONE));
  }

  private Optional<Double> positive(int tag) {
    return all.number(tag).filter(number -> number >= 0);
  }

  /** Windows Explorer's tags: UTF-16, little endian, in an array of bytes. */
  private Optional<String> windows(int tag) {
    return main.value(tag)
        .filter(byte[].class::isInstance)
        .map(byte[].class::cast)
        .map(bytes -> Arrays.copyOf(bytes, Math.min(bytes.length, 8 * CleanText.MAX_VALUE)))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_16LE))
        .filter(text -> !CleanText.value(text).isEmpty());
  }
}
