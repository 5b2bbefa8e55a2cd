// Hashes and sharpness of one 64x64 luma by one team: the same whole numbers, and where there are fractions the same
// order of operations, as io.lumina.hash and io.lumina.quality. See there for what each of them means.
#pragma once

#include "rows.h"
#include "tables.h"

const int CELLS = 64;
const int FREQUENCIES = 16;
const int PDQ_BITS = FREQUENCIES * FREQUENCIES;
const int PDQ_BYTES = PDQ_BITS / 8;
const int LANCZOS_BITS = 22;

/** Copies a luma to where all threads reach it fast. */
LUMINA_FN void load(const Team& team, const uint8_t* from, uint8_t* luma) {
  if ((reinterpret_cast<uint64_t>(from) & 3) == 0) {
    const uint32_t* words = reinterpret_cast<const uint32_t*>(from);
    uint32_t* to = reinterpret_cast<uint32_t*>(luma);
    LUMINA_SHARE(i, LUMA_BYTES / 4) to[i] = words[i];
  } else {
    LUMINA_SHARE(i, LUMA_BYTES) luma[i] = from[i];
  }
  team.sync();
}

LUMINA_FN uint8_t clamped(int32_t sum) {
  const int32_t value = sum >> LANCZOS_BITS;
  return static_cast<uint8_t>(value < 0 ? 0 : value > 255 ? 255 : value);
}

/** One output of a LANCZOS pass; `step` bytes lie between two inputs. */
LUMINA_FN uint8_t lanczos(const uint8_t* from, int step, int taps, const int32_t* weights, int outputs) {
  int32_t sum = 1 << (LANCZOS_BITS - 1);
  for (int k = 0; k < taps; k++) sum += from[k * step] * weights[k * outputs];
  return clamped(sum);
}

struct GridScratch {
  alignas(16) uint8_t luma[LUMA_BYTES];
  uint8_t wide[LUMA_SIDE * 9];
  uint8_t small[8 * 9];
  int32_t sum;
  uint32_t hash[2];  // the upper half first
};

/** The first bit is the highest of the upper half. */
LUMINA_FN void setCell(const Team& team, uint32_t* hash, int cell) {
  team.set(&hash[cell / 32], 0x80000000u >> cell % 32);
}

LUMINA_FN int64_t joined(const uint32_t* hash) {
  return static_cast<int64_t>(static_cast<uint64_t>(hash[0]) << 32 | hash[1]);
}

LUMINA_FN void dhash(const Team& team, const uint8_t* from, GridScratch& s, int64_t* out) {
  if (team.rank() == 0) s.hash[0] = s.hash[1] = 0;
  load(team, from, s.luma);
  LUMINA_SHARE(i, LUMA_SIDE * 9) {
    const int x = i % 9;
    s.wide[i] = lanczos(s.luma + i / 9 * LUMA_SIDE + FIRST_9[x], 1, TAPS_9[x], WEIGHTS_9 + x, 9);
  }
  team.sync();
  LUMINA_SHARE(i, 8 * 9) {
    const int y = i / 9;
    s.small[i] = lanczos(s.wide + FIRST_8[y] * 9 + i % 9, 9, TAPS_8[y], WEIGHTS_8 + y, 8);
  }
  team.sync();
  LUMINA_SHARE(cell, CELLS) {
    const uint8_t* left = s.small + cell / 8 * 9 + cell % 8;
    if (left[1] > left[0]) setCell(team, s.hash, cell);
  }
  team.sync();
  if (team.rank() == 0) *out = joined(s.hash);
  team.sync();
}

LUMINA_FN void ahash(const Team& team, const uint8_t* from, GridScratch& s, int64_t* out) {
  if (team.rank() == 0) s.hash[0] = s.hash[1] = s.sum = 0;
  load(team, from, s.luma);
  LUMINA_SHARE(i, LUMA_SIDE * 8) {
    const int x = i % 8;
    s.wide[i] = lanczos(s.luma + i / 8 * LUMA_SIDE + FIRST_8[x], 1, TAPS_8[x], WEIGHTS_8 + x, 8);
  }
  team.sync();
  LUMINA_SHARE(i, CELLS) {
    const int y = i / 8;
    s.small[i] = lanczos(s.wide + FIRST_8[y] * 8 + i % 8, 8, TAPS_8[y], WEIGHTS_8 + y, 8);
    team.add(&s.sum, static_cast<int32_t>(s.small[i]));
  }
  team.sync();
  LUMINA_SHARE(cell, CELLS) {
    if (s.small[cell] * CELLS > s.sum) setCell(team, s.hash, cell);
  }
  team.sync();
  if (team.rank() == 0) *out = joined(s.hash);
  team.sync();
}

struct WaveletScratch {
  alignas(16) uint8_t luma[LUMA_BYTES];
  int32_t sums[CELLS];
  int32_t middle[2];  // the 32nd and 33rd in order
  uint32_t hash[2];
};

LUMINA_FN void whash(const Team& team, const uint8_t* from, WaveletScratch& s, int64_t* out) {
  if (team.rank() == 0) s.hash[0] = s.hash[1] = 0;
  load(team, from, s.luma);
  LUMINA_SHARE(cell, CELLS) {
    const uint8_t* block = s.luma + cell / 8 * 8 * LUMA_SIDE + cell % 8 * 8;
    int32_t sum = 0;
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) sum += block[y * LUMA_SIDE + x];
    }
    s.sums[cell] = sum;
  }
  team.sync();
  LUMINA_SHARE(cell, CELLS) {
    int before = 0;
    for (int other = 0; other < CELLS; other++) {
      before += s.sums[other] < s.sums[cell] || (s.sums[other] == s.sums[cell] && other < cell) ? 1 : 0;
    }
    if (before == CELLS / 2 - 1) s.middle[0] = s.sums[cell];
    if (before == CELLS / 2) s.middle[1] = s.sums[cell];
  }
  team.sync();
  LUMINA_SHARE(cell, CELLS) {
    if (2 * s.sums[cell] > s.middle[0] + s.middle[1]) setCell(team, s.hash, cell);
  }
  team.sync();
  if (team.rank() == 0) *out = joined(s.hash);
  team.sync();
}

struct PdqScratch {
  alignas(16) uint8_t luma[LUMA_BYTES];
  int32_t columns[FREQUENCIES * LUMA_SIDE];
  int64_t coefficients[PDQ_BITS];
  int64_t sorted[PDQ_BITS];
  uint32_t words[PDQ_BYTES / 4];  // bit k of the hash is bit k % 32 of word k / 32
};

const int HELD_FREQUENCIES = 8;

/** Coefficients at [vertical frequency * 16 + horizontal frequency]. */
LUMINA_FN void transform(const Team& team, PdqScratch& s) {
  LUMINA_SHARE(i, LUMA_SIDE * FREQUENCIES / HELD_FREQUENCIES) {
    const int x = i % LUMA_SIDE;
    const int first = i / LUMA_SIDE * HELD_FREQUENCIES;
    int32_t sums[HELD_FREQUENCIES] = {0, 0, 0, 0, 0, 0, 0, 0};
    for (int y = 0; y < LUMA_SIDE; y++) {
      const int32_t value = s.luma[y * LUMA_SIDE + x];
      LUMINA_UNROLL
      for (int k = 0; k < HELD_FREQUENCIES; k++) sums[k] += COSINES[y * FREQUENCIES + first + k] * value;
    }
    LUMINA_UNROLL
    for (int k = 0; k < HELD_FREQUENCIES; k++) s.columns[(first + k) * LUMA_SIDE + x] = sums[k];
  }
  team.sync();
  LUMINA_SHARE(i, PDQ_BITS) {
    const int32_t* column = s.columns + i / FREQUENCIES * LUMA_SIDE;
    int64_t sum = 0;
    for (int x = 0; x < LUMA_SIDE; x++) {
      sum += static_cast<int64_t>(column[x]) * COSINES_BY_LANE[x * FREQUENCIES + i % FREQUENCIES];
    }
    s.coefficients[i] = sum;
    s.sorted[i] = sum;
  }
  team.sync();
}

/** Bitonic sort, smallest first. */
LUMINA_FN void sortCoefficients(const Team& team, int64_t* values) {
  for (int run = 2; run <= PDQ_BITS; run *= 2) {
    for (int apart = run / 2; apart > 0; apart /= 2) {
      LUMINA_SHARE(i, PDQ_BITS / 2) {
        const int low = i / apart * 2 * apart + i % apart;
        const int64_t a = values[low];
        const int64_t b = values[low + apart];
        if ((a > b) == ((low & run) == 0)) {
          values[low] = b;
          values[low + apart] = a;
        }
      }
      team.sync();
    }
  }
}

/** 32 bytes; bit 255 is the highest of the first. */
LUMINA_FN void pdq(const Team& team, const uint8_t* from, PdqScratch& s, uint8_t* out) {
  LUMINA_SHARE(i, PDQ_BYTES / 4) s.words[i] = 0;
  load(team, from, s.luma);
  transform(team, s);
  sortCoefficients(team, s.sorted);
  const int64_t median = s.sorted[PDQ_BITS / 2 - 1];
  LUMINA_SHARE(k, PDQ_BITS) {
    if (s.coefficients[k] > median) team.set(&s.words[k / 32], 1u << k % 32);
  }
  team.sync();
  LUMINA_SHARE(i, PDQ_BYTES) {
    const int from_end = PDQ_BYTES - 1 - i;
    out[i] = static_cast<uint8_t>(s.words[from_end / 4] >> from_end % 4 * 8);
  }
  team.sync();
}

struct SumScratch {
  alignas(16) uint8_t luma[LUMA_BYTES];
  int32_t steps;
  int64_t sum;
  int64_t squares;
};

LUMINA_FN int32_t step(int32_t a, int32_t b) {
  const int32_t percent = (a - b) * 100 / 255;
  return percent < 0 ? -percent : percent;
}

LUMINA_FN void pdqQuality(const Team& team, const uint8_t* from, SumScratch& s, int32_t* out) {
  if (team.rank() == 0) s.steps = 0;
  load(team, from, s.luma);
  int32_t steps = 0;
  LUMINA_SHARE(i, LUMA_BYTES) {
    if (i + LUMA_SIDE < LUMA_BYTES) steps += step(s.luma[i], s.luma[i + LUMA_SIDE]);
    if (i % LUMA_SIDE + 1 < LUMA_SIDE) steps += step(s.luma[i], s.luma[i + 1]);
  }
  team.add(&s.steps, steps);
  team.sync();
  if (team.rank() == 0) *out = s.steps / 90 > 100 ? 100 : s.steps / 90;
  team.sync();
}

const int INNER_SIDE = LUMA_SIDE - 2;
const double HALF_SHARP = 2000;

LUMINA_FN void sharpness(const Team& team, const uint8_t* from, SumScratch& s, double* out) {
  if (team.rank() == 0) s.sum = s.squares = 0;
  load(team, from, s.luma);
  int64_t sum = 0;
  int64_t squares = 0;
  LUMINA_SHARE(i, INNER_SIDE * INNER_SIDE) {
    const uint8_t* at = s.luma + (i / INNER_SIDE + 1) * LUMA_SIDE + i % INNER_SIDE + 1;
    const int32_t laplacian = at[-1] + at[1] + at[-LUMA_SIDE] + at[LUMA_SIDE] - 4 * at[0];
    sum += laplacian;
    squares += laplacian * laplacian;
  }
  team.add(&s.sum, sum);
  team.add(&s.squares, squares);
  team.sync();
  if (team.rank() == 0) {
    // Sums are exact; from here on each operation is rounded once, in the order of the reference.
    const double count = INNER_SIDE * INNER_SIDE;
    const double whole = static_cast<double>(s.sum);
    const double variance = (static_cast<double>(s.squares) - whole * whole / count) / count;
    *out = variance / (variance + HALF_SHARP);
  }
  team.sync();
}
