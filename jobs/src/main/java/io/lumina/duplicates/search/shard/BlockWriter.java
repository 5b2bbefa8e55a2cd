package io.lumina.duplicates.search.shard;

import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.search.plan.Bands;
import io.lumina.duplicates.search.plan.Flips;
import io.lumina.duplicates.search.plan.KeyFilter;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Sends each picture's hashes to their shards, in blocks: a row for each of them would cost far
 * more than the search. A hash goes to the shard of its own prefix, and to those of lower prefixes
 * within the flips, so that every pair of neighbouring prefixes meets once. Where turned pictures
 * are compared, each turn is a record of its own.
 */
public final class BlockWriter implements MapPartitionsFunction<Row, Row> {
  private static final int RECORDS_PER_BLOCK = 2048;

  private final ShardLayout layout;
  private final int width;
  private final boolean turns;
  private final KeyFilter filter;

  /**
   * @param rule says what a record holds, and whether turned pictures are records too
   * @param filter keys that no other hash needs to meet stay at home
   */
  public BlockWriter(ShardLayout layout, AcceptRule rule, KeyFilter filter) {
    this.layout = layout;
    this.width = SearchRecord.width(rule);
    this.turns = rule.comparesTurns();
    this.filter = filter;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Blocks(rows);
  }

  private final class Blocks implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final PassBlocks[] passes = new PassBlocks[layout.passes().size()];
    private final ArrayDeque<Row> ready = new ArrayDeque<>();
    private final long[] record = new long[width];
    private boolean flushed;

    Blocks(Iterator<Row> rows) {
      this.rows = rows;
      for (int i = 0; i < passes.length; i++) {
        passes[i] = new PassBlocks(i);
      }
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        Row row = rows.next();
        if (turns) {
          sendTurns(row);
        } else {
          send(row);
        }
      }
      if (ready.isEmpty() && !flushed) {
        flushed = true;
        for (PassBlocks pass : passes) {
          pass.flush();
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
      for (PassBlocks pass : passes) {
        record[0] = row.getLong(row.fieldIndex(pass.column));
        pass.send();
      }
    }

    private void sendTurns(Row row) {
      Fingerprint print = Fingerprint.turnsOf(row);
      record[SearchRecord.ID] = row.getLong(row.fieldIndex(LinkColumns.NODE));
      for (int turn = 0; turn < print.turns(); turn++) {
        int from = turn * Evidence.WORDS;
        System.arraycopy(print.evidence(), from, record, SearchRecord.EVIDENCE, Evidence.WORDS);
        for (PassBlocks pass : passes) {
          record[0] = print.hash(pass.pass.family(), turn);
          pass.send();
        }
      }
    }

    private final class PassBlocks {
      private final int number;
      private final SearchPass pass;
      private final String column;
      private final int firstShard;
      private final Bands bands;
      private final Flips flips;
      private final PackedLongs[] blocks;

      PassBlocks(int number) {
        this.number = number;
        this.pass = layout.passes().get(number);
        this.column = pass.family().column();
        this.firstShard = layout.firstOf(number);
        this.bands = pass.bands();
        this.flips = Flips.of(pass.prefixBits(), pass.plan().flips());
        this.blocks = new PackedLongs[pass.shards() * (pass.plan().flips() + 1)];
      }

      void send() {
        for (int band = 0; band < bands.count(); band++) {
          int key = bands.key(record[0], band);
          if (filter.takes(number, band, key)) {
            send(pass.shard(band, key));
          }
        }
      }

      private void send(int shard) {
        for (int away = 0; away <= pass.plan().flips(); away++) {
          for (int flip : flips.exactly(away)) {
            int to = shard ^ flip;
            if (to <= shard) {
              put(to, away);
            }
          }
        }
      }

      private void put(int shard, int away) {
        int slot = shard * (pass.plan().flips() + 1) + away;
        if (blocks[slot] == null) {
          blocks[slot] = new PackedLongs();
        }
        PackedLongs block = blocks[slot];
        for (long value : record) {
          block.add(value);
        }
        if (block.size() >= RECORDS_PER_BLOCK * width) {
          emit(slot);
        }
      }

      void flush() {
        for (int slot = 0; slot < blocks.length; slot++) {
          if (blocks[slot] != null && blocks[slot].size() > 0) {
            emit(slot);
          }
        }
      }

      private void emit(int slot) {
        int flipCounts = pass.plan().flips() + 1;
        ready.add(
            RowFactory.create(
                firstShard + slot / flipCounts, slot % flipCounts, blocks[slot].pack()));
        blocks[slot].clear();
      }
    }
  }
}
