// What the parts of the encoder of one procedure share, and what all of them do with it.
#pragma once

#include "encode/blocks.h"
#include "encode/expression.h"
#include "encode/heap_changes.h"
#include "encode/observation.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::encode {

class ProcedureState {
  public:
    // With `moments`, it captures the values of variables and adds what is captured when.
    ProcedureState(Vocabulary& vocabulary_, std::string name, std::vector<Moment>* moments);
    ProcedureState(const ProcedureState&) = delete;
    ProcedureState& operator=(const ProcedureState&) = delete;

    Vocabulary& vocabulary;
    logic::TermStore& store;
    Blocks blocks;
    Scope scope; // at the point at which the code is
    HeapChanges heap;
    typed::Callable owner = nullptr;           // the declaration whose calls are checked for termination
    const typed::Method* method = nullptr;     // null: it is none
    const typed::Function* function = nullptr; // likewise
    const typed::Stmt* current = nullptr;
    bool assuming = false;               // what is required is known: it is assumed instead
    bool names_premises = false;         // statements carry what they are there for, and branches are marked
    std::optional<ivl::Premise> premise; // of what is emitted

    void assume(Term condition);
    void require(Term condition, ivl::Origin origin);
    // The beginning of a branch: an assertion of nothing, for those who ask whether control gets there.
    void mark_branch(const typed::Stmt& body);
    Term held(Term value);                       // a copy that later assignments do not change
    Term fresh(const typed::Variable& variable); // an arbitrary value of the variable's type, assumed to belong to it
    void bind_arbitrary(const std::vector<typed::VariablePtr>& variables);
    // Proves something aside: what `work` assumes and asserts is forgotten afterwards.
    void aside(const std::string& label, const std::function<void()>& work);
    // The state at a label is what old@label speaks of.
    void record_label(const typed::Label* label);
    // Captures the values that these variables have in the scope, and the heap.
    void capture(const void* site, const std::vector<const typed::Variable*>& variables, const Scope& seen);
    void capture(const void* site, const std::vector<typed::VariablePtr>& variables, const Scope& seen);
    // Control leaves for the label; the points from which it came there, which are then no longer expected.
    void leave(const typed::Label* label, Exit from);
    std::vector<Exit> arrivals(const typed::Label* label);

  private:
    std::vector<Moment>* moments_;
    std::map<const typed::Label*, std::vector<Exit>> exits_;
};

// What every part has at hand.
class ProcedurePart {
  protected:
    explicit ProcedurePart(ProcedureState& state)
        : state_(state), vocabulary_(state.vocabulary), store_(state.store), blocks_(state.blocks),
          scope_(state.scope) {}

    ProcedureState& state_;
    Vocabulary& vocabulary_;
    logic::TermStore& store_;
    Blocks& blocks_;
    Scope& scope_;
};

} // namespace daphnia::encode
