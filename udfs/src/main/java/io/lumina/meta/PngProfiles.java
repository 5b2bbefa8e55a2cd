package io.lumina.meta;

import com.drew.imaging.ImageProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpReader;
import io.lumina.container.BigEndian;
import io.lumina.meta.field.Findings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/**
 * Exif, XMP and IPTC as ImageMagick and its kin write them into PNG: hexadecimal text in a text
 * chunk of the keyword {@code Raw profile type exif}, plain or packed.
 */
final class PngProfiles {
  private static final String KEYWORD = "Raw profile type ";
  private static final String EXIF = "Exif\0\0";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final int SIGNATURE = 8;
  private static final int FRAME = 12;

  /** As much as the guard before lets unpack. */
  private static final int MAX_TEXT = 16 << 20;

  private PngProfiles() {}

  /** Reads the profiles of a file whose chunks are whole. */
  static void read(byte[] png, Metadata tags, Findings found) {
    int at = SIGNATURE;
    while (at + FRAME <= png.length) {
      int length = (int) BigEndian.u32(png, at);
      String type = BigEndian.code(png, at + 4);
      int start = at + 8;
      if (length < 0 || start + length > png.length) {
        return;
      }
      if (BigEndian.startsWith(png, start, KEYWORD)) {
        try {
          text(type, Arrays.copyOfRange(png, start, start + length), tags);
        } catch (IOException | ImageProcessingException | RuntimeException e) {
          found.issue("metadata_error", "PNG raw profile: " + e.getMessage());
        }
      }
      at = start + length + 4;
    }
  }

  private static void text(String type, byte[] chunk, Metadata tags)
      throws IOException, ImageProcessingException {
    int end = zero(chunk, 0);
    String name =
        new String(chunk, KEYWORD.length(), end - KEYWORD.length(), StandardCharsets.ISO_8859_1);
    byte[] text =
        switch (type) {
          case "tEXt" -> Arrays.copyOfRange(chunk, Math.min(chunk.length, end + 1), chunk.length);
          case "zTXt" -> inflated(chunk, end + 2);
          case "iTXt" -> international(chunk, end + 1);
          default -> new byte[0];
        };
    profile(name, bytes(new String(text, StandardCharsets.ISO_8859_1)), tags);
  }

  private static void profile(String name, byte[] profile, Metadata tags)
      throws ImageProcessingException {
    boolean exif = BigEndian.startsWith(profile, 0, EXIF);
    if (exif || name.equals("exif")) {
      int from = exif ? EXIF.length() : 0;
      new ExifReader()
          .extract(new ByteArrayReader(Arrays.copyOfRange(profile, from, profile.length)), tags);
    } else if (name.equals("xmp") || BigEndian.startsWith(profile, 0, XMP)) {
      int from = BigEndian.startsWith(profile, 0, XMP) ? XMP.length() : 0;
      new XmpReader().extract(Arrays.copyOfRange(profile, from, profile.length), tags);
    } else if (name.equals("iptc") || name.equals("8bim")) {
      new PhotoshopReader().extract(new SequentialByteArrayReader(profile), profile.length, tags);
    }
  }

  /** A line with the name, one with the length, and digits in lines. */
  private static byte[] bytes(String text) {
    String[] lines = text.strip().split("\\s+", 3);
    String digits = lines.length < 3 ? "" : lines[2];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int high = -1;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit >= 0 && high < 0) {
        high = digit;
      } else if (digit >= 0) {
        bytes.write(high << 4 | digit);
        high = -1;
      }
    }
    return bytes.toByteArray();
  }

  /** A flag, a method, a language and a translated keyword come before the text. */
  private static byte[] international(byte[] chunk, int at) throws IOException {
    int start = zero(chunk, zero(chunk, at + 2) + 1) + 1;
    boolean packed = at < chunk.length && chunk[at] == 1;
    return packed
        ? inflated(chunk, start)
        : Arrays.copyOfRange(chunk, Math.min(start, chunk.length), chunk.length);
  }

  private static byte[] inflated(byte[] chunk, int from) throws IOException {
    int start = Math.min(from, chunk.length);
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(chunk, start, chunk.length - start))) {
      return in.readNBytes(MAX_TEXT);
    }
  }

  private static int zero(byte[] chunk, int from) {
    int at = Math.min(from, chunk.length);
    while (at < chunk.length && chunk[at] != 0) {
      at++;
    }
    return at;
  }
}
