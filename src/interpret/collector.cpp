// See the header.
#include "interpret/collector.h"

#include "interpret/assignments.h"
#include "interpret/variables.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

namespace daphnia::interpret {

namespace {

constexpr std::size_t kLeastLoad = 1U << 16U; // below it there is nothing to gain

// Finds the objects that values lead to. Values can be deep and share their parts, so that there is no recursion, and
// no parts are looked at twice.
class Marking {
  public:
    Marking(const Heap& heap, std::size_t kept) : heap_(heap), kept_(kept) {
        for (std::size_t i = 1; i <= kept; ++i) {
            const Reference object{static_cast<std::uint32_t>(i)};
            if (!heap.is_freed(object)) {
                add_cells(object);
            }
        }
    }

    void add(const Value& value) {
        ++work_;
        if (value.is_reference() || value.has_parts() || value.is_function()) {
            open_.push_back(&value);
        }
    }
    // After all that is known to be reached was added.
    void finish() {
        while (!open_.empty()) {
            const Value* const next = open_.back();
            open_.pop_back();
            look_into(*next);
        }
    }
    void add(Reference object) {
        if (!object.is_null() && object.object > kept_ && reached_.insert(object.object).second) {
            add_cells(object);
        }
    }

    const std::unordered_set<std::uint32_t>& reached() const { return reached_; }
    std::size_t work() const { return work_; }

  private:
    void look_into(const Value& value) {
        if (value.is_reference()) {
            add(value.as_reference());
        } else if (value.has_parts()) {
            if (seen_.insert(&value.parts()).second) {
                std::for_each(value.parts().begin(), value.parts().end(), [this](const Value& part) { add(part); });
            }
        } else if (seen_.insert(&value.as_function()).second) {
            look_into(value.as_function());
        }
    }

    void look_into(const FunctionData& function) {
        for (const auto& [arguments, result] : function.entries) {
            std::for_each(arguments.begin(), arguments.end(), [this](const Value& argument) { add(argument); });
            add(result);
        }
        add(function.otherwise);
        if (function.code != nullptr) {
            function.code->for_each_value([this](const Value& captured) { add(captured); });
        }
    }

    void add_cells(Reference object) {
        for (const Value& cell : heap_.cells_of(object)) {
            add(cell);
        }
    }

    const Heap& heap_;
    const std::size_t kept_;
    std::vector<const Value*> open_;
    std::unordered_set<const void*> seen_;
    std::unordered_set<std::uint32_t> reached_;
    std::size_t work_ = 0;
};

} // namespace

Collector::Pinning::Pinning(Collector& collector, const std::vector<Place>& places)
    : collector_(collector), outer_(collector.pinned_.size()) {
    for (const Place& place : places) {
        if (place.variable == nullptr) {
            collector.pinned_.push_back(place.object);
        }
    }
}

void Collector::start() {
    const Options& options = run_.options();
    const bool frees = !options.checking && options.choices == nullptr && options.observer == nullptr &&
                       options.abstraction == nullptr;
    kept_ = run_.heap().object_count();
    threshold_ = frees ? run_.heap().load() + kLeastLoad : std::numeric_limits<std::size_t>::max();
}

void Collector::collect() {
    Marking marking(run_.heap(), kept_);
    run_.stack().for_each([&](const Value& value) { marking.add(value); });
    for (const Value& constant : variables_.constants()) {
        marking.add(constant);
    }
    for (const Reference object : pinned_) {
        marking.add(object);
    }
    marking.finish();
    run_.heap().free_all_but(kept_, marking.reached());
    // So much has to come that marking is paid for.
    const std::size_t load = run_.heap().load();
    threshold_ = load + std::max({kLeastLoad, load, marking.work()});
}

} // namespace daphnia::interpret
