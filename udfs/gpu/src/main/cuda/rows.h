// Rows of a column of bytes, as cuDF and Arrow lay it out: row i is data[offsets[i] .. offsets[i + 1]).
// Nothing that an offset says is believed before it is checked: a read outside of the buffer would end the executor.
#pragma once

#include "team.h"

const int LUMA_SIDE = 64;
const int LUMA_BYTES = LUMA_SIDE * LUMA_SIDE;
const int ROWS_PER_WORD = 32;

struct Rows {
  const int32_t* offsets;   // count + 1
  const uint8_t* data;
  int64_t bytes;            // of data
  const uint32_t* validity; // a bit a row, the lowest first; none where no row is null
  int32_t count;

  LUMINA_FN bool present(int row) const {
    return validity == nullptr || (validity[row / ROWS_PER_WORD] >> row % ROWS_PER_WORD & 1) != 0;
  }
  LUMINA_FN bool inside(int row) const {
    return 0 <= offsets[row] && offsets[row] <= offsets[row + 1] && offsets[row + 1] <= bytes;
  }
  LUMINA_FN int length(int row) const { return offsets[row + 1] - offsets[row]; }
  LUMINA_FN const uint8_t* row(int row) const { return data + offsets[row]; }
};

/** What the look at all rows gave; zero before it. */
struct RowReport {
  uint32_t answers;  // rows that get an answer
  uint32_t wrong;    // 2^32 - 1 - the first row that no answer can be given for; 0: there is none
};

const uint32_t LAST_ROW = 0xffffffffu;

/** Which of 32 rows are lumas; null and empty ones have no answer, other lengths are wrong. */
LUMINA_FN void checkLumas(const Team& team, const Rows& rows, int word, uint32_t* mask, RowReport* report) {
  uint32_t found = 0;
  const int first = word * ROWS_PER_WORD;
  for (int i = 0; i < ROWS_PER_WORD && first + i < rows.count; i++) {
    const int row = first + i;
    if (!rows.present(row)) continue;
    if (!rows.inside(row) || (rows.length(row) != LUMA_BYTES && rows.length(row) != 0)) {
      team.largest(&report->wrong, LAST_ROW - static_cast<uint32_t>(row));
    } else if (rows.length(row) == LUMA_BYTES) {
      found |= 1u << i;
    }
  }
  mask[word] = found;
  team.add(&report->answers, static_cast<uint32_t>(bits(found)));
}

/** Which of 32 rows have two hashes; hashes of different lengths are wrong. */
LUMINA_FN void checkPairs(
    const Team& team, const Rows& a, const Rows& b, int word, uint32_t* mask, RowReport* report) {
  uint32_t found = 0;
  const int first = word * ROWS_PER_WORD;
  for (int i = 0; i < ROWS_PER_WORD && first + i < a.count; i++) {
    const int row = first + i;
    if (!a.present(row) || !b.present(row)) continue;
    if (!a.inside(row) || !b.inside(row) || a.length(row) != b.length(row)) {
      team.largest(&report->wrong, LAST_ROW - static_cast<uint32_t>(row));
    } else {
      found |= 1u << i;
    }
  }
  mask[word] = found;
  team.add(&report->answers, static_cast<uint32_t>(bits(found)));
}

LUMINA_FN bool answers(const uint32_t* mask, int row) {
  return (mask[row / ROWS_PER_WORD] >> row % ROWS_PER_WORD & 1) != 0;
}

const int OFFSET_PARTS = 256;

/** Offsets of a column whose rows have `width` bytes where the mask says so, else none. One team does all. */
LUMINA_FN void fixedOffsets(
    const Team& team, const uint32_t* mask, int count, int width, int32_t* offsets, int32_t* parts) {
  const int words = (count + ROWS_PER_WORD - 1) / ROWS_PER_WORD;
  const int share = (words + OFFSET_PARTS - 1) / OFFSET_PARTS;
  LUMINA_SHARE(part, OFFSET_PARTS) {
    int sum = 0;
    for (int word = part * share; word < (part + 1) * share && word < words; word++) sum += bits(mask[word]);
    parts[part] = sum;
  }
  team.sync();
  if (team.rank() == 0) {
    int before = 0;
    for (int part = 0; part < OFFSET_PARTS; part++) {
      const int own = parts[part];
      parts[part] = before;
      before += own;
    }
    offsets[count] = before * width;
  }
  team.sync();
  LUMINA_SHARE(part, OFFSET_PARTS) {
    int before = parts[part];
    for (int row = part * share * ROWS_PER_WORD; row < (part + 1) * share * ROWS_PER_WORD && row < count; row++) {
      offsets[row] = before * width;
      before += answers(mask, row) ? 1 : 0;
    }
  }
}
