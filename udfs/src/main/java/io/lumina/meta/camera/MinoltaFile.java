package io.lumina.meta.camera;

import io.lumina.container.BigEndian;
import io.lumina.meta.field.Findings;
import io.lumina.meta.film.IsoFile;
import java.util.Arrays;

/** Minolta's RAW: blocks with a name and a length; one holds a TIFF stream, one the size. */
public final class MinoltaFile {
  private static final String SIGNATURE = "\0MRM";

  private MinoltaFile() {}

  public static boolean matches(byte[] content) {
    return BigEndian.startsWith(content, 0, SIGNATURE) && content.length > 16;
  }

  public static void parse(byte[] content, IsoFile streams, Findings found) {
    long end = Math.min(content.length, 8 + BigEndian.u32(content, 4));
    long at = 8;
    while (at + 8 <= end) {
      long length = BigEndian.u32(content, (int) at + 4);
      int start = (int) at + 8;
      if (start + length > end) {
        found.issue(
            "metadata_truncated", "MRW block of " + length + " bytes ends after the header");
        return;
      }
      if (BigEndian.startsWith(content, (int) at, "\0PRD") && length >= 16) {
        found.size(BigEndian.u16(content, start + 14), BigEndian.u16(content, start + 12));
      } else if (BigEndian.startsWith(content, (int) at, "\0TTW")) {
        streams.exif(Arrays.copyOfRange(content, start, start + (int) length));
      }
      at = start + length;
    }
  }
}
