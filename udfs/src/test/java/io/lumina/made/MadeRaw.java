package io.lumina.made;

/** A DNG as cameras write it, whose only picture is its JPEG preview. */
public final class MadeRaw {
  private MadeRaw() {}

  /** The file: the fields, then the preview. */
  public static byte[] dng(Exif fields, MadePicture picture) {
    byte[] preview = picture.jpeg(90);
    fields
        .with(0xfe, TiffValue.offset(1))
        .with(0x100, TiffValue.offset(picture.width()))
        .with(0x101, TiffValue.offset(picture.height()))
        .with(0x102, TiffValue.number(8, 8, 8))
        .with(0x103, TiffValue.number(7))
        .with(0x106, TiffValue.number(6))
        .with(0x111, TiffValue.offset(0))
        .with(0x115, TiffValue.number(3))
        .with(0x116, TiffValue.offset(picture.height()))
        .with(0x117, TiffValue.offset(preview.length))
        .with(0xc612, TiffValue.bytes(1, 4, 0, 0));
    // An offset takes the same space whatever it is.
    int end = fields.tiff().length;
    byte[] directories = fields.with(0x111, TiffValue.offset(end)).tiff();
    byte[] file = new byte[end + preview.length];
    System.arraycopy(directories, 0, file, 0, end);
    System.arraycopy(preview, 0, file, end, preview.length);
    return file;
  }
}
