// Where expressions in a procedure have a meaning: each condition becomes an assertion.
#pragma once

#include "encode/procedure_state.h"

#include <vector>

namespace daphnia::encode {

class Calls;
class DefiniteAssignment;
class Permissions;
struct Procedure;
class Statements;
class Termination;

class ProcedureDefinedness final : public Definedness, ProcedurePart {
  public:
    explicit ProcedureDefinedness(Procedure& all);

    bool in_postcondition = false; // of a function: it may mention its own result

    void require(Term condition, ivl::Origin origin) override;
    void learn(Term fact) override;
    void check_call(const typed::Expr& expr, const typed::FunctionCall& call, const std::vector<Term>& arguments,
                    const Scope& scope, Term guard) override;
    void check_constant(const typed::Expr& expr, const typed::Constant& constant, Term guard) override;
    void check_read(const typed::Expr& expr, const typed::Region& region, Term object, const Scope& scope,
                    Term guard) override;
    void check_unchanged(const typed::FrameEntry& entry, const Scope& scope, Term guard) override;
    void check_read_variable(const typed::Expr& expr, const typed::Variable& variable, Term guard) override;
    void check_application(const typed::Expr& expr, const Application& applied, const Scope& scope,
                           Term guard) override;
    void enter_lambda(const typed::Frame& reads, const Scope& scope) override;
    void leave_lambda() override;
    void run(const std::vector<typed::StmtPtr>& statements, Term guard) override;

  private:
    bool reads_only_the_past(const Scope& scope) const;

    Permissions& permissions_;
    DefiniteAssignment& assigned_;
    Termination& termination_;
    Calls& calls_;           // of preconditions
    Statements& statements_; // in expressions
};

} // namespace daphnia::encode
