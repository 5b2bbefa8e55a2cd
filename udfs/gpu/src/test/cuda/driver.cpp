// A libcuda.so.1 for tests: as much of NVIDIA's driver as we call, with the memory of the host for that of a device,
// and the kernels' own functions run by one thread a block. It shows that what Java passes is what kernels expect; it
// shows nothing of a real device.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

#include "../../main/cuda/luma.h"
#include "../../main/cuda/pairs.h"

typedef int CUresult;
typedef unsigned long long CUdeviceptr;

static const CUresult SUCCESS = 0;
static const CUresult INVALID_VALUE = 1;
static const CUresult OUT_OF_MEMORY = 2;
static const CUresult UNSUPPORTED_PTX = 222;
static const CUresult NOT_FOUND = 500;
static const size_t MEMORY = 3UL << 30;

static const int MOST_DEVICES = 8;
static int primary_contexts[MOST_DEVICES];
static thread_local void* current;
static thread_local std::vector<void*> stack;
static std::mutex guard;
static std::map<CUdeviceptr, size_t> allocated;
static const Team ALONE = {0, 1, nullptr};

struct Launch {
  unsigned blocks_x;
  unsigned blocks_y;
  void** arguments;
};

template <typename T>
static T argument(const Launch& launch, int index) {
  T value;
  memcpy(&value, launch.arguments[index], sizeof value);
  return value;
}

static Rows rows(const Launch& launch, int first, int count) {
  return {argument<const int32_t*>(launch, first), argument<const uint8_t*>(launch, first + 1),
          argument<int64_t>(launch, first + 2), argument<const uint32_t*>(launch, first + 3), count};
}

static void lookAtLumas(const Launch& launch) {
  const Rows all = rows(launch, 0, argument<int32_t>(launch, 4));
  for (int word = 0; word * ROWS_PER_WORD < all.count; word++) {
    checkLumas(ALONE, all, word, argument<uint32_t*>(launch, 5), argument<RowReport*>(launch, 6));
  }
}

template <typename Scratch, typename T, void (*FUNCTION)(const Team&, const uint8_t*, Scratch&, T*)>
static void values(const Launch& launch) {
  const int32_t* offsets = argument<const int32_t*>(launch, 0);
  const uint8_t* data = argument<const uint8_t*>(launch, 1);
  const uint32_t* mask = argument<const uint32_t*>(launch, 2);
  T* out = argument<T*>(launch, 4);
  Scratch scratch;
  for (int row = 0; row < argument<int32_t>(launch, 3); row++) {
    if (answers(mask, row)) {
      FUNCTION(ALONE, data + offsets[row], scratch, out + row);
    } else {
      out[row] = 0;
    }
  }
}

static void pdqOffsets(const Launch& launch) {
  int32_t parts[OFFSET_PARTS];
  fixedOffsets(ALONE, argument<const uint32_t*>(launch, 0), argument<int32_t>(launch, 1), PDQ_BYTES,
               argument<int32_t*>(launch, 2), parts);
}

static void pdqs(const Launch& launch) {
  const int32_t* offsets = argument<const int32_t*>(launch, 0);
  const uint8_t* data = argument<const uint8_t*>(launch, 1);
  const int32_t* places = argument<const int32_t*>(launch, 4);
  PdqScratch scratch;
  for (int row = 0; row < argument<int32_t>(launch, 3); row++) {
    if (answers(argument<const uint32_t*>(launch, 2), row)) {
      pdq(ALONE, data + offsets[row], scratch, argument<uint8_t*>(launch, 5) + places[row]);
    }
  }
}

template <int WORDS>
static void pairs(const Launch& launch) {
  const Tiles tiles = {
      argument<const uint32_t*>(launch, 0), argument<int32_t>(launch, 1), argument<const uint32_t*>(launch, 2),
      argument<int32_t>(launch, 3), argument<int32_t>(launch, 4), argument<int32_t>(launch, 5),
      argument<uint64_t*>(launch, 6), argument<uint64_t>(launch, 7), argument<uint64_t*>(launch, 8)};
  PairScratch scratch;
  for (unsigned a = 0; a < launch.blocks_x; a++) {
    for (unsigned b = 0; b < launch.blocks_y; b++) nearPairs<WORDS>(ALONE, tiles, a, b, scratch);
  }
  // Blocks of a device end in any order: here every second launch gives its pairs backwards.
  static std::atomic<int> launches;
  if (launches++ % 2 == 1) std::reverse(tiles.pairs, tiles.pairs + std::min(*tiles.found, tiles.capacity));
}

static void hamming(const Launch& launch) {
  for (int row = 0; row < argument<int32_t>(launch, 2); row++) {
    argument<int32_t*>(launch, 3)[row] =
        distance(argument<const uint64_t*>(launch, 0)[row], argument<const uint64_t*>(launch, 1)[row]);
  }
}

static void lookAtPairs(const Launch& launch) {
  const Rows a = rows(launch, 0, argument<int32_t>(launch, 4));
  const Rows b = rows(launch, 5, a.count);
  for (int word = 0; word * ROWS_PER_WORD < a.count; word++) {
    checkPairs(ALONE, a, b, word, argument<uint32_t*>(launch, 9), argument<RowReport*>(launch, 10));
  }
}

static void hammingBinary(const Launch& launch) {
  const int32_t* offsets = argument<const int32_t*>(launch, 0);
  const int32_t* offsetsB = argument<const int32_t*>(launch, 2);
  for (int row = 0; row < argument<int32_t>(launch, 5); row++) {
    argument<int32_t*>(launch, 6)[row] =
        answers(argument<const uint32_t*>(launch, 4), row)
            ? distance(argument<const uint8_t*>(launch, 1) + offsets[row],
                       argument<const uint8_t*>(launch, 3) + offsetsB[row], offsets[row + 1] - offsets[row])
            : 0;
  }
}

static const std::map<std::string, void (*)(const Launch&)> KERNELS = {
    {"lumina_rows", lookAtLumas},
    {"lumina_dhash", values<GridScratch, int64_t, dhash>},
    {"lumina_ahash", values<GridScratch, int64_t, ahash>},
    {"lumina_whash", values<WaveletScratch, int64_t, whash>},
    {"lumina_pdq_quality", values<SumScratch, int32_t, pdqQuality>},
    {"lumina_sharpness", values<SumScratch, double, sharpness>},
    {"lumina_pdq_offsets", pdqOffsets},
    {"lumina_pdq", pdqs},
    {"lumina_hamming", hamming},
    {"lumina_pair_rows", lookAtPairs},
    {"lumina_hamming_binary", hammingBinary},
    {"lumina_pairs_64", pairs<2>},
    {"lumina_pairs_256", pairs<8>},
};

/** Compute capabilities: DISGUISED_DEVICES=70,90 stands for two devices; without it there is one. */
static std::vector<int> capabilities() {
  std::vector<int> all;
  const char* named = getenv("DISGUISED_DEVICES");
  std::stringstream list(named == nullptr ? "90" : named);
  for (std::string each; std::getline(list, each, ',');) all.push_back(std::stoi(each));
  return all;
}

/** Whether all of a range lies in one allocation. */
static bool inside(CUdeviceptr address, size_t bytes) {
  std::lock_guard<std::mutex> lock(guard);
  auto next = allocated.upper_bound(address);
  if (next == allocated.begin()) return bytes == 0;
  --next;
  return address + bytes <= next->first + next->second;
}

extern "C" {

CUresult cuInit(unsigned) { return SUCCESS; }
CUresult cuDriverGetVersion(int* version) { *version = 13000; return SUCCESS; }
CUresult cuDeviceGetCount(int* count) { *count = static_cast<int>(capabilities().size()); return SUCCESS; }
CUresult cuDeviceGet(int* device, int ordinal) {
  *device = ordinal;
  return ordinal >= 0 && ordinal < static_cast<int>(capabilities().size()) ? SUCCESS : INVALID_VALUE;
}
CUresult cuDeviceGetName(char* name, int length, int device) {
  snprintf(name, length, "Host in disguise %d", device);
  return SUCCESS;
}
CUresult cuDeviceTotalMem_v2(size_t* bytes, int) { *bytes = MEMORY; return SUCCESS; }
CUresult cuDeviceGetAttribute(int* value, int attribute, int device) {
  const int capability = capabilities()[device];
  *value = attribute == 75 ? capability / 10 : attribute == 76 ? capability % 10 : attribute == 13 ? 1000000 : 1;
  return SUCCESS;
}
CUresult cuDevicePrimaryCtxRetain(void** context, int device) {
  *context = &primary_contexts[device];
  return SUCCESS;
}
CUresult cuDevicePrimaryCtxRelease_v2(int) { return SUCCESS; }
CUresult cuCtxSetCurrent(void* context) { current = context; return SUCCESS; }
CUresult cuCtxGetCurrent(void** context) { *context = current; return SUCCESS; }
CUresult cuCtxPushCurrent_v2(void* context) {
  stack.push_back(current);
  current = context;
  return SUCCESS;
}
CUresult cuCtxPopCurrent_v2(void** context) {
  if (stack.empty()) return INVALID_VALUE;
  *context = current;
  current = stack.back();
  stack.pop_back();
  return SUCCESS;
}
CUresult cuModuleLoadData(void** module, const void* image) {
  // A missing end would be read until something else ends it.
  if (getenv("DISGUISED_REFUSAL") != nullptr) return UNSUPPORTED_PTX;
  if (strstr(static_cast<const char*>(image), ".target sm_75") == nullptr) return INVALID_VALUE;
  *module = current;
  return SUCCESS;
}
CUresult cuModuleGetFunction(void** function, void*, const char* name) {
  auto found = KERNELS.find(name);
  if (found == KERNELS.end()) return NOT_FOUND;
  *function = const_cast<std::string*>(&found->first);
  return SUCCESS;
}
CUresult cuLaunchKernel(void* function, unsigned x, unsigned y, unsigned z, unsigned threads, unsigned, unsigned,
                        unsigned, void*, void** arguments, void**) {
  if (current == nullptr || x == 0 || y == 0 || y > 65535 || z != 1 || threads != THREADS) {
    return INVALID_VALUE;
  }
  KERNELS.at(*static_cast<std::string*>(function))({x, y, arguments});
  return SUCCESS;
}
CUresult cuMemAlloc_v2(CUdeviceptr* address, size_t bytes) {
  if (current == nullptr || bytes == 0) return INVALID_VALUE;
  std::lock_guard<std::mutex> lock(guard);
  size_t all = bytes;
  for (auto& each : allocated) all += each.second;
  if (all > MEMORY) return OUT_OF_MEMORY;
  *address = reinterpret_cast<CUdeviceptr>(aligned_alloc(256, (bytes + 255) / 256 * 256));
  memset(reinterpret_cast<void*>(*address), 0xa5, bytes);
  allocated[*address] = bytes;
  return SUCCESS;
}
CUresult cuMemFree_v2(CUdeviceptr address) {
  std::lock_guard<std::mutex> lock(guard);
  if (allocated.erase(address) == 0) return INVALID_VALUE;
  free(reinterpret_cast<void*>(address));
  return SUCCESS;
}
CUresult cuMemAllocHost_v2(void** address, size_t bytes) { *address = malloc(bytes); return SUCCESS; }
CUresult cuMemFreeHost(void* address) { free(address); return SUCCESS; }
CUresult cuMemGetInfo_v2(size_t* free_bytes, size_t* total) { *free_bytes = *total = MEMORY; return SUCCESS; }
CUresult cuMemsetD8Async(CUdeviceptr address, unsigned char value, size_t bytes, void*) {
  if (!inside(address, bytes)) return INVALID_VALUE;
  memset(reinterpret_cast<void*>(address), value, bytes);
  return SUCCESS;
}
CUresult cuMemcpyHtoD_v2(CUdeviceptr to, const void* from, size_t bytes) {
  if (!inside(to, bytes)) return INVALID_VALUE;
  memcpy(reinterpret_cast<void*>(to), from, bytes);
  return SUCCESS;
}
CUresult cuMemcpyHtoDAsync_v2(CUdeviceptr to, const void* from, size_t bytes, void*) {
  return cuMemcpyHtoD_v2(to, from, bytes);
}
CUresult cuMemcpyDtoH_v2(void* to, CUdeviceptr from, size_t bytes) {
  if (!inside(from, bytes)) return INVALID_VALUE;
  memcpy(to, reinterpret_cast<const void*>(from), bytes);
  return SUCCESS;
}
CUresult cuStreamSynchronize(void*) { return SUCCESS; }

}
