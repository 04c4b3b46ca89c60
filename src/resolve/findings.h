// What resolving finds, phase by phase and module by module. As in Dafny, nothing is said of a module whose parts or
// imports have errors, and what a phase finds is not shown where an earlier one found something that it may follow
// from.
#pragma once

#include "resolve/globals.h"
#include "support/diagnostics.h"

#include <map>
#include <vector>

namespace daphnia::resolve {

// In their order, which is that of the passes in Dafny's ResolveTopLevelDecls_Core.
enum class Phase {
    Names,     // of declarations, and their signatures
    Bodies,    // what is wrong there is shown with the above
    OpenTypes, // what nothing in a body determines
    Definitions,
    Ghost,
    Characteristics, // of types, which are looked at with what is ghost and shown after it
    Stores,          // of functions in the heap
    Objects,         // before they are made
    Instances,
};

class Findings final : public support::DiagnosticSink {
  public:
    void report(support::Diagnostic diagnostic) override;

    // What is reported while one lives belongs to its phase.
    class During {
      public:
        During(Findings& findings, Phase phase) : findings_(findings), before_(findings.phase_) {
            findings.phase_ = phase;
        }
        ~During() { findings_.phase_ = before_; }
        During(const During&) = delete;
        During& operator=(const During&) = delete;

      private:
        Findings& findings_;
        Phase before_;
    };

    bool any_errors() const { return errors_ > 0; }
    // Whether names in the module can be looked up: what it depends on has no errors, but for what is not in the
    // language. `globals`: with the tree of all modules.
    bool is_open(const Globals& globals, const Module& module) const;
    // Whether a later phase may look at the module: nothing wrong was found in it or in what it depends on, and all
    // types are known.
    bool is_settled(const Globals& globals, const Module& module) const;
    // Everything that is not hidden, in the order in which it was found; each construct that is not in the language
    // once.
    void deliver(const Globals& globals, support::DiagnosticSink& sink) const;
    // Hides nothing: where it is not known what depends on what.
    void deliver_all(support::DiagnosticSink& sink) const;

  private:
    struct Finding {
        support::Diagnostic diagnostic;
        Phase phase;
    };
    // By module, what the first phase with errors is; `refusals`: whether what is not in the language is an error.
    std::map<const Module*, Phase> failures(const Globals& globals, bool refusals) const;

    std::vector<Finding> findings_;
    std::size_t errors_ = 0;
    Phase phase_ = Phase::Names;
};

// The innermost module with the place; the whole program is one.
const Module& module_at(const Globals& globals, SourceRange place);
// Those that others depend on come first. Expects that there are no cycles (resolve_imports).
std::vector<Module*> in_order_of_dependency(Globals& globals);

} // namespace daphnia::resolve
