// Flags that processes share which fork after they were made.
#pragma once

#include <cstddef>

namespace daphnia::cache {

// All are down at first, and stay up once they are up.
class SharedFlags {
  public:
    explicit SharedFlags(std::size_t count); // InternalError when the system has no memory
    ~SharedFlags();
    SharedFlags(const SharedFlags&) = delete;
    SharedFlags& operator=(const SharedFlags&) = delete;

    bool is_up(std::size_t flag) const;
    // Whether it was down: true once, for one of the processes.
    bool raise(std::size_t flag);

  private:
    struct Flags;
    Flags* flags_ = nullptr;
    std::size_t bytes_ = 0;
};

} // namespace daphnia::cache
