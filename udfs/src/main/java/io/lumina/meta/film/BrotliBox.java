package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.container.Box;
import io.lumina.meta.field.Findings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;

/** A box of JPEG XL whose content is packed: {@code brob} (ISO/IEC 18181-2). */
final class BrotliBox {
  /** More is an attack on memory: real packets have some kilobytes. */
  private static final int MAX_UNPACKED = 16 << 20;

  private static final int TYPE = 4;

  private BrotliBox() {}

  /** The box that is packed inside; nothing where it is damaged or unpacks without end. */
  static Optional<Box> unpacked(Box box, Findings found) {
    if (!box.holds(0, TYPE)) {
      return Optional.empty();
    }
    String type = BigEndian.code(box.bytes(), box.start());
    ByteArrayInputStream packed =
        new ByteArrayInputStream(box.bytes(), box.start() + TYPE, box.length() - TYPE);
    try (BrotliInputStream in = new BrotliInputStream(packed)) {
      byte[] content = in.readNBytes(MAX_UNPACKED + 1);
      if (content.length > MAX_UNPACKED) {
        found.issue(
            "metadata_bomb", "Box %s unpacks to more than %d bytes".formatted(type, MAX_UNPACKED));
        return Optional.empty();
      }
      return Optional.of(new Box(content, type, 0, content.length));
    } catch (IOException | RuntimeException e) {
      found.issue(
          "metadata_error", "Box %s cannot be unpacked: %s".formatted(type, e.getMessage()));
      return Optional.empty();
    }
  }
}
