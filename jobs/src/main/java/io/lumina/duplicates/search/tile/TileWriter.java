package io.lumina.duplicates.search.tile;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.WholeHash;
import io.lumina.duplicates.search.shard.SearchRecord;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Sends each picture's hashes to the tasks that compare their tile with another, in blocks. {@link
 * NodeColumns#AWAY} is 0 for the lower tile of a task and 1 for the higher.
 */
public final class TileWriter implements MapPartitionsFunction<Row, Row> {
  private static final int RECORDS_PER_BLOCK = 2048;

  private final TileLayout layout;
  private final List<WholeHash> hashes;
  private final int width;

  public TileWriter(TileLayout layout, List<WholeHash> hashes, int width) {
    this.layout = layout;
    this.hashes = hashes;
    this.width = width;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Blocks(rows);
  }

  private final class Blocks implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final PackedLongs[][] blocks = new PackedLongs[layout.passes()][layout.tiles()];
    private final ArrayDeque<Row> ready = new ArrayDeque<>();
    private final long[] record = new long[width];
    private boolean flushed;

    Blocks(Iterator<Row> rows) {
      this.rows = rows;
      for (PackedLongs[] pass : blocks) {
        java.util.Arrays.setAll(pass, any -> new PackedLongs());
      }
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        send(rows.next());
      }
      if (ready.isEmpty() && !flushed) {
        flushed = true;
        for (int pass = 0; pass < blocks.length; pass++) {
          for (int tile = 0; tile < layout.tiles(); tile++) {
            emit(pass, tile);
          }
        }
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      return ready.remove();
    }

    private void send(Row row) {
      SearchRecord.read(row, record);
      for (int pass = 0; pass < blocks.length; pass++) {
        record[0] = row.getLong(row.fieldIndex(hashes.get(pass).sortedBy().column()));
        int tile = layout.tileOf(record[0]);
        for (long value : record) {
          blocks[pass][tile].add(value);
        }
        if (blocks[pass][tile].size() >= RECORDS_PER_BLOCK * width) {
          emit(pass, tile);
        }
      }
    }

    private void emit(int pass, int tile) {
      if (blocks[pass][tile].size() == 0) {
        return;
      }
      byte[] packed = blocks[pass][tile].pack();
      for (int other = 0; other < layout.tiles(); other++) {
        ready.add(RowFactory.create(layout.task(pass, tile, other), tile > other ? 1 : 0, packed));
      }
      blocks[pass][tile].clear();
    }
  }
}
