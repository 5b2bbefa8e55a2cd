package io.lumina.container;

import java.util.Locale;
import java.util.Map;

/** Tells a plain TIFF from the RAW formats that share its first bytes. */
final class TiffFlavour {
  private static final int MAKE = 0x10f;
  private static final int DNG_VERSION = 0xc612;

  private static final Map<String, FileFormat> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("dng", FileFormat.DNG),
          Map.entry("cr2", FileFormat.CR2),
          Map.entry("nef", FileFormat.NEF),
          Map.entry("nrw", FileFormat.NRW),
          Map.entry("arw", FileFormat.ARW),
          Map.entry("sr2", FileFormat.SR2),
          Map.entry("srf", FileFormat.SRF),
          Map.entry("orf", FileFormat.ORF),
          Map.entry("rw2", FileFormat.RW2),
          Map.entry("pef", FileFormat.PEF),
          Map.entry("raw", FileFormat.RAW),
          Map.entry("kdc", FileFormat.KDC),
          Map.entry("dcr", FileFormat.KDC));

  private final byte[] head;
  private final String extension;

  TiffFlavour(byte[] head, String extension) {
    this.head = head;
    this.extension = extension;
  }

  FileFormat detect() {
    if (Bytes.bigEndian(head).matches(8, "CR") && head[10] == 2) {
      return FileFormat.CR2;
    }
    FileFormat named = BY_EXTENSION.get(extension);
    return TiffReader.at(head, 0).map(tiff -> byTags(tiff, named)).orElse(orTiff(named));
  }

  private static FileFormat orTiff(FileFormat named) {
    return named == null ? FileFormat.TIFF : named;
  }

  private FileFormat byTags(TiffReader tiff, FileFormat named) {
    TiffReader.Ifd ifd = tiff.ifd(tiff.firstOffset());
    if (ifd.entry(DNG_VERSION).isPresent()) {
      return FileFormat.DNG;
    }
    if (named != null) {
      return named;
    }
    // Editors keep the Make in TIFFs that they export; only a RAW leads with a small picture.
    boolean leadsWithPreview = tiff.value(ifd, TiffTag.NEW_SUBFILE_TYPE, 0) == 1;
    long compression = tiff.value(ifd, TiffTag.COMPRESSION, 1);
    boolean vendorCompression = compression >= 32767 && compression != 32773;
    if (!vendorCompression && !(leadsWithPreview && ifd.entry(TiffTag.SUB_IFDS).isPresent())) {
      return FileFormat.TIFF;
    }
    String make = tiff.text(ifd, MAKE).toUpperCase(Locale.ROOT);
    if (make.startsWith("NIKON")) {
      return FileFormat.NEF;
    }
    if (make.startsWith("SONY")) {
      return FileFormat.ARW;
    }
    if (make.startsWith("PENTAX") || make.startsWith("RICOH")) {
      return FileFormat.PEF;
    }
    return make.startsWith("EASTMAN KODAK") || make.startsWith("KODAK")
        ? FileFormat.KDC
        : FileFormat.TIFF;
  }
}
