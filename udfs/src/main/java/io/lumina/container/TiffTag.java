package io.lumina.container;

/** Tags of TIFF 6.0, and of its kin, that more than one class asks for. */
public final class TiffTag {
  public static final int NEW_SUBFILE_TYPE = 0xfe;
  public static final int WIDTH = 0x100;
  public static final int HEIGHT = 0x101;
  public static final int BITS = 0x102;
  public static final int COMPRESSION = 0x103;
  public static final int PHOTOMETRIC = 0x106;
  public static final int STRIP_OFFSETS = 0x111;
  public static final int ORIENTATION = 0x112;
  public static final int SAMPLES = 0x115;
  public static final int STRIP_BYTES = 0x117;
  public static final int TILE_OFFSETS = 0x144;
  public static final int TILE_BYTES = 0x145;
  public static final int SUB_IFDS = 0x14a;
  public static final int EXTRA_SAMPLES = 0x152;

  private TiffTag() {}
}
