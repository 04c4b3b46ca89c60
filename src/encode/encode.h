// typed -> ivl: one declaration becomes the procedures whose assertions are its obligations, over the axioms of
// everything that it may assume (see encode/README.md for each construct's encoding and its soundness argument).
#pragma once

#include "encode/reach.h"
#include "ivl/ivl.h"
#include "logic/term.h"
#include "typed/call_graph.h"
#include "typed/typed.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace daphnia::encode {

struct Options {
    bool relax_definite_assignment = false; // variables of auto-initialised types may be read unassigned
    bool manual_triggers = false;           // select no triggers for the user's quantifiers
};

// What all declarations of a program share; made once, before any task, and only read afterwards.
struct Context {
    const typed::Program& program;
    typed::CallGraph calls;
    Reaching reaching;
    Options options;

    Context(const typed::Program& program_, Options options_);

    // The declaration of the program with this address; null when it is none of them, but an instance.
    const typed::Declaration* declaration(typed::Callable callable) const;
    // Those of a function or method, however it is declared; none of anything else.
    std::vector<const typed::TypeParameter*> type_parameters(typed::Callable callable) const;

  private:
    std::unordered_map<typed::Callable, const typed::Declaration*> declarations_; // instances, too
};

class Observation;

// What a procedure says beyond what is to be proved.
enum class Detail : std::uint8_t {
    Plain,
    Premises, // what each premise brings in carries it, conjuncts one by one, and branches are marked
};

// The procedures of one declaration: well-formedness of its contract, its body; empty when it has nothing to prove.
// All terms live in `store`, which must be fresh for each call. With `observation`, they capture what it is to know.
ivl::Program encode(const Context& context, const typed::Declaration& declaration, logic::TermStore& store,
                    Observation* observation = nullptr, Detail detail = Detail::Plain);

} // namespace daphnia::encode
