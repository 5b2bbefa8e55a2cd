// What the driver launches. Blocks of THREADS threads; grids of any size, each block takes every n-th piece of work.
#include "luma.h"
#include "pairs.h"

// Of a column; lumina_rows and lumina_pair_rows look at it, and the mask that they write says which rows can be read.
#define LUMINA_ROWS const int32_t *offsets, const uint8_t *data, int64_t bytes, const uint32_t *validity, int32_t count

extern "C" __global__ void lumina_rows(LUMINA_ROWS, uint32_t* mask, RowReport* report) {
  const Rows rows = {offsets, data, bytes, validity, count};
  const int words = (count + ROWS_PER_WORD - 1) / ROWS_PER_WORD;
  for (int word = blockIdx.x * blockDim.x + threadIdx.x; word < words; word += gridDim.x * blockDim.x) {
    checkLumas(Team(), rows, word, mask, report);
  }
}

#define LUMINA_LUMA_KERNEL(name, function, scratch, type)                                                    \
  extern "C" __global__ void __launch_bounds__(THREADS)                                                      \
      name(const int32_t* offsets, const uint8_t* data, const uint32_t* mask, int32_t count, type* out) {    \
    __shared__ scratch s;                                                                                    \
    for (int row = blockIdx.x; row < count; row += gridDim.x) {                                              \
      if (answers(mask, row)) {                                                                              \
        function(Team(), data + offsets[row], s, out + row);                                                 \
      } else if (threadIdx.x == 0) {                                                                         \
        out[row] = 0;                                                                                        \
      }                                                                                                      \
    }                                                                                                        \
  }

LUMINA_LUMA_KERNEL(lumina_dhash, dhash, GridScratch, int64_t)
LUMINA_LUMA_KERNEL(lumina_ahash, ahash, GridScratch, int64_t)
LUMINA_LUMA_KERNEL(lumina_whash, whash, WaveletScratch, int64_t)
LUMINA_LUMA_KERNEL(lumina_pdq_quality, pdqQuality, SumScratch, int32_t)
LUMINA_LUMA_KERNEL(lumina_sharpness, sharpness, SumScratch, double)

/** One block. */
extern "C" __global__ void lumina_pdq_offsets(const uint32_t* mask, int32_t count, int32_t* out) {
  __shared__ int32_t parts[OFFSET_PARTS];
  fixedOffsets(Team(), mask, count, PDQ_BYTES, out, parts);
}

extern "C" __global__ void __launch_bounds__(THREADS) lumina_pdq(
    const int32_t* offsets, const uint8_t* data, const uint32_t* mask, int32_t count, const int32_t* places,
    uint8_t* out) {
  __shared__ PdqScratch s;
  for (int row = blockIdx.x; row < count; row += gridDim.x) {
    if (answers(mask, row)) pdq(Team(), data + offsets[row], s, out + places[row]);
  }
}

extern "C" __global__ void lumina_hamming(const uint64_t* a, const uint64_t* b, int32_t count, int32_t* out) {
  for (int row = blockIdx.x * blockDim.x + threadIdx.x; row < count; row += gridDim.x * blockDim.x) {
    out[row] = distance(a[row], b[row]);
  }
}

extern "C" __global__ void lumina_pair_rows(
    LUMINA_ROWS, const int32_t* offsetsB, const uint8_t* dataB, int64_t bytesB, const uint32_t* validityB,
    uint32_t* mask, RowReport* report) {
  const Rows a = {offsets, data, bytes, validity, count};
  const Rows b = {offsetsB, dataB, bytesB, validityB, count};
  const int words = (count + ROWS_PER_WORD - 1) / ROWS_PER_WORD;
  for (int word = blockIdx.x * blockDim.x + threadIdx.x; word < words; word += gridDim.x * blockDim.x) {
    checkPairs(Team(), a, b, word, mask, report);
  }
}

extern "C" __global__ void lumina_hamming_binary(
    const int32_t* offsets, const uint8_t* data, const int32_t* offsetsB, const uint8_t* dataB,
    const uint32_t* mask, int32_t count, int32_t* out) {
  for (int row = blockIdx.x * blockDim.x + threadIdx.x; row < count; row += gridDim.x * blockDim.x) {
    out[row] = answers(mask, row)
        ? distance(data + offsets[row], dataB + offsetsB[row], offsets[row + 1] - offsets[row])
        : 0;
  }
}

/** Grid: runs of a by runs of b. */
#define LUMINA_PAIR_KERNEL(name, words)                                                                     \
  extern "C" __global__ void __launch_bounds__(THREADS) name(                                               \
      const uint32_t* a, int32_t countA, const uint32_t* b, int32_t countB, int32_t same, int32_t threshold, \
      uint64_t* pairs, uint64_t capacity, uint64_t* found) {                                                \
    __shared__ PairScratch s;                                                                               \
    const Tiles tiles = {a, countA, b, countB, same, threshold, pairs, capacity, found};                    \
    nearPairs<words>(Team(), tiles, blockIdx.x, blockIdx.y, s);                                             \
  }

LUMINA_PAIR_KERNEL(lumina_pairs_64, 2)
LUMINA_PAIR_KERNEL(lumina_pairs_256, 8)
