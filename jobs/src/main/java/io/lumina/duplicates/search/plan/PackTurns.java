package io.lumina.duplicates.search.plan;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.HashFamily;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Packs the hashes of all turns of pictures, one long for each hash of a turn. */
public final class PackTurns implements MapPartitionsFunction<Row, byte[]> {
  private final List<HashFamily> families;

  public PackTurns(List<HashFamily> families) {
    this.families = new ArrayList<>(families);
  }

  @Override
  public Iterator<byte[]> call(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public byte[] next() {
        Fingerprint print = Fingerprint.turnsOf(rows.next());
        PackedLongs block = new PackedLongs();
        for (int turn = 0; turn < print.turns(); turn++) {
          for (HashFamily family : families) {
            block.add(print.hash(family, turn));
          }
        }
        return block.pack();
      }
    };
  }
}
