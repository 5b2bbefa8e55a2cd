package io.lumina.meta;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpReader;
import io.lumina.container.BigEndian;
import io.lumina.meta.camera.CasioSegment;
import io.lumina.meta.camera.CiffFile;
import io.lumina.meta.field.Findings;
import java.util.Arrays;
import java.util.List;

/**
 * The segments of a JPEG up to its first scan. metadata-extractor gives up a whole file when one
 * segment is cut off; here what came before it is kept.
 */
final class JpegSegments {
  /** Real pictures stay far below (extended XMP included); more is an attack on memory. */
  private static final int MAX_BYTES = 64 << 20;

  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int TEMPORARY = 0x01;
  private static final int FIRST_RESTART = 0xD0;
  private static final int FIRST_APP = 0xE0;

  private JpegSegments() {}

  static boolean matches(byte[] content) {
    return content.length > 2
        && BigEndian.u8(content, 0) == 0xFF
        && BigEndian.u8(content, 1) == START_OF_IMAGE
        && BigEndian.u8(content, 2) == 0xFF;
  }

  static void parse(byte[] content, Metadata into, Findings findings) {
    JpegSegmentData segments = segments(content, findings);
    for (JpegSegmentMetadataReader reader :
        List.of(new JpegReader(), new ExifReader(), new XmpReader(), new PhotoshopReader())) {
      parse(segments, reader, into, findings);
    }
  }

  /** One reader at a time, so that what breaks one leaves the others. */
  private static void parse(
      JpegSegmentData segments,
      JpegSegmentMetadataReader reader,
      Metadata into,
      Findings findings) {
    try {
      JpegMetadataReader.processJpegSegmentData(into, List.of(reader), segments);
    } catch (RuntimeException | StackOverflowError e) {
      findings.issue("metadata_error", reader.getClass().getSimpleName() + ": " + e);
    }
  }

  /** What cameras wrote before there was Exif, or beside it. */
  private static void old(byte[] segment, Findings findings) {
    if (CiffFile.matches(segment)) {
      findings.atLast(() -> CiffFile.parse(segment, findings));
    } else if (CasioSegment.matches(segment)) {
      findings.atLast(() -> CasioSegment.parse(segment, findings));
    }
  }

  private static JpegSegmentData segments(byte[] content, Findings findings) {
    JpegSegmentData segments = new JpegSegmentData();
    int at = 2;
    int kept = 0;
    while (at + 4 <= content.length && kept <= MAX_BYTES) {
      int marker = BigEndian.u8(content, at + 1);
      if (BigEndian.u8(content, at) != 0xFF || marker == 0xFF || marker == 0) {
        // Fill bytes and junk between segments: look for the next marker.
        at++;
        continue;
      }
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        return segments;
      }
      if (marker == TEMPORARY || (marker >= FIRST_RESTART && marker <= START_OF_IMAGE)) {
        at += 2;
        continue;
      }
      int length = BigEndian.u16(content, at + 2);
      int end = at + 2 + Math.max(2, length);
      if (end > content.length) {
        findings.issue(
            "metadata_truncated",
            "A JPEG segment ends " + (end - content.length) + " bytes after the file");
        end = content.length;
      }
      if (marker == FIRST_APP || marker == FIRST_APP + 1) {
        old(Arrays.copyOfRange(content, at + 4, Math.max(at + 4, end)), findings);
      }
      segments.addSegment(
          (byte) marker, Arrays.copyOfRange(content, at + 4, Math.max(at + 4, end)));
      kept += end - at;
      at = end;
    }
    findings.issue("metadata_truncated", "The JPEG has no scan");
    return segments;
  }
}
