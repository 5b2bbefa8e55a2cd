package io.lumina.meta;

import com.drew.imaging.png.PngChunkType;
import com.drew.lang.KeyValuePair;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.avi.AviDirectory;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.ico.IcoDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.photoshop.PsdHeaderDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.wav.WavDirectory;
import com.drew.metadata.webp.WebpDirectory;
import io.lumina.meta.date.DateField;
import io.lumina.meta.exif.Tags;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import io.lumina.meta.text.CleanText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the containers themselves say: sizes in pixels, text chunks, durations. */
final class ContainerFields {
  private final Metadata tags;
  private final Findings found;

  ContainerFields(Metadata tags, Findings found) {
    this.tags = tags;
    this.found = found;
  }

  /**
   * Sizes of formats that hold one picture; to be asked before Exif, which people's programs forget
   * to mend.
   */
  void sizes() {
    size(JpegDirectory.class, JpegDirectory.TAG_IMAGE_WIDTH, JpegDirectory.TAG_IMAGE_HEIGHT);
    size(WebpDirectory.class, WebpDirectory.TAG_IMAGE_WIDTH, WebpDirectory.TAG_IMAGE_HEIGHT);
    size(
        GifHeaderDirectory.class,
        GifHeaderDirectory.TAG_IMAGE_WIDTH,
        GifHeaderDirectory.TAG_IMAGE_HEIGHT);
    size(
        PsdHeaderDirectory.class,
        PsdHeaderDirectory.TAG_IMAGE_WIDTH,
        PsdHeaderDirectory.TAG_IMAGE_HEIGHT);
    size(IcoDirectory.class, IcoDirectory.TAG_IMAGE_WIDTH, IcoDirectory.TAG_IMAGE_HEIGHT);
    size(AviDirectory.class, AviDirectory.TAG_WIDTH, AviDirectory.TAG_HEIGHT);
    for (PngDirectory png : tags.getDirectoriesOfType(PngDirectory.class)) {
      if (png.getPngChunkType().equals(PngChunkType.IHDR)) {
        size(Tags.of(png), PngDirectory.TAG_IMAGE_WIDTH, PngDirectory.TAG_IMAGE_HEIGHT);
      }
    }
  }

  /** Text chunks of PNG, and what AVI and WAV say; the least trusted source. */
  void words() {
    for (PngDirectory png : tags.getDirectoriesOfType(PngDirectory.class)) {
      textual(png);
      if (png.getPngChunkType().equals(PngChunkType.tIME)) {
        found.date(
            DateField.PNG_MODIFIED, Tags.of(png).text(PngDirectory.TAG_LAST_MODIFICATION_TIME));
      }
    }
    Tags avi = Tags.of(tags, AviDirectory.class);
    found.date(DateField.RIFF_ORIGINAL, avi.text(AviDirectory.TAG_DATETIME_ORIGINAL));
    found.number(
        MetadataField.DURATION, avi.number(AviDirectory.TAG_DURATION).map(micros -> micros / 1e6));
    found.text(MetadataField.CODEC, avi.text(AviDirectory.TAG_VIDEO_CODEC));
    Tags wav = Tags.of(tags, WavDirectory.class);
    found.text(MetadataField.TITLE, wav.text(WavDirectory.TAG_TITLE));
    found.text(MetadataField.ARTIST, wav.text(WavDirectory.TAG_ARTIST));
    found.text(MetadataField.SOFTWARE, wav.text(WavDirectory.TAG_SOFTWARE));
    found.text(MetadataField.COPYRIGHT, wav.text(WavDirectory.TAG_COPYRIGHT));
    found.text(MetadataField.CODEC, wav.text(WavDirectory.TAG_FORMAT));
    found.date(DateField.RIFF_CREATED, wav.text(WavDirectory.TAG_DATE_CREATED));
  }

  private <T extends Directory> void size(Class<T> kind, int widthTag, int heightTag) {
    size(Tags.of(tags, kind), widthTag, heightTag);
  }

  private void size(Tags directory, int widthTag, int heightTag) {
    found.size(directory.integer(widthTag).orElse(0), directory.integer(heightTag).orElse(0));
  }

  private void textual(PngDirectory png) {
    if (!(png.getObject(PngDirectory.TAG_TEXTUAL_DATA) instanceof List<?> pairs)) {
      return;
    }
    for (Object each : pairs) {
      if (each instanceof KeyValuePair pair) {
        textual(pair.getKey(), Optional.of(CleanText.decode(pair.getValue().getBytes())));
      }
    }
  }

  private void textual(String key, Optional<String> text) {
    switch (key.toLowerCase(Locale.ROOT)) {
      case "title" -> found.text(MetadataField.TITLE, text);
      case "author" -> found.text(MetadataField.ARTIST, text);
      case "description" -> found.text(MetadataField.DESCRIPTION, text);
      case "copyright" -> found.text(MetadataField.COPYRIGHT, text);
      case "software" -> found.text(MetadataField.SOFTWARE, text);
      case "creation time", "create-date" -> found.date(DateField.PNG_CREATION_TIME, text);
      // ImageMagick copies what the file system said of the file that it converted.
      case "date:create", "date:modify" -> found.instant(DateField.CONVERTED_FILE, text);
      default -> {}
    }
  }
}
