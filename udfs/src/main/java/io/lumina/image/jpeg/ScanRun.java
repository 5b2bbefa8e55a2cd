package io.lumina.image.jpeg;

import java.util.Arrays;
import java.util.Optional;

/** Runs the codes of one scan, and keeps the first coefficients of the brightness. */
final class ScanRun {
  /** Encoders pad the last byte, and some cameras write a word or two more. */
  private static final int PADDING = 8;

  private final Frame frame;
  private final Scan scan;
  private final CodeReader reader;
  private final Optional<Coefficients> bright;
  private final Block[] blocks;
  private final int[] before;

  /** One block of a unit, and what reading it needs. */
  private record Block(int component, int x, int y, boolean kept, Codes codes) {}

  /** Codes of a component, and the tables over them. */
  private record Codes(HuffmanCode dc, HuffmanCode ac, char[] sizes, char[] first, char[] others) {}

  ScanRun(Frame frame, Scan scan, Tables tables, CodeReader reader, Optional<Coefficients> bright) {
    this.frame = frame;
    this.scan = scan;
    this.reader = reader;
    this.bright = bright;
    this.before = new int[scan.components().length];
    this.blocks = blocks(tables);
  }

  private Block[] blocks(Tables tables) {
    int count = 0;
    Block[] all = new Block[16 * scan.components().length];
    for (int i = 0; i < scan.components().length; i++) {
      int component = scan.components()[i];
      int across = scan.isAlone() ? 1 : frame.across()[component];
      int down = scan.isAlone() ? 1 : frame.down()[component];
      Codes codes = codes(tables, i, component == 0);
      for (int b = 0; b < across * down; b++) {
        all[count++] = new Block(i, b % across, b / across, component == 0, codes);
      }
    }
    return Arrays.copyOf(all, count);
  }

  private Codes codes(Tables tables, int i, boolean kept) {
    char[] none = {};
    if (scan.high() > 0) {
      return new Codes(null, null, none, none, none);
    }
    HuffmanCode dc = tables.dc(scan.dc()[i]);
    if (frame.progressive()) {
      return new Codes(dc, null, dc.sizes(), none, none);
    }
    HuffmanCode ac = tables.ac(scan.ac()[i]);
    char[] others = ac.coefficients();
    return kept
        ? new Codes(dc, ac, dc.sizes(), others, others)
        : new Codes(dc, ac, none, dc.blocks(ac), others);
  }

  /** Runs all units; what is wrong, if anything is. */
  Optional<String> run(int restartInterval) {
    int component = scan.components()[0];
    int across = scan.isAlone() ? frame.blocksWide(component) : frame.unitsWide();
    int down = scan.isAlone() ? frame.blocksHigh(component) : frame.unitsHigh();
    int unitsLeft = restartInterval == 0 ? Integer.MAX_VALUE : restartInterval;
    int restarts = 0;
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        if (unitsLeft == 0) {
          if (!reader.restart(restarts++ & 7)) {
            return fault("have no restart marker where one is due", y, x, across, down);
          }
          Arrays.fill(before, 0);
          unitsLeft = restartInterval;
        }
        unitsLeft--;
        boolean known = unit(x, y);
        if (reader.isBeyond()) {
          return fault("end", y, x, across, down);
        }
        if (!known) {
          return fault("hold a code that is not in its table", y, x, across, down);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> fault(String what, int y, int x, int across, int down) {
    return Optional.of(
        "The picture data %s after %d of %d blocks"
            .formatted(what, (long) y * across + x, (long) across * down));
  }

  /** Where the marker behind the scan is, after all units; -1 where too much is left before it. */
  int end() {
    return reader.end(PADDING);
  }

  private boolean unit(int x, int y) {
    int across = scan.isAlone() ? 1 : frame.across()[0];
    int down = scan.isAlone() ? 1 : frame.down()[0];
    for (Block block : blocks) {
      boolean known =
          block.kept ? kept(block, x * across + block.x, y * down + block.y) : skip(block);
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private boolean kept(Block block, int x, int y) {
    if (scan.high() > 0) {
      bright.get().refine(x, y, reader.bit() << scan.low());
      return true;
    }
    Codes codes = block.codes;
    int difference = reader.difference(codes.sizes, codes.dc);
    if (difference == CodeReader.NO_CODE) {
      return false;
    }
    before[block.component] += difference;
    bright.get().set(x, y, (long) before[block.component] << scan.low());
    return frame.progressive()
        || reader.skipBlock(codes.first, codes.others, 1, codes.dc, codes.ac);
  }

  private boolean skip(Block block) {
    Codes codes = block.codes;
    if (scan.high() > 0) {
      reader.bit();
      return true;
    }
    return frame.progressive()
        ? reader.difference(codes.sizes, codes.dc) != CodeReader.NO_CODE
        : reader.skipBlock(codes.first, codes.others, 0, codes.dc, codes.ac);
  }
}
