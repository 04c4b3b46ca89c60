// What must hold for expressions to have a meaning: the narrow face between the encoders of expressions and of
// procedures.
#pragma once

#include "encode/scope.h"
#include "ivl/ivl.h"

#include <vector>

namespace daphnia::encode {

// A call that is known to be well-formed wherever its guard holds, for all values of the variables bound around it.
struct CallFact {
    std::vector<Term> variables;
    Term guard;
    Term call;
    Term ok;
};
// guard ==> ok, quantified with the call as trigger; true when the call does not mention all variables.
Term to_term(logic::TermStore& store, const CallFact& fact);

// Takes the definedness conditions of an expression. Conditions come with their guards already in them.
class Definedness {
  public:
    virtual ~Definedness() = default;
    virtual void require(Term condition, ivl::Origin origin) = 0;
    virtual void learn(Term fact) = 0;
    // A call whose precondition was required: termination and frame are to be checked here.
    virtual void check_call(const typed::Expr& expr, const typed::FunctionCall& call,
                            const std::vector<Term>& arguments, const Scope& scope, Term guard) = 0;
    virtual void check_constant(const typed::Expr& expr, const typed::Constant& constant, Term guard) = 0;
    virtual void check_read(const typed::Expr& expr, const typed::Region& region, Term object, const Scope& scope,
                            Term guard) = 0;
    // What the entry names is compared with what it was.
    virtual void check_unchanged(const typed::FrameEntry& entry, const Scope& scope, Term guard) = 0;
    virtual void check_read_variable(const typed::Expr& expr, const typed::Variable& variable, Term guard) = 0;
    // A function that may read the heap is applied, or asked something.
    struct Application {
        const typed::Type& type;
        Term function;
        std::vector<Term> arguments;
        Term reads;
        Term meaning; // what else has to hold where not everything may be read
    };
    virtual void check_application(const typed::Expr& expr, const Application& applied, const Scope& scope,
                                   Term guard) = 0;
    // The body of a lambda is checked in between: it reads nothing but these arrays.
    virtual void enter_lambda(const typed::Frame& reads, const Scope& scope) = 0;
    virtual void leave_lambda() = 0;
    // Proves the statements under the guard and learns what they conclude.
    virtual void run(const std::vector<typed::StmtPtr>& statements, Term guard) = 0;
};

} // namespace daphnia::encode
