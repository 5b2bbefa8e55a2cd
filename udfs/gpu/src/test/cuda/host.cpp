// Runs the kernels' functions on the host, for tests: a request on standard input, the answer on standard output, as
// often as there are requests. All numbers are those of this machine (little-endian).
//   host lumas THREADS           one column of lumas in, all answers out
//   host hamming THREADS         two columns of hashes in, distances out
//   host pairs THREADS           two tiles of hashes in, near pairs out
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "../../main/cuda/luma.h"
#include "../../main/cuda/pairs.h"

static int threads = 1;

template <typename T>
static bool read(std::vector<T>& into, size_t count) {
  into.resize(count);
  return count == 0 || fread(into.data(), sizeof(T), count, stdin) == count;
}

template <typename T>
static T one() {
  T value;
  if (fread(&value, sizeof(T), 1, stdin) != 1) exit(3);
  return value;
}

template <typename T>
static void write(const std::vector<T>& from) {
  fwrite(from.data(), sizeof(T), from.size(), stdout);
}

/** Calls a function once for each thread of a team. */
static void run(const std::function<void(const Team&)>& work) {
  if (threads == 1) {
    work(Team{0, 1, nullptr});
    return;
  }
  std::barrier<> barrier(threads);
  std::vector<std::thread> team;
  for (int i = 0; i < threads; i++) {
    team.emplace_back([&, i] { work(Team{i, threads, &barrier}); });
  }
  for (std::thread& thread : team) thread.join();
}

/** A column as it came in. */
struct Column {
  std::vector<int32_t> offsets;
  std::vector<uint8_t> data;
  std::vector<uint32_t> validity;
  int count = 0;

  bool next() {
    int32_t rows;
    if (fread(&rows, sizeof rows, 1, stdin) != 1) return false;
    count = rows;
    const int64_t bytes = one<int64_t>();
    const int32_t nulls = one<int32_t>();
    return read(offsets, count + 1) && read(data, bytes) && read(validity, nulls != 0 ? words() : 0);
  }
  int words() const { return (count + ROWS_PER_WORD - 1) / ROWS_PER_WORD; }
  Rows rows() const {
    return {offsets.data(), data.data(), static_cast<int64_t>(data.size()),
            validity.empty() ? nullptr : validity.data(), count};
  }
};

template <typename Scratch, typename T>
static std::vector<T> each(
    const Column& column, const std::vector<uint32_t>& mask,
    void (*function)(const Team&, const uint8_t*, Scratch&, T*)) {
  std::vector<T> out(column.count);
  Scratch scratch;
  run([&](const Team& team) {
    for (int row = 0; row < column.count; row++) {
      if (answers(mask.data(), row)) function(team, column.rows().row(row), scratch, &out[row]);
    }
  });
  return out;
}

static void lumas() {
  Column column;
  while (column.next()) {
    std::vector<uint32_t> mask(column.words());
    std::vector<RowReport> report(1);
    run([&](const Team& team) {
      LUMINA_SHARE(word, column.words()) checkLumas(team, column.rows(), word, mask.data(), report.data());
    });
    write(report);
    write(mask);
    write(each(column, mask, &dhash));
    write(each(column, mask, &ahash));
    write(each(column, mask, &whash));
    std::vector<int32_t> places(column.count + 1);
    std::vector<int32_t> parts(OFFSET_PARTS);
    run([&](const Team& team) {
      fixedOffsets(team, mask.data(), column.count, PDQ_BYTES, places.data(), parts.data());
    });
    std::vector<uint8_t> hashes(places[column.count]);
    PdqScratch scratch;
    run([&](const Team& team) {
      for (int row = 0; row < column.count; row++) {
        if (answers(mask.data(), row)) pdq(team, column.rows().row(row), scratch, hashes.data() + places[row]);
      }
    });
    write(places);
    write(hashes);
    write(each(column, mask, &pdqQuality));
    write(each(column, mask, &sharpness));
    fflush(stdout);
  }
}

static void hamming() {
  Column a;
  Column b;
  while (a.next() && b.next()) {
    std::vector<uint32_t> mask(a.words());
    std::vector<RowReport> report(1);
    run([&](const Team& team) {
      LUMINA_SHARE(word, a.words()) checkPairs(team, a.rows(), b.rows(), word, mask.data(), report.data());
    });
    std::vector<int32_t> out(a.count);
    for (int row = 0; row < a.count; row++) {
      if (!answers(mask.data(), row)) continue;
      out[row] = distance(a.rows().row(row), b.rows().row(row), a.rows().length(row));
      if (a.rows().length(row) == 8) {
        uint64_t longs[2];
        memcpy(&longs[0], a.rows().row(row), 8);
        memcpy(&longs[1], b.rows().row(row), 8);
        if (distance(longs[0], longs[1]) != out[row]) exit(4);
      }
    }
    write(report);
    write(mask);
    write(out);
    fflush(stdout);
  }
}

template <int WORDS>
static void search(const Tiles& tiles) {
  PairScratch scratch;
  run([&](const Team& team) {
    for (int a = 0; a * spanA<WORDS>() < tiles.countA; a++) {
      for (int b = 0; b * SPAN_B < tiles.countB; b++) nearPairs<WORDS>(team, tiles, a, b, scratch);
    }
  });
}

static void pairs() {
  int32_t words;
  while (fread(&words, sizeof words, 1, stdin) == 1) {
    const int32_t countA = one<int32_t>();
    const int32_t countB = one<int32_t>();
    const int32_t same = one<int32_t>();
    const int32_t threshold = one<int32_t>();
    const uint64_t capacity = one<uint64_t>();
    std::vector<uint32_t> a;
    std::vector<uint32_t> b;
    if (!read(a, static_cast<size_t>(countA) * words)) exit(3);
    if (!read(b, same != 0 ? 0 : static_cast<size_t>(countB) * words)) exit(3);
    std::vector<uint64_t> out(capacity);
    std::vector<uint64_t> found(1);
    const Tiles tiles = {a.data(), countA, same != 0 ? a.data() : b.data(), countB, same, threshold,
                         out.data(), capacity, found.data()};
    if (words == 2) {
      search<2>(tiles);
    } else {
      search<8>(tiles);
    }
    out.resize(found[0] < capacity ? found[0] : capacity);
    write(found);
    write(out);
    fflush(stdout);
  }
}

int main(int count, char** arguments) {
  if (count != 3) return 1;
  threads = atoi(arguments[2]);
  const std::string what = arguments[1];
  if (what == "lumas") {
    lumas();
  } else if (what == "hamming") {
    hamming();
  } else {
    pairs();
  }
  return 0;
}
