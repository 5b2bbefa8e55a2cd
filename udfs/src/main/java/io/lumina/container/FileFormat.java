package io.lumina.container;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What a file is, told by its first bytes. */
public enum FileFormat {
  JPEG("image/jpeg", MediaKind.IMAGE, "jpg jpeg jpe jfif thm mpo jps insp"),
  PNG("image/png", MediaKind.IMAGE, "png apng"),
  GIF("image/gif", MediaKind.IMAGE, "gif"),
  BMP("image/bmp", MediaKind.IMAGE, "bmp dib"),
  // Backs and cameras of many makers write TIFF under names of their own.
  TIFF("image/tiff", MediaKind.IMAGE, "tif tiff srw rwl 3fr fff iiq mos mef erf dcr k25 dcs gpr"),
  WEBP("image/webp", MediaKind.IMAGE, "webp"),
  HEIC("image/heic", MediaKind.IMAGE, "heic heif hif"),
  HEIF("image/heif", MediaKind.IMAGE, "heif heic hif"),
  AVIF("image/avif", MediaKind.IMAGE, "avif"),
  JXL("image/jxl", MediaKind.IMAGE, "jxl"),
  JP2("image/jp2", MediaKind.IMAGE, "jp2 j2k j2c jpx jpf jpm"),
  PSD("image/vnd.adobe.photoshop", MediaKind.IMAGE, "psd psb"),
  ICO("image/vnd.microsoft.icon", MediaKind.IMAGE, "ico cur"),
  DNG("image/x-adobe-dng", MediaKind.IMAGE, "dng"),
  CR2("image/x-canon-cr2", MediaKind.IMAGE, "cr2"),
  CR3("image/x-canon-cr3", MediaKind.IMAGE, "cr3"),
  CRW("image/x-canon-crw", MediaKind.IMAGE, "crw"),
  NEF("image/x-nikon-nef", MediaKind.IMAGE, "nef"),
  NRW("image/x-nikon-nrw", MediaKind.IMAGE, "nrw"),
  ARW("image/x-sony-arw", MediaKind.IMAGE, "arw"),
  SR2("image/x-sony-sr2", MediaKind.IMAGE, "sr2"),
  SRF("image/x-sony-srf", MediaKind.IMAGE, "srf"),
  ORF("image/x-olympus-orf", MediaKind.IMAGE, "orf"),
  RW2("image/x-panasonic-rw2", MediaKind.IMAGE, "rw2 raw rwl"),
  RAF("image/x-fuji-raf", MediaKind.IMAGE, "raf"),
  PEF("image/x-pentax-pef", MediaKind.IMAGE, "pef"),
  RAW("image/x-raw", MediaKind.IMAGE, "raw"),
  X3F("image/x-sigma-x3f", MediaKind.IMAGE, "x3f"),
  MRW("image/x-minolta-mrw", MediaKind.IMAGE, "mrw"),
  KDC("image/x-kodak-kdc", MediaKind.IMAGE, "kdc dcr"),
  MP4("video/mp4", MediaKind.VIDEO, "mp4 m4v mov"),
  MOV("video/quicktime", MediaKind.VIDEO, "mov qt"),
  M4V("video/x-m4v", MediaKind.VIDEO, "m4v mp4"),
  THREE_GP("video/3gpp", MediaKind.VIDEO, "3gp 3g2 3gpp mp4"),
  AVI("video/x-msvideo", MediaKind.VIDEO, "avi"),
  MKV("video/x-matroska", MediaKind.VIDEO, "mkv mka"),
  WEBM("video/webm", MediaKind.VIDEO, "webm"),
  WMV("video/x-ms-wmv", MediaKind.VIDEO, "wmv asf wma"),
  FLV("video/x-flv", MediaKind.VIDEO, "flv"),
  MPEG_PS("video/mpeg", MediaKind.VIDEO, "mpg mpeg vob mod"),
  MPEG_TS("video/mp2t", MediaKind.VIDEO, "mts m2ts ts"),
  M4A("audio/mp4", MediaKind.AUDIO, "m4a m4b"),
  MP3("audio/mpeg", MediaKind.AUDIO, "mp3"),
  AAC("audio/aac", MediaKind.AUDIO, "aac"),
  WAV("audio/wav", MediaKind.AUDIO, "wav"),
  FLAC("audio/flac", MediaKind.AUDIO, "flac"),
  OGG("audio/ogg", MediaKind.AUDIO, "ogg oga ogv"),
  OPUS("audio/opus", MediaKind.AUDIO, "opus ogg"),
  XMP("application/rdf+xml", MediaKind.SIDECAR, "xmp"),
  JSON("application/json", MediaKind.SIDECAR, "json"),
  UNKNOWN("application/octet-stream", MediaKind.OTHER, "");

  /** How many first bytes of a file {@link #detect(byte[])} looks at, at most. */
  public static final int HEAD_BYTES = 4096;

  private static final Set<FileFormat> LOSSLESS = Set.of(PNG, BMP, TIFF, PSD, GIF, ICO);

  private final String mime;
  private final MediaKind kind;
  private final Set<String> extensions;

  FileFormat(String mime, MediaKind kind, String extensions) {
    this.mime = mime;
    this.kind = kind;
    this.extensions = Set.of(extensions.split(" "));
  }

  /**
   * The format of a file by its first bytes. Never throws.
   *
   * @param head the whole file or its first {@value #HEAD_BYTES} bytes
   */
  public static FileFormat detect(byte[] head) {
    return detect(head, "");
  }

  /**
   * As {@link #detect(byte[])}; the extension only tells kinds of TIFF-based RAW apart, which share
   * their first bytes. It never turns one container into another: a JPEG named {@code .nef} is a
   * JPEG.
   *
   * @param extension without the dot, any case; empty where there is none
   */
  public static FileFormat detect(byte[] head, String extension) {
    Objects.requireNonNull(extension, "extension");
    return new FormatDetector(head, extension.toLowerCase(Locale.ROOT)).detect();
  }

  public String mime() {
    return mime;
  }

  public MediaKind kind() {
    return kind;
  }

  /** Whether it holds sensor data of a camera. */
  public boolean isRaw() {
    return ordinal() >= DNG.ordinal() && ordinal() <= KDC.ordinal();
  }

  /** Whether its picture data are as a rule stored without loss; RAW files count. */
  public boolean isLossless() {
    return isRaw() || LOSSLESS.contains(this);
  }

  /**
   * Whether files of this format carry this extension. A file whose format is unknown fits nothing.
   *
   * @param extension without the dot, any case
   */
  public boolean fits(String extension) {
    return this != UNKNOWN && extensions.contains(extension.toLowerCase(Locale.ROOT));
  }
}
