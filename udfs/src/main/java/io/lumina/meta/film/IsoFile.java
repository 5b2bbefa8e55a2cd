package io.lumina.meta.film;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.xmp.XmpReader;
import io.lumina.container.BigEndian;
import io.lumina.container.Box;
import io.lumina.container.JxlHeader;
import io.lumina.meta.field.Findings;
import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * Files made of boxes: HEIF, AVIF, QuickTime, MP4, 3GP, Canon CR3, JPEG 2000 and JPEG XL. Only
 * known paths are followed, so nesting cannot exhaust the stack.
 */
public final class IsoFile {
  private static final Set<String> FIRST_BOXES =
      Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot", "jP  ", "JXL ");

  private static final String XMP_UUID = "be7acfcb97a942e89c71999491e3afac";
  private static final String CANON_UUID = "85c0b687820f11e08111f4ce462b6a48";
  private static final String JPEG_2000_EXIF = "4a706754694666584578696632504a4b";

  private final Box file;
  private final Metadata into;
  private final Findings found;

  /** The beginning of a JPEG XL picture, which may be cut in the middle of its headers. */
  private final ByteArrayOutputStream codestream = new ByteArrayOutputStream();

  public IsoFile(byte[] content, Metadata into, Findings found) {
    this.file = Box.file(content);
    this.into = into;
    this.found = found;
  }

  public static boolean matches(byte[] content) {
    return content.length >= 12 && FIRST_BOXES.contains(BigEndian.code(content, 4));
  }

  public void parse() {
    file.children().forEach(this::box);
    JpegXlSize.read(codestream.toByteArray(), found);
  }

  private void box(Box box) {
    switch (box.type()) {
      case "brob" -> BrotliBox.unpacked(box, found).filter(IsoFile::isText).ifPresent(this::box);
      case "moov" -> movie(box);
      case "meta" -> new HeifMetadata(box, this).read(found);
      case "uuid" -> uuid(box);
      case "jp2h" ->
          box.child("ihdr")
              .filter(header -> header.holds(0, 8))
              .ifPresent(header -> found.size(header.u32(4), header.u32(0)));
      case "Exif" -> exif(box.payload(4));
      case "xml " -> xmp(box.payload(0));
      case "jxlc" -> codestream(box, 0);
      case "jxlp" -> codestream(box, 4);
      default -> {}
    }
  }

  private void codestream(Box box, int skip) {
    int wanted = Math.min(box.length() - skip, JxlHeader.BYTES - codestream.size());
    if (wanted > 0) {
      codestream.write(box.bytes(), box.start() + skip, wanted);
    }
  }

  /** What may be packed: nothing that holds boxes. */
  private static boolean isText(Box box) {
    return box.type().equals("Exif") || box.type().equals("xml ");
  }

  /** A TIFF stream as Exif stores it. */
  public void exif(byte[] tiff) {
    new ExifReader().extract(new ByteArrayReader(tiff), into);
  }

  void xmp(byte[] packet) {
    new XmpReader().extract(packet, into);
  }

  private void movie(Box movie) {
    movie.children().stream().filter(box -> box.type().equals("uuid")).forEach(this::uuid);
    new MovieFields(movie, this, found).read();
  }

  private void uuid(Box box) {
    if (!box.holds(0, 16)) {
      return;
    }
    String id = "%016x%016x".formatted(box.s64(0), box.s64(8));
    switch (id) {
      case XMP_UUID -> xmp(box.payload(16));
      case JPEG_2000_EXIF -> exif(box.payload(16));
      case CANON_UUID -> canon(box);
      default -> {}
    }
  }

  /** CR3 keeps the directories of Exif as TIFF streams of their own: main, Exif, maker, GPS. */
  private void canon(Box box) {
    for (Box part : box.children(16)) {
      switch (part.type()) {
        case "CMT1", "CMT2" -> exif(part.payload(0));
        case "CMT4" -> GpsStream.read(part.payload(0), into, found);
        default -> {}
      }
    }
  }
}
