package io.lumina.meta.xmp;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The properties of one XMP packet, in whatever shape a program gave them. */
final class XmpPacket {
  private static final int MAX_ITEMS = 500;

  private final XMPMeta packet;

  XmpPacket(XMPMeta packet) {
    this.packet = packet;
  }

  Optional<String> text(String namespace, String name) {
    try {
      return Optional.ofNullable(packet.getPropertyString(namespace, name))
          .filter(text -> !text.isBlank());
    } catch (XMPException e) {
      // The property has another shape than its schema says, or its namespace is not registered.
      return Optional.empty();
    }
  }

  Optional<Double> number(String namespace, String name) {
    return text(namespace, name).flatMap(XmpPacket::rational);
  }

  List<String> items(String namespace, String name) {
    List<String> items = new ArrayList<>();
    try {
      int count = Math.min(MAX_ITEMS, packet.countArrayItems(namespace, name));
      for (int i = 1; i <= count; i++) {
        Optional.ofNullable(packet.getArrayItem(namespace, name, i))
            .map(XMPProperty::getValue)
            .ifPresent(items::add);
      }
      return items;
    } catch (XMPException e) {
      return text(namespace, name).map(List::of).orElse(items);
    }
  }

  Optional<String> joined(String namespace, String name) {
    List<String> items = items(namespace, name);
    return items.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", items));
  }

  Optional<String> localized(String name) {
    try {
      return Optional.ofNullable(
              packet.getLocalizedText(XMPConst.NS_DC, name, null, XMPConst.X_DEFAULT))
          .map(XMPProperty::getValue)
          .or(() -> items(XMPConst.NS_DC, name).stream().findFirst());
    } catch (XMPException e) {
      return text(XMPConst.NS_DC, name);
    }
  }

  static Optional<Double> rational(String text) {
    String[] parts = text.strip().split("/");
    try {
      double top = Double.parseDouble(parts[0]);
      double value = parts.length == 2 ? top / Double.parseDouble(parts[1]) : top;
      return parts.length <= 2 && Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
