package io.lumina.duplicates;

import io.lumina.duplicates.search.Oracle;
import io.lumina.hash.StripHash;
import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A library to which pictures are added, from which some vanish, and which people look through. */
final class ChangingLibrary {
  private static final int ADDED = 12;
  private static final int REMOVED = 5;
  private static final int EDITED = 4;

  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> all = new ArrayList<>();
  private final List<String[]> decisions = new ArrayList<>();
  private int next;

  /** A file, its content and its hash. */
  private record Entry(String id, String content, long dhash, double score) {}

  ChangingLibrary(SplittableRandom random, int pictures) {
    for (int i = 0; i < pictures; i++) {
      add(random);
    }
  }

  /** A night's changes: additions, deletions, edits in place, decisions. */
  void change(SplittableRandom random) {
    for (int i = 0; i < REMOVED; i++) {
      entries.remove(random.nextInt(entries.size()));
    }
    for (int i = 0; i < EDITED; i++) {
      Entry old = entries.remove(random.nextInt(entries.size()));
      put(old.id, "E" + next++, Oracle.flip(old.dhash, random.nextInt(8), random), old.score);
    }
    for (int i = 0; i < ADDED; i++) {
      add(random);
    }
    Entry a = entries.get(random.nextInt(entries.size()));
    Entry b = entries.get(random.nextInt(entries.size()));
    decisions.add(new String[] {"keep", a.content});
    decisions.add(new String[] {"not_duplicate", a.content, b.content});
  }

  Library library() {
    Library library = new Library();
    for (Entry entry : entries) {
      library.add(
          new Library.Picture(entry.id, entry.content)
              .dhash(entry.dhash)
              .score(entry.score)
              .set(ImagesView.STRIPS, text(entry.content)));
    }
    for (String[] decision : decisions) {
      String[] contents = new String[decision.length - 1];
      System.arraycopy(decision, 1, contents, 0, contents.length);
      library.decided(decision[0], contents);
    }
    return library;
  }

  /** One in eight has a text on it. */
  private static byte[] text(String content) {
    long[] words = new long[StripHash.WORDS];
    words[0] = content.hashCode() % 8 == 0 ? 0xfffffL : 0;
    return StripHash.bytes(words);
  }

  /** Every third is new, every tenth a copy, the others are a few bits from one that was there. */
  private void add(SplittableRandom random) {
    int kind = random.nextInt(30);
    String id = "f" + next++;
    double score = random.nextInt(100);
    if (all.isEmpty() || kind < 10) {
      put(id, "C" + id, random.nextLong(), score);
      return;
    }
    Entry from = all.get(random.nextInt(all.size()));
    if (kind < 13) {
      put(id, from.content, from.dhash, from.score);
    } else {
      put(id, "C" + id, Oracle.flip(from.dhash, random.nextInt(7), random), score);
    }
  }

  private void put(String id, String content, long dhash, double score) {
    Entry entry = new Entry(id, content, dhash, score);
    entries.add(entry);
    all.add(entry);
  }
}
