#include "cache/shared_flags.h"

#include "support/error.h"

#include <sys/mman.h>

#include <atomic>
#include <new>

namespace daphnia::cache {

struct SharedFlags::Flags {
    std::atomic<unsigned char> up[1];
};

namespace {

using Flag = std::atomic<unsigned char>;
static_assert(Flag::is_always_lock_free, "processes share no locks");

} // namespace

SharedFlags::SharedFlags(std::size_t count) : bytes_(count + 1) {
    void* const memory = ::mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        throw support::InternalError("the system gives no memory to share");
    }
    flags_ = static_cast<Flags*>(memory); // zero bytes, which are flags that are down
}

SharedFlags::~SharedFlags() {
    ::munmap(flags_, bytes_);
}

bool SharedFlags::is_up(std::size_t flag) const {
    return flags_->up[flag].load() != 0;
}

bool SharedFlags::raise(std::size_t flag) {
    return flags_->up[flag].exchange(1) == 0;
}

} // namespace daphnia::cache
