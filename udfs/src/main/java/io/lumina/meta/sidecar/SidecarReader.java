package io.lumina.meta.sidecar;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataReading;
import io.lumina.meta.text.CleanText;
import io.lumina.meta.text.JsonReader;
import io.lumina.meta.xmp.XmpFields;
import io.lumina.meta.xmp.XmpNodes;

/**
 * Reads files that stand beside a picture: XMP packets and the JSON of Google Takeout. The bytes
 * tell which, so that equal bytes say the same under every name. Document types are refused, so no
 * external entity is opened and no entity expands.
 */
public final class SidecarReader {
  private static final int MAX_BYTES = 16 << 20;

  /** What one sidecar says. Never throws for what the bytes hold. */
  public MetadataReading read(byte[] content) {
    Findings found = new Findings();
    if (content.length > MAX_BYTES) {
      found.issue(
          "bad_sidecar", "Sidecar of " + content.length + " bytes, the limit is " + MAX_BYTES);
    } else if (first(content) == '<') {
      xmp(content, found);
    } else {
      takeout(content, found);
    }
    return found.reading();
  }

  /** The first character behind byte order marks, blanks and the zeros of wide encodings. */
  private static int first(byte[] content) {
    for (byte each : content) {
      if (each > ' ') {
        return each;
      }
    }
    return -1;
  }

  private static void xmp(byte[] content, Findings found) {
    try {
      ParseOptions options = new ParseOptions().setDisallowDoctype(true);
      new XmpFields(XMPMetaFactory.parseFromBuffer(XmpNodes.inPlace(content), options), found)
          .read();
    } catch (XMPException | RuntimeException | StackOverflowError e) {
      found.issue("bad_xmp", String.valueOf(e.getMessage()));
    }
  }

  private static void takeout(byte[] content, Findings found) {
    try {
      new TakeoutFields(JsonReader.read(CleanText.decode(content)), found).read();
    } catch (IllegalArgumentException e) {
      found.issue("bad_sidecar", e.getMessage());
    }
  }
}
