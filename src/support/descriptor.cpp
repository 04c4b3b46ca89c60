#include "support/descriptor.h"

#include <unistd.h>

#include <utility>

namespace daphnia::support {

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

Descriptor::~Descriptor() {
    close();
}

void Descriptor::close() {
    if (number_ >= 0) {
        ::close(number_);
        number_ = -1;
    }
}

} // namespace daphnia::support
