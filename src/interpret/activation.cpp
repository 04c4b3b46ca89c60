// Room for variables out; activations follow each other as calls do.
#include "interpret/activation.h"

#include "interpret/run.h"

#include <algorithm>

namespace daphnia::interpret {

namespace {

constexpr std::size_t kFirstChunk = 1024;

} // namespace

Value* ValueStack::push(std::size_t count) {
    while (current_ < chunks_.size() && chunks_[current_].size - chunks_[current_].used < count) {
        ++current_;
    }
    if (current_ == chunks_.size()) {
        const std::size_t size = std::max(count, chunks_.empty() ? kFirstChunk : 2 * chunks_.back().size);
        chunks_.push_back({std::make_unique<Value[]>(size), size, 0});
    }
    Chunk& chunk = chunks_[current_];
    Value* const result = chunk.values.get() + chunk.used;
    chunk.used += count;
    return result;
}

void ValueStack::pop(std::size_t count) {
    while (current_ > 0 && chunks_[current_].used == 0) {
        --current_;
    }
    Chunk& chunk = chunks_[current_];
    for (std::size_t i = 0; i < count; ++i) {
        chunk.values[--chunk.used] = Value();
    }
}

bool FrameLimit::allows(Reference object, const typed::Field* field) const {
    if (anything || (allocated && object.object > *allocated)) {
        return true;
    }
    const auto first =
        std::lower_bound(entries.begin(), entries.end(), object,
                         [](const Entry& entry, Reference other) { return entry.object.object < other.object; });
    const auto last = std::find_if(first, entries.end(), [&](const Entry& entry) { return !(entry.object == object); });
    return std::any_of(first, last, [&](const Entry& entry) { return entry.field == nullptr || entry.field == field; });
}

Activation::Activation(Run& run, typed::Callable owner_, std::size_t slots, SourceRange called_at_)
    : owner(owner_), called_at(called_at_), caller(run.active()), run_(run), values_(run.stack().push(slots)),
      slots_(slots) {}

Activation::~Activation() {
    run_.activate(caller);
    run_.stack().pop(slots_);
}

void Activation::enter() {
    run_.activate(this);
}

} // namespace daphnia::interpret
