// The threads that share one piece of work, and the few words in which CUDA and plain C++ differ: the same
// source is compiled for the device and, by the tests, for the host.
#pragma once

#include <stdint.h>

#ifdef __CUDACC__

#define LUMINA_FN __device__ __forceinline__
#define LUMINA_CONSTANT static __constant__
#define LUMINA_TABLE static __device__ const
#define LUMINA_UNROLL _Pragma("unroll")

LUMINA_FN int bits(uint32_t value) { return __popc(value); }

/** The threads of a block. */
struct Team {
  LUMINA_FN int rank() const { return threadIdx.x; }
  LUMINA_FN int size() const { return blockDim.x; }
  LUMINA_FN void sync() const { __syncthreads(); }
  LUMINA_FN void add(int32_t* sum, int32_t value) const { atomicAdd(sum, value); }
  LUMINA_FN void add(uint32_t* sum, uint32_t value) const { atomicAdd(sum, value); }
  LUMINA_FN void add(int64_t* sum, int64_t value) const {
    atomicAdd(reinterpret_cast<unsigned long long*>(sum), static_cast<unsigned long long>(value));
  }
  LUMINA_FN uint64_t next(uint64_t* counter) const {
    return atomicAdd(reinterpret_cast<unsigned long long*>(counter), 1ULL);
  }
  LUMINA_FN void set(uint32_t* word, uint32_t mask) const { atomicOr(word, mask); }
  LUMINA_FN void largest(uint32_t* most, uint32_t value) const { atomicMax(most, value); }
};

#else

#include <barrier>

#define LUMINA_FN inline
#define LUMINA_CONSTANT static const
#define LUMINA_TABLE static const
#define LUMINA_UNROLL

LUMINA_FN int bits(uint32_t value) { return __builtin_popcount(value); }

/** Threads of the host, or one alone. */
struct Team {
  int rank_;
  int size_;
  std::barrier<>* barrier_;

  int rank() const { return rank_; }
  int size() const { return size_; }
  void sync() const {
    if (barrier_ != nullptr) barrier_->arrive_and_wait();
  }
  template <typename T>
  void add(T* sum, T value) const { __atomic_fetch_add(sum, value, __ATOMIC_RELAXED); }
  uint64_t next(uint64_t* counter) const { return __atomic_fetch_add(counter, 1, __ATOMIC_RELAXED); }
  void set(uint32_t* word, uint32_t mask) const { __atomic_fetch_or(word, mask, __ATOMIC_RELAXED); }
  void largest(uint32_t* most, uint32_t value) const {
    uint32_t seen = __atomic_load_n(most, __ATOMIC_RELAXED);
    while (seen < value &&
           !__atomic_compare_exchange_n(most, &seen, value, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
    }
  }
};

#endif

/** Every share of [0, count) that falls to this thread. */
#define LUMINA_SHARE(index, count) \
  for (int index = team.rank(); index < (count); index += team.size())
