package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.container.Box;
import io.lumina.container.HeifItems;
import io.lumina.meta.field.Findings;
import java.util.Arrays;
import java.util.Optional;

/** What a HEIF or AVIF file says of its picture: size, how to turn it, Exif, XMP. */
final class HeifMetadata {
  /** Items may overlap, so their count is what bounds the work. */
  private static final int MAX_METADATA_ITEMS = 16;

  private final HeifItems items;
  private final IsoFile file;
  private int metadataItems;

  /**
   * @param meta a full box, whose children come after four bytes of version and flags
   */
  HeifMetadata(Box meta, IsoFile file) {
    this.items = new HeifItems(meta);
    this.file = file;
  }

  void read(Findings found) {
    if (items.primary() >= 0 && items.hasProperties()) {
      picture(found);
    }
    for (HeifItems.Entry entry : items.entries()) {
      item(entry, found);
    }
  }

  private void picture(Findings found) {
    HeifTurns turns = new HeifTurns();
    items.properties(items.primary()).forEach(turns::property);
    items.size(items.primary()).ifPresent(size -> found.size(size.width(), size.height()));
    found.orientation(Optional.of(turns.orientation()));
  }

  private void item(HeifItems.Entry entry, Findings found) {
    boolean exif = entry.type().equals("Exif");
    if (!items.isPlaced(entry.item())
        || !(exif || entry.type().equals("mime"))
        || ++metadataItems > MAX_METADATA_ITEMS) {
      return;
    }
    Optional<byte[]> data = items.content(entry.item());
    if (data.isEmpty()) {
      found.issue("metadata_truncated", "Item " + entry.type() + " lies outside the file");
    } else if (exif) {
      exif(data.get());
    } else if (entry.rest().contains("rdf+xml")) {
      file.xmp(data.get());
    }
  }

  /** Four bytes say how far behind them the TIFF header stands. */
  private void exif(byte[] data) {
    if (data.length > 12) {
      long header = 4 + BigEndian.u32(data, 0);
      file.exif(Arrays.copyOfRange(data, header + 8 < data.length ? (int) header : 4, data.length));
    }
  }
}
