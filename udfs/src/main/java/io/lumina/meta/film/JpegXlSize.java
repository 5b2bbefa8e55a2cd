package io.lumina.meta.film;

import io.lumina.container.Bytes;
import io.lumina.container.JxlHeader;
import io.lumina.meta.field.Findings;
import java.util.Optional;

/** Size and orientation of a JPEG XL codestream. */
public final class JpegXlSize {
  private JpegXlSize() {}

  public static boolean matches(byte[] content) {
    return JxlHeader.isAt(Bytes.bigEndian(content), 0);
  }

  /** Nothing where it ends within its headers. */
  public static void read(byte[] codestream, Findings found) {
    if (codestream.length >= JxlHeader.BYTES && matches(codestream)) {
      JxlHeader header = JxlHeader.at(Bytes.bigEndian(codestream), 0);
      found.size(header.width(), header.height());
      found.orientation(Optional.of(header.orientation()));
    }
  }
}
