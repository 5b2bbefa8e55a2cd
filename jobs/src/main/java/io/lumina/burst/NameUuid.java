package io.lumina.burst;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.translate;

import org.apache.spark.sql.Column;

/** UUIDs that follow from a name, so that a second run gives the same ones. */
final class NameUuid {
  private NameUuid() {}

  /**
   * The UUID of RFC 4122, version 3, as {@link java.util.UUID#nameUUIDFromBytes} makes it of the
   * UTF-8 bytes of {@code kind:a:b…}.
   */
  static Column of(String kind, Column... parts) {
    Column[] all = new Column[parts.length + 1];
    all[0] = lit(kind);
    System.arraycopy(parts, 0, all, 1, parts.length);
    Column hex = md5(concat_ws(":", all).cast("binary"));
    return concat(
        substring(hex, 1, 8),
        lit("-"),
        substring(hex, 9, 4),
        lit("-3"),
        substring(hex, 14, 3),
        lit("-"),
        translate(substring(hex, 17, 1), "0123456789abcdef", "89ab89ab89ab89ab"),
        substring(hex, 18, 3),
        lit("-"),
        substring(hex, 21, 12));
  }
}
