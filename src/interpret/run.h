// What the parts of a run share: the program, the heap, and which call is being run.
#pragma once

#include "interpret/activation.h"
#include "interpret/interpret.h"
#include "interpret/layouts.h"
#include "interpret/stops.h"
#include "interpret/temporarily.h"

namespace daphnia::interpret {

class Run {
  public:
    Run(const typed::Program& program, const Options& options) : program_(program), options_(options) {}

    const typed::Program& program() const { return program_; }
    bool checking() const { return options_.checking; }
    const Options& options() const { return options_; }
    Heap& heap() { return heap_; }                    // as it is now
    const Heap& read_heap() const { return *reads_; } // in which expressions are evaluated: now, or an earlier one
    bool reads_now() const { return reads_ == &heap_; }
    Layouts& layouts() { return layouts_; }
    ValueStack& stack() { return stack_; }
    // The call that is being run; null before the first. An activation that ends, by a return or by what is thrown,
    // leaves the one before it: whoever catches finds the activation in which it was.
    Activation* active() const { return active_; }
    // The variable is `this` of the constructor that is active.
    bool makes(const typed::Variable& variable) const {
        const typed::Method* const method = active_ == nullptr ? nullptr : active_->method;
        return method != nullptr && method->kind == typed::MethodKind::Constructor &&
               method->results.front().get() == &variable;
    }
    void activate(Activation* activation) { active_ = activation; }

    // Expressions are evaluated in that heap as long as this lives.
    class Reading {
      public:
        Reading(Run& run, const Heap& heap) : reads_(run.reads_, &heap) {}

      private:
        Temporarily<const Heap*> reads_;
    };
    // Expressions are evaluated with the variables of that call as long as this lives.
    class Within {
      public:
        Within(Run& run, Activation& activation) : active_(run.active_, &activation) {}

      private:
        Temporarily<Activation*> active_;
    };

  private:
    const typed::Program& program_;
    const Options options_;
    Heap heap_;
    const Heap* reads_ = &heap_;
    Layouts layouts_;
    ValueStack stack_;
    Activation* active_ = nullptr;
};

} // namespace daphnia::interpret
