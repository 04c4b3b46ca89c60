// Calls: what is called, by which name and of which value. Calls of functions are expressions; of calls of methods
// the arguments are resolved here, the results are assigned (assignments.h).
#pragma once

#include "resolve/body_part.h"

#include <optional>
#include <vector>

namespace daphnia::resolve {

class Arguments;
class DatatypeValues;
class Expressions;
class FunctionValues;
class GenericCalls;
class HeapStates;
class Lets;
class Meanings;
class Members;
class Operators;
class Suggestions;

struct MethodArguments {
    std::vector<typed::ExprPtr> values;
    std::optional<Instantiation> instantiation; // of a generic method
    StmtList before = {};                       // of a static method named by a value: this has to have a meaning
    const typed::Label* label = nullptr;        // of a two-state lemma: its previous state
};

class Calls : BodyPart {
  public:
    Calls(BodyState& state, Meanings& meanings, Suggestions& suggestions, Expressions& expressions, Members& members,
          GenericCalls& generics, Arguments& arguments, FunctionValues& functions, Operators& operators,
          DatatypeValues& datatypes, Lets& lets, HeapStates& heap_states)
        : BodyPart(state), meanings_(meanings), suggestions_(suggestions), expressions_(expressions), members_(members),
          generics_(generics), arguments_(arguments), functions_(functions), operators_(operators),
          datatypes_(datatypes), lets_(lets), heap_states_(heap_states) {}

    // The call that was asked for last is a statement of its own.
    void stands_alone() { invoked_alone_ = true; }
    Draft call(SourceRange range, const ast::Call& node, Context context);
    // The method that a call names; null when it is a call of something else.
    const MethodEntry* called_method(const ast::Expr& expr);
    MethodArguments method_arguments(const ast::Call& call, const MethodEntry& entry);

  private:
    Draft call_function(SourceRange range, const ast::Call& call, const FunctionEntry& entry,
                        std::optional<Draft> receiver, Context context);
    Draft call_member(SourceRange range, const ast::Call& call, const ast::Member& callee, Context context);
    Draft not_a_function(SourceRange range, const ast::Call& call, Draft target, Context context);
    std::optional<Draft> method_receiver(const ast::Call& call, const MethodEntry& entry, StmtList& before);
    void hold_value(Draft value, StmtList& out);
    // A member that needs a value is named without one.
    bool lacks_receiver(const ast::Expr& name, const std::vector<typed::VariablePtr>& parameters);

    Meanings& meanings_;
    Suggestions& suggestions_;
    Expressions& expressions_;
    Members& members_;
    GenericCalls& generics_;
    Arguments& arguments_;
    FunctionValues& functions_;
    Operators& operators_;
    DatatypeValues& datatypes_;
    Lets& lets_;
    HeapStates& heap_states_;
    const ast::Call* invoked_ = nullptr; // the call that may be one of a method, and whether it stands alone
    bool invoked_alone_ = false;
};

} // namespace daphnia::resolve
