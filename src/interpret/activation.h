// What one call of a callable has: values of its variables, the state on its entry, its frames and its measure.
#pragma once

#include "interpret/heap.h"
#include "interpret/value.h"
#include "typed/call_graph.h"
#include "typed/typed.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace daphnia::interpret {

using support::SourceRange;

// Room for the variables of the active calls. What it gave stays where it is until it is given back, last first.
class ValueStack {
  public:
    Value* push(std::size_t count);
    void pop(std::size_t count);
    template <typename Visit>
    void for_each(const Visit& visit) const {
        for (const Chunk& chunk : chunks_) {
            for (std::size_t i = 0; i < chunk.used; ++i) {
                visit(chunk.values[i]);
            }
        }
    }

  private:
    struct Chunk {
        std::unique_ptr<Value[]> values;
        std::size_t size = 0;
        std::size_t used = 0;
    };
    std::vector<Chunk> chunks_;
    std::size_t current_ = 0;
};

// A state of the heap to which old and fresh go back.
struct Snapshot {
    std::size_t objects = 0;  // that were allocated
    std::optional<Heap> heap; // only where something will look into it
};

// What may be written or read: what the entries name, and what was allocated since the frame was fixed.
struct FrameLimit {
    // Of the object this field, or all that it holds (null).
    struct Entry {
        Reference object;
        const typed::Field* field = nullptr;
    };
    bool anything = false;
    std::vector<Entry> entries;           // in the order of the objects
    std::optional<std::size_t> allocated; // how many there were then; nothing: only what is named

    bool allows(Reference object, const typed::Field* field = nullptr) const;
};

// A termination measure: Dafny's lexicographic tuples.
struct Measure {
    struct Part {
        const typed::Type* type;
        Value value;
        const typed::Expr* expr;
    };
    std::vector<Part> parts;
    bool wildcard = false;
    bool inferred = false;
    bool of_instance = false; // of a generic declaration, which is proved for all types at once
};

class Run;

class Activation {
  public:
    Activation(Run& run, typed::Callable owner, std::size_t slots, SourceRange called_at);
    ~Activation();
    Activation(const Activation&) = delete;
    Activation& operator=(const Activation&) = delete;

    // Until then arguments are evaluated in the caller's activation.
    void enter();

    Value& operator[](const typed::Variable& variable) { return values_[variable.slot]; }
    std::span<const Value> values() const { return {values_, slots_}; }
    bool is_of_instance() const {
        return (method != nullptr && method->instance.origin != nullptr) ||
               (function != nullptr && function->instance.origin != nullptr);
    }

    // It is evaluated in more than one state: not a function, but for two-state functions.
    bool looks_back() const { return function == nullptr || function->two_state; }

    const typed::Callable owner;
    const SourceRange called_at;
    Activation* const caller; // null for the first
    const typed::Method* method = nullptr;
    const typed::Function* function = nullptr;

    // In checking mode only:
    bool doubtful = false; // its precondition could not be evaluated: what breaks in it is not its fault for sure
    Snapshot entry;        // of a two-state function or lemma: its previous state
    std::vector<std::pair<const typed::Label*, Snapshot>> labels;
    FrameLimit modifies;
    bool reads_are_limited = false;
    const typed::Frame* frame = nullptr; // of a lambda; of a function it is its own
    std::optional<FrameLimit> reads;     // made when first needed
    std::optional<Measure> measure;      // on entry
    bool measuring = false;              // its measure is being evaluated
    const Value* own_result = nullptr;   // while the postconditions of a function are evaluated
    const std::function<void(const typed::Expr&)>* at_body = nullptr; // is told of its body, before the result is known
    std::vector<const typed::Variable*> visible;                      // with an observer or an abstraction only

  private:
    Run& run_;
    Value* const values_;
    const std::size_t slots_;
};

} // namespace daphnia::interpret
