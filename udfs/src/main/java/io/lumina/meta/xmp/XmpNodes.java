package io.lumina.meta.xmp;

import io.lumina.meta.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the nodes of an RDF graph where they are referred to. Libraries of RDF, as F-Spot has one,
 * write lists and structures as nodes with ids; XMP knows none, and its parser refuses all of a
 * packet that has any.
 */
public final class XmpNodes {
  private static final String ID = "rdf:nodeID";
  private static final Pattern NODE =
      Pattern.compile(
          "<rdf:(Description|Bag|Seq|Alt)\\s+rdf:nodeID=[\"'](\\w+)[\"']\\s*>(.*?)</rdf:\\1>",
          Pattern.DOTALL);
  private static final Pattern REFERENCE =
      Pattern.compile("<([\\w:]+)\\s+rdf:nodeID=[\"'](\\w+)[\"']\\s*/>");

  private XmpNodes() {}

  /** The same packet without ids of nodes, as UTF-8; the bytes themselves where it has none. */
  public static byte[] inPlace(byte[] content) {
    String packet = CleanText.decode(content);
    return packet.contains(ID) ? inPlace(packet).getBytes(StandardCharsets.UTF_8) : content;
  }

  private static String inPlace(String packet) {
    Map<String, String> nodes = new HashMap<>();
    String rest =
        NODE.matcher(packet).replaceAll(node -> Matcher.quoteReplacement(kept(node, nodes)));
    return REFERENCE
        .matcher(rest)
        .replaceAll(
            use ->
                Matcher.quoteReplacement(
                    "<%1$s>%2$s</%1$s>"
                        .formatted(use.group(1), nodes.getOrDefault(use.group(2), ""))));
  }

  /** Descriptions are of the picture itself, whatever refers to them; lists are put aside. */
  private static String kept(MatchResult node, Map<String, String> nodes) {
    String type = "rdf:" + node.group(1);
    String inside = node.group(3);
    if (type.equals("rdf:Description")) {
      return "<%1$s rdf:about=''>%2$s</%1$s>".formatted(type, inside);
    }
    nodes.put(node.group(2), "<%1$s>%2$s</%1$s>".formatted(type, inside));
    return "";
  }
}
