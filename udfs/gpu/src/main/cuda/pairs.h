// Hamming distance, row by row and of all pairs of two tiles of hashes.
#pragma once

#include "rows.h"

LUMINA_FN int distance(uint64_t a, uint64_t b) {
  const uint64_t other = a ^ b;
  return bits(static_cast<uint32_t>(other)) + bits(static_cast<uint32_t>(other >> 32));
}

/** Of two hashes of one length. */
LUMINA_FN int32_t distance(const uint8_t* a, const uint8_t* b, int length) {
  int32_t sum = 0;
  for (int i = 0; i < length; i++) sum += bits(static_cast<uint32_t>(a[i] ^ b[i]));
  return sum;
}

/** Two runs of hashes, each hash `words` 32-bit words, and room for the pairs. */
struct Tiles {
  const uint32_t* a;
  int32_t countA;
  const uint32_t* b;
  int32_t countB;
  int32_t same;       // whether a and b are one run: then each pair is looked at once, the lower index first
  int32_t threshold;
  uint64_t* pairs;    // index in a << 32 | index in b, in no order
  uint64_t capacity;  // of pairs; what does not fit is counted only
  uint64_t* found;    // pairs within the threshold
};

const int HELD_WORDS = 16;      // of a, in the registers of a thread
const int THREADS = 128;        // of a block
const int SPAN_B = 4096;        // hashes of b that a block looks at
const int CHUNK_WORDS = 1024;   // of b, in shared memory

template <int WORDS>
LUMINA_FN int spanA() { return THREADS * HELD_WORDS / WORDS; }

struct PairScratch {
  alignas(16) uint32_t chunk[CHUNK_WORDS];
};

/** Looks at one run of a beside one of b. Half of the words tell nearly all pairs apart; the rest is for the few. */
template <int WORDS>
LUMINA_FN void nearPairs(const Team& team, const Tiles& t, int blockA, int blockB, PairScratch& s) {
  const int HELD = HELD_WORDS / WORDS;
  const int CHUNK = CHUNK_WORDS / WORDS;
  const int firstA = blockA * spanA<WORDS>();
  const int firstB = blockB * SPAN_B;
  const int endB = t.countB - firstB < SPAN_B ? t.countB : firstB + SPAN_B;
  if (t.same != 0 && endB <= firstA + 1) return;
  for (int from = firstB; from < endB; from += CHUNK) {
    const int count = endB - from < CHUNK ? endB - from : CHUNK;
    team.sync();
    LUMINA_SHARE(i, count * WORDS) s.chunk[i] = t.b[static_cast<int64_t>(from) * WORDS + i];
    team.sync();
    LUMINA_SHARE(thread, THREADS) {
      uint32_t held[HELD][WORDS];
      LUMINA_UNROLL
      for (int h = 0; h < HELD; h++) {
        const int i = firstA + h * THREADS + thread;
        LUMINA_UNROLL
        for (int w = 0; w < WORDS; w++) {
          held[h][w] = i < t.countA ? t.a[static_cast<int64_t>(i) * WORDS + w] : 0;
        }
      }
      for (int j = 0; j < count; j++) {
        const uint32_t* other = s.chunk + j * WORDS;
        int least = 32 * WORDS;
        LUMINA_UNROLL
        for (int h = 0; h < HELD; h++) {
          int half = 0;
          LUMINA_UNROLL
          for (int w = 0; w < WORDS / 2; w++) half += bits(held[h][w] ^ other[w]);
          least = half < least ? half : least;
        }
        if (least > t.threshold) continue;
        LUMINA_UNROLL
        for (int h = 0; h < HELD; h++) {
          int whole = 0;
          LUMINA_UNROLL
          for (int w = 0; w < WORDS; w++) whole += bits(held[h][w] ^ other[w]);
          const int i = firstA + h * THREADS + thread;
          if (whole <= t.threshold && i < t.countA && (t.same == 0 || i < from + j)) {
            const uint64_t place = team.next(t.found);
            if (place < t.capacity) {
              t.pairs[place] = static_cast<uint64_t>(i) << 32 | static_cast<uint32_t>(from + j);
            }
          }
        }
      }
    }
  }
}
