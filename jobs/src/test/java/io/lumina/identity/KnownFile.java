package io.lumina.identity;

/** What the model knows of a path. */
final class KnownFile {
  String path;
  int id;

  /** What lay there when it was listed last. */
  Lying listed;

  boolean present = true;

  /** The scan that saw it come, change, vanish or return. */
  int since;

  /** The content that was read; null until then. */
  Integer read;

  /** The content that the id stands for; null when nobody knows. */
  Integer content;

  /** Its bytes. */
  int contentSize;

  /** Whether ids are still to be given. */
  boolean open = true;

  /** Whether it was missing before it was listed as it is. */
  boolean gap;

  KnownFile(String path, int id, Lying listed, int since) {
    this.path = path;
    this.id = id;
    this.listed = listed;
    this.since = since;
  }

  KnownFile copy() {
    KnownFile copy = new KnownFile(path, id, listed, since);
    copy.present = present;
    copy.read = read;
    copy.content = content;
    copy.contentSize = contentSize;
    copy.open = open;
    copy.gap = gap;
    return copy;
  }

  /** Sets it to what was read. */
  void settle() {
    open = false;
    gap = false;
    content = read;
    contentSize = listed.size();
  }

  boolean isSidecar() {
    return path.endsWith(".xmp");
  }

  String name() {
    return nameOf(path);
  }

  static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The content as far as anybody knows. */
  Integer known() {
    return read != null ? read : content;
  }

  @Override
  public String toString() {
    return path
        + ": id "
        + id
        + ", "
        + (present ? "present" : "missing")
        + ", read "
        + read
        + (open ? ", open, was " + content + (gap ? " before a gap" : "") : "");
  }
}
