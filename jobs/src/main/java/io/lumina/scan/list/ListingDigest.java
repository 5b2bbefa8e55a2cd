package io.lumina.scan.list;

import io.lumina.table.ListingRows;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Tells one listing from another, whatever the order of its rows: the sum of their SHA-256, cut to
 * 128 bits. How many names a file has does not count, as it does not for a scan.
 */
public final class ListingDigest {
  private static final String SPACE = " ";
  private static final int RADIX = 16;

  private final MessageDigest sha256;
  private long high;
  private long low;
  private long rows;

  public ListingDigest() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Of rows that lie in storage; runs tasks. */
  static ListingDigest of(Dataset<Row> listing) {
    ListingDigest all = new ListingDigest();
    for (String part : listing.mapPartitions(new OfPart(), Encoders.STRING()).collectAsList()) {
      String[] sums = part.split(SPACE);
      all.high += Long.parseUnsignedLong(sums[0], RADIX);
      all.low += Long.parseUnsignedLong(sums[1], RADIX);
      all.rows += Long.parseUnsignedLong(sums[2], RADIX);
    }
    return all;
  }

  static ListingDigest of(List<Row> listing) {
    ListingDigest all = new ListingDigest();
    listing.forEach(all::add);
    return all;
  }

  /** One more row of {@link ListingRows}. */
  public void add(Row row) {
    value(row.getAs(ListingRows.KIND));
    value(row.getAs(ListingRows.SOURCE_PATH));
    value(row.getAs(ListingRows.ROOT));
    value(row.getAs(ListingRows.SIZE_BYTES));
    Timestamp modified = row.getAs(ListingRows.MODIFIED_AT);
    value(modified == null ? null : modified.getTime());
    value(row.getAs(ListingRows.ROLE));
    value(row.getAs(ListingRows.REASON));
    value(row.getAs(ListingRows.FILE_KEY));
    row.<String>getList(row.fieldIndex(ListingRows.SIDECARS)).forEach(this::value);
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    high += digest.getLong();
    low += digest.getLong();
    rows++;
  }

  /** Each value with its length, so that no two lists of values are one text. */
  private void value(Object value) {
    byte[] text = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
    int length = value == null ? -1 : text.length;
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    sha256.update(text);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%016x %016x %x", high, low, rows);
  }

  private static final class OfPart implements MapPartitionsFunction<Row, String>, Serializable {
    @Override
    public Iterator<String> call(Iterator<Row> rows) {
      ListingDigest part = new ListingDigest();
      rows.forEachRemaining(part::add);
      return List.of(part.toString()).iterator();
    }
  }
}
