// Gives a process that asks often memory in which that is cheap.
#include "solver/memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace daphnia::solver {

#ifdef __GLIBC__

namespace {

constexpr std::uintptr_t kHugePage = std::uintptr_t{2} << 20U;

std::uintptr_t heap_end() {
    return reinterpret_cast<std::uintptr_t>(::sbrk(0));
}

// Makes the heap grow by what it is to be ahead, and asks for huge pages there. A page that has been touched becomes
// part of none, so what malloc writes as the heap grows must lie in front of the first of them. That the system has
// none, or refuses, costs time and nothing else.
void grow_heap() {
    constexpr std::uintptr_t kPage = 4096;
    const std::uintptr_t old_end = heap_end();
    const std::uintptr_t size = mallinfo2().fordblks / kPage * kPage + 16 * kPage; // more than is free anywhere
    const std::uintptr_t begin = (old_end + size + kPage + kHugePage - 1) / kHugePage * kHugePage;
    ::sbrk(static_cast<std::intptr_t>(begin - size - kPage - old_end)); // left empty: malloc goes on behind it
    void* volatile block = std::malloc(size);                           // volatile: not optimised away
    std::free(block);
    const std::uintptr_t end = heap_end();
    if (begin < end) {
        ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
    }
}

} // namespace

// A context of Z3 takes and frees two tables of 8.5 MB, which it clears. Where the system gives memory page by page,
// each time anew, that is most of what a small query costs.
void keep_memory(std::uint64_t limit_mb) {
    constexpr std::uint64_t kAheadMb = 64;
    // A small part of what the process may have at all.
    const std::uint64_t ahead = limit_mb == 0 ? kAheadMb : std::min(kAheadMb, limit_mb / 8);
    mallopt(M_TOP_PAD, static_cast<int>(ahead << 20U));
    mallopt(M_TRIM_THRESHOLD, 512 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most that the library accepts
    mallopt(M_ARENA_MAX, 1);             // or each thread that watches a query would reserve a heap of its own
    grow_heap();
}

#else

void keep_memory(std::uint64_t) {}

#endif

} // namespace daphnia::solver
