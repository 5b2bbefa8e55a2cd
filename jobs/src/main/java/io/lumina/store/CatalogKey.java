package io.lumina.store;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.fs.Path;

/**
 * The key of an advisory lock, under which runs hold a catalog or a warehouse.
 *
 * @param value 64 bits, as PostgreSQL wants it
 */
public record CatalogKey(long value) {

  /** All advisory locks of the database that are held: {@code pid} of the server, {@code key}. */
  public static final String HELD =
      """
      SELECT pid, (classid::bigint << 32) | objid::bigint AS key FROM pg_locks
      WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND database =
        (SELECT oid FROM pg_database WHERE datname = current_database())""";

  private static final int HALF = 16;

  /** Of a catalog. */
  public static CatalogKey of(UUID catalogId) {
    return new CatalogKey(catalogId.getMostSignificantBits() ^ catalogId.getLeastSignificantBits());
  }

  /** Of a warehouse, by its whole name. */
  static CatalogKey of(Path warehouse) {
    return of(UUID.nameUUIDFromBytes(("warehouse " + warehouse).getBytes(StandardCharsets.UTF_8)));
  }

  /** The key of a catalog in SQL, of a column with its id. */
  static String inSql(String idColumn) {
    String digits = "replace(" + idColumn + "::text, '-', '')";
    return "(%s # %s)".formatted(bits("left", digits), bits("right", digits));
  }

  private static String bits(String half, String digits) {
    return "('x' || %s(%s, %d))::bit(64)::bigint".formatted(half, digits, HALF);
  }
}
