package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.container.HeifItems;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import java.util.Optional;

/** Boxes and items of a HEIF or AVIF file: size of the picture, and whether all data are there. */
public final class HeifStructure {
  private HeifStructure() {}

  public static Structure of(byte[] content, Optional<HeifItems> items) {
    Damage damage = new Damage();
    Bytes bytes = Bytes.bigEndian(content);
    BoxCheck.of(content, damage);
    Optional<HeifItems.Size> size = items.flatMap(known -> known.size(known.primary()));
    items.ifPresent(known -> locations(known, bytes, damage));
    int width = size.map(HeifItems.Size::width).orElse(0);
    int height = size.map(HeifItems.Size::height).orElse(0);
    // Tiles are decoded one by one; a picture in one piece needs its planes.
    long decoded = (long) width * height * 3 / 2;
    return new Structure(width, height, decoded, Orientation.UPRIGHT, false, damage.found());
  }

  private static void locations(HeifItems items, Bytes bytes, Damage damage) {
    int outside = 0;
    for (HeifItems.Extent extent : items.extents()) {
      if (!bytes.has(extent.at(), extent.length())) {
        outside++;
      }
    }
    if (outside > 0) {
      damage.minor(
          CorruptionReason.TRUNCATED,
          outside + " of " + items.extents().size() + " pieces of items lie outside of the file");
    }
  }
}
