package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.container.Bytes;
import io.lumina.meta.date.DateField;
import io.lumina.meta.date.DateText;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import io.lumina.meta.text.CleanText;
import java.util.Optional;
import java.util.Set;

/** The lists INFO and exif of WAV and AVI, which cameras use for voice memos. */
public final class RiffWords {
  private static final int MAX_CHUNKS = 10_000;

  /** Lists of an AVI's headers. */
  private static final Set<String> HEADERS = Set.of("hdrl", "strl");

  private static final String CAMERA_DATA = "AVIF";
  private static final byte[] TIFF_HEADER = {'I', 'I', 42, 0, 8, 0, 0, 0};

  private final Bytes file;
  private final Findings found;
  private final IsoFile streams;
  private int depth;
  private String day = "";
  private String clock = "";

  private RiffWords(byte[] content, IsoFile streams, Findings found) {
    this.streams = streams;
    this.file = Bytes.littleEndian(content);
    this.found = found;
  }

  public static boolean matches(byte[] content) {
    return content.length > 20
        && BigEndian.startsWith(content, 0, "RIFF")
        && (BigEndian.startsWith(content, 8, "WAVE") || BigEndian.startsWith(content, 8, "AVI "));
  }

  public static void read(byte[] content, IsoFile streams, Findings found) {
    RiffWords words = new RiffWords(content, streams, found);
    words.chunks(12, content.length, false);
    if (!DateText.meansUnknown(words.day)) {
      String moment = (words.day + " " + words.clock).strip();
      found.date(DateField.RIFF_ORIGINAL, Optional.of(moment));
    }
  }

  private void chunks(long from, long to, boolean inList) {
    long at = from;
    for (int i = 0; i < MAX_CHUNKS && at + 8 <= to; i++) {
      long length = file.u32(at + 4);
      long end = Math.min(to, at + 8 + length);
      String type = BigEndian.code(file.array(), (int) at);
      boolean list = type.equals("LIST") && file.has(at + 8, 4);
      if (inList) {
        word(type, CleanText.decode(file.range(at + 8, end - at - 8)));
      } else if (list && isWords(BigEndian.code(file.array(), (int) at + 8))) {
        chunks(at + 12, end, true);
      } else if (list
          && HEADERS.contains(BigEndian.code(file.array(), (int) at + 8))
          && depth < 3) {
        depth++;
        chunks(at + 12, end, false);
        depth--;
      } else if (type.equals("strd")) {
        streamData(file.range(at + 8, end - at - 8));
      }
      at += 8 + length + length % 2;
    }
  }

  /** Some cameras put directories of Exif beside a stream, without the header of a TIFF. */
  private void streamData(byte[] data) {
    if (BigEndian.startsWith(data, 0, CAMERA_DATA)) {
      byte[] tiff = data.clone();
      System.arraycopy(TIFF_HEADER, 0, tiff, 0, TIFF_HEADER.length);
      streams.exif(tiff);
    }
  }

  private static boolean isWords(String list) {
    return list.equals("INFO") || list.equals("exif");
  }

  private void word(String type, String text) {
    Optional<String> value = Optional.of(text);
    switch (type) {
      case "ICRD" -> day = CleanText.line(text, CleanText.MAX_RAW);
      case "etim" -> clock = CleanText.line(text, CleanText.MAX_RAW);
      case "ecor" -> found.text(MetadataField.MAKE, value);
      case "emdl" -> found.text(MetadataField.MODEL, value);
      case "INAM" -> found.text(MetadataField.TITLE, value);
      case "IART" -> found.text(MetadataField.ARTIST, value);
      case "ICOP" -> found.text(MetadataField.COPYRIGHT, value);
      case "ISFT" -> found.text(MetadataField.SOFTWARE, value);
      default -> {}
    }
  }
}
