package io.lumina.library;

import io.lumina.image.reading.Hindrance;
import io.lumina.postgres.Database;
import io.lumina.table.Broken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks PostgreSQL for the {@link CatalogTotals} of a catalog. */
public final class TotalsQuery {
  private static final String BROKEN = "state = 'present' AND " + Broken.SQL;

  /** The first issue that tells of a limit or a lack of ours; null for most. */
  private static final String HINDRANCE =
      """
      (SELECT issue->>'code' FROM jsonb_array_elements(issues) issue
        WHERE issue->>'code' IN (%s) LIMIT 1)\
      """
          .formatted(
              Hindrance.REASONS.stream()
                  .map(reason -> "'" + reason + "'")
                  .collect(Collectors.joining(", ")));

  private static final String IMAGES =
      """
      SELECT count(*) FILTER (WHERE state = 'present' AND file_type NOT IN ('video', 'audio')),
        count(*) FILTER (WHERE state = 'present' AND file_type = 'video'),
        count(*) FILTER (WHERE state = 'present' AND file_type = 'audio'),
        coalesce(sum(size_bytes) FILTER (WHERE state = 'present'), 0)::bigint,
        count(*) FILTER (WHERE state = 'missing'),
        count(*) FILTER (WHERE %s)
      FROM lumina.images WHERE catalog_id = ?\
      """
          .formatted(BROKEN);

  private static final String GROUPS =
      """
      SELECT count(g.id), coalesce(sum(member_count - 1), 0)::bigint,
        coalesce(sum(reclaimable_bytes), 0)::bigint,
        (SELECT count(*) FROM lumina.variants v WHERE v.catalog_id = c.catalog)
      FROM (SELECT ?::uuid AS catalog) c
      LEFT JOIN lumina.duplicate_groups g ON g.catalog_id = c.catalog GROUP BY c.catalog\
      """;

  private static final String BURSTS =
      """
      SELECT count(bursts.id), coalesce(sum(frame_count), 0)::bigint,
        (SELECT count(*) FROM lumina.shots s WHERE s.catalog_id = b.catalog)
      FROM (SELECT ?::uuid AS catalog) b LEFT JOIN lumina.bursts ON bursts.catalog_id = b.catalog
      GROUP BY b.catalog\
      """;

  private static final String REASONS =
      """
      SELECT coalesce(issues->0->>'code', corruption), count(*) FROM lumina.images
      WHERE catalog_id = ? AND %s GROUP BY 1 ORDER BY 2 DESC, 1\
      """
          .formatted(BROKEN);

  private static final String HINDRANCES =
      """
      SELECT code, count(*) FROM (SELECT %s AS code FROM lumina.images
        WHERE catalog_id = ? AND state = 'present' AND jsonb_array_length(issues) > 0) hindered
      WHERE code IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1\
      """
          .formatted(HINDRANCE);

  private final Database database;

  public TotalsQuery(Database database) {
    this.database = database;
  }

  public CatalogTotals of(UUID catalogId) {
    return database.transaction("summary", connection -> read(connection, catalogId));
  }

  private static CatalogTotals read(Connection connection, UUID catalogId) throws SQLException {
    long[] images = numbers(connection, IMAGES, catalogId);
    long[] groups = numbers(connection, GROUPS, catalogId);
    long[] bursts = numbers(connection, BURSTS, catalogId);
    List<CatalogTotals.Reason> hindrances = reasons(connection, HINDRANCES, catalogId);
    return new CatalogTotals(
        images[0],
        images[1],
        images[2],
        images[3],
        images[4],
        images[5],
        reasons(connection, REASONS, catalogId),
        hindrances.stream().mapToLong(CatalogTotals.Reason::files).sum(),
        hindrances,
        groups[0],
        groups[1],
        groups[2],
        groups[3],
        bursts[0],
        bursts[1],
        bursts[2]);
  }

  private static long[] numbers(Connection connection, String sql, UUID catalogId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, catalogId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        long[] numbers = new long[row.getMetaData().getColumnCount()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = row.getLong(i + 1);
        }
        return numbers;
      }
    }
  }

  private static List<CatalogTotals.Reason> reasons(
      Connection connection, String sql, UUID catalogId) throws SQLException {
    List<CatalogTotals.Reason> reasons = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, catalogId);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          reasons.add(new CatalogTotals.Reason(rows.getString(1), rows.getLong(2)));
        }
      }
    }
    return reasons;
  }
}
