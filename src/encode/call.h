// Calls of methods and lemmas: the contract takes the place of the body.
#pragma once

#include "encode/procedure_state.h"

#include <functional>
#include <string>
#include <vector>

namespace daphnia::encode {

class Assignments;
class Claims;
class Permissions;
struct Procedure;
class Termination;

class Calls : ProcedurePart {
  public:
    explicit Calls(Procedure& all);

    void operator()(const typed::Call& node);
    // What a lemma call in an expression establishes.
    Term contract_of(const typed::Call& call);
    void require_preconditions(const std::vector<typed::Clause>& clauses, Scope& scope, Term guard,
                               support::SourceRange at, const std::string& phrase);

    // Of a two-state function or lemma: the arguments for parameters that are not `new` were allocated in its previous
    // state. `place`: where that of a parameter is reported.
    void require_existed(const std::vector<typed::VariablePtr>& parameters, const Scope& callee, Term guard,
                         const std::function<support::SourceRange(std::size_t)>& place, bool lemma);

  private:
    Scope callee_scope(const typed::Call& call, const std::vector<Term>& arguments);
    void havoc(const typed::Method& method, const std::vector<Term>& arguments, const Scope& callee);

    Claims& claims_;
    Permissions& permissions_;
    Termination& termination_;
    Assignments& assignments_;
};

} // namespace daphnia::encode
