package io.lumina.container;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Magic bytes, as the formats' specifications give them. */
final class FormatDetector {
  private static final Set<Integer> BMP_HEADERS = Set.of(12, 16, 40, 52, 56, 64, 108, 124);
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
  private static final Set<String> HEIF_BRANDS = Set.of("mif1", "msf1", "mif2", "miaf", "avci");
  private static final Set<String> AUDIO_BRANDS = Set.of("M4A ", "M4B ", "M4P ");

  /** The first four bytes, or more, of formats that need no second look. */
  private static final Map<String, FileFormat> PREFIXES =
      Map.ofEntries(
          Map.entry("\u00ff\u00d8", FileFormat.JPEG),
          Map.entry("\u0089PNG", FileFormat.PNG),
          Map.entry("GIF8", FileFormat.GIF),
          Map.entry("8BPS", FileFormat.PSD),
          Map.entry("\0\0\0\fJXL \r\n", FileFormat.JXL),
          Map.entry("\u00ff\n", FileFormat.JXL),
          Map.entry("\0\0\0\fjP  \r\n", FileFormat.JP2),
          Map.entry("\u00ff\u004f\u00ff\u0051", FileFormat.JP2),
          Map.entry("IIRO", FileFormat.ORF),
          Map.entry("IIRS", FileFormat.ORF),
          Map.entry("MMOR", FileFormat.ORF),
          Map.entry("IIU\0", FileFormat.RW2),
          Map.entry("FUJIFILMCCD-RAW", FileFormat.RAF),
          Map.entry("II\u001a\0\0\0HEAPCCDR", FileFormat.CRW),
          Map.entry("FOVb", FileFormat.X3F),
          Map.entry("\0MRM", FileFormat.MRW),
          Map.entry("\0\0\u0001\u00ba", FileFormat.MPEG_PS),
          Map.entry("\0\0\u0001\u00b3", FileFormat.MPEG_PS),
          Map.entry("FLV\u0001", FileFormat.FLV),
          Map.entry("\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011", FileFormat.WMV),
          Map.entry("ID3", FileFormat.MP3),
          Map.entry("fLaC", FileFormat.FLAC));

  private final byte[] head;
  private final Bytes bytes;
  private final String extension;

  FormatDetector(byte[] head, String extension) {
    this.head = head;
    this.bytes = Bytes.bigEndian(head);
    this.extension = extension;
  }

  FileFormat detect() {
    for (Map.Entry<String, FileFormat> prefix : PREFIXES.entrySet()) {
      if (bytes.matches(0, prefix.getKey())) {
        return prefix.getValue();
      }
    }
    if (isTiff()) {
      return new TiffFlavour(head, extension).detect();
    }
    if (bytes.matches(4, "ftyp")) {
      FileFormat format = isoBrand();
      boolean audio = "m4a".equals(extension) || "m4b".equals(extension);
      // Some recorders give their sound the brand of a film.
      return audio && format.kind() == MediaKind.VIDEO ? FileFormat.M4A : format;
    }
    return container();
  }

  private boolean isTiff() {
    int magic = Bytes.littleEndian(head).u16(2);
    return (bytes.matches(0, "II") && (magic == 42 || magic == 43))
        || (bytes.matches(0, "MM") && (bytes.u16(2) == 42 || bytes.u16(2) == 43));
  }

  private FileFormat isoBrand() {
    int end = (int) Math.min(bytes.u32(0), Math.min(head.length, 512));
    FileFormat major = brand(bytes.latin1(8, 4));
    if (major != FileFormat.HEIF && major != FileFormat.UNKNOWN) {
      return major;
    }
    for (int at = 16; at + 4 <= end; at += 4) {
      FileFormat compatible = brand(bytes.latin1(at, 4));
      boolean narrows = compatible == FileFormat.HEIC || compatible == FileFormat.AVIF;
      if (major == FileFormat.UNKNOWN && compatible != FileFormat.UNKNOWN || narrows) {
        return compatible;
      }
    }
    // An unknown brand is still a box file of some player.
    return major == FileFormat.UNKNOWN ? FileFormat.MP4 : major;
  }

  private static FileFormat brand(String brand) {
    if (HEIC_BRANDS.contains(brand)) {
      return FileFormat.HEIC;
    }
    if (HEIF_BRANDS.contains(brand)) {
      return FileFormat.HEIF;
    }
    if (AUDIO_BRANDS.contains(brand)) {
      return FileFormat.M4A;
    }
    if (brand.startsWith("3g")) {
      return FileFormat.THREE_GP;
    }
    return switch (brand) {
      case "avif", "avis" -> FileFormat.AVIF;
      case "crx " -> FileFormat.CR3;
      case "qt  " -> FileFormat.MOV;
      case "M4V ", "M4VH", "M4VP" -> FileFormat.M4V;
      case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "mmp4", "MSNV", "XAVC" ->
          FileFormat.MP4;
      default -> FileFormat.UNKNOWN;
    };
  }

  private FileFormat container() {
    if (bytes.matches(0, "RIFF")) {
      return switch (bytes.latin1(8, 4)) {
        case "WEBP" -> FileFormat.WEBP;
        case "AVI " -> FileFormat.AVI;
        case "WAVE" -> FileFormat.WAV;
        default -> FileFormat.UNKNOWN;
      };
    }
    if (bytes.matches(0, "\u001aE\u00df\u00a3")) {
      return bytes.indexOf("webm", 4, 80) >= 0 ? FileFormat.WEBM : FileFormat.MKV;
    }
    if (bytes.matches(0, "OggS")) {
      return bytes.matches(28, "OpusHead") ? FileFormat.OPUS : FileFormat.OGG;
    }
    if (bytes.matches(0, "BM") && BMP_HEADERS.contains((int) Bytes.littleEndian(head).u32(14))) {
      return FileFormat.BMP;
    }
    if (bytes.matches(0, "BM") && "bmp".equals(extension)) {
      return FileFormat.BMP;
    }
    return loose();
  }

  /** Formats whose first bytes prove less, after all others. */
  private FileFormat loose() {
    switch (bytes.latin1(4, 4)) {
      case "moov", "mdat", "wide", "free", "skip", "pnot" -> {
        return FileFormat.MOV;
      }
      default -> {}
    }
    int count = Bytes.littleEndian(head).u16(4);
    if (bytes.matches(0, "\0\0\u0001\0") && count > 0 && bytes.u8(9) == 0) {
      return FileFormat.ICO;
    }
    if (isTransportStream(0, 188) || isTransportStream(4, 192)) {
      return FileFormat.MPEG_TS;
    }
    if (bytes.u8(0) == 0xff && (bytes.u8(1) & 0xf6) == 0xf0) {
      return FileFormat.AAC;
    }
    boolean layer3 = bytes.u8(0) == 0xff && (bytes.u8(1) & 0xe6) == 0xe2;
    if (layer3 && bytes.u8(2) >> 4 != 15 && (bytes.u8(2) >> 2 & 3) != 3) {
      return FileFormat.MP3;
    }
    if (bytes.has(4, 4) && bytes.u8(0) == 7 && bytes.matches(2, "MM\0\u0003")) {
      // Casio QV: a RAW without a reader.
      return FileFormat.RAW;
    }
    if (bytes.matches(25, "ARECOYK")) {
      return FileFormat.RAW;
    }
    return text();
  }

  private boolean isTransportStream(int first, int packet) {
    return bytes.u8(first) == 0x47
        && bytes.u8(first + packet) == 0x47
        && bytes.u8(first + 2L * packet) == 0x47;
  }

  private FileFormat text() {
    // Dropping zeros makes UTF-16 and UTF-32 readable enough.
    String text = bytes.latin1(0, FileFormat.HEAD_BYTES).replace("\0", "");
    String start = text.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\\s*", "");
    if (start.startsWith("<")) {
      String lower = start.toLowerCase(Locale.ROOT);
      boolean xmp =
          lower.contains("xpacket") || lower.contains("x:xmpmeta") || lower.contains("rdf:rdf");
      return xmp || (start.startsWith("<?xml") && "xmp".equals(extension))
          ? FileFormat.XMP
          : FileFormat.UNKNOWN;
    }
    return start.matches("(?s)\\{\\s*[\"}].*|\\[\\s*[\\[{\"\\]0-9].*")
        ? FileFormat.JSON
        : FileFormat.UNKNOWN;
  }
}
