// One declaration as procedures: the contract on its own, and the body against the contract.
#pragma once

#include "encode/encode.h"
#include "encode/procedure.h"

#include <functional>
#include <string>
#include <vector>

namespace daphnia::encode {

class ProcedureEncoder {
  public:
    // With `moments`, it captures the values of variables and adds what is captured when.
    ProcedureEncoder(Vocabulary& vocabulary, std::string name, std::vector<Moment>* moments = nullptr,
                     Detail detail = Detail::Plain);

    // The three kinds of declaration; each gives the finished procedure. One encoder encodes one procedure.
    ivl::Procedure method_contract(const typed::Method& method);
    ivl::Procedure method_body(const typed::Method& method);
    ivl::Procedure function(const typed::Function& function);
    ivl::Procedure constant(const typed::Constant& constant);
    // What stands for a member of a trait, against the contract of that one.
    ivl::Procedure override_of(const typed::Method& method);
    ivl::Procedure override_of(const typed::Function& function);
    // What callers have to meet, which has a meaning; then `assert false`.
    ivl::Procedure entry(const std::vector<typed::VariablePtr>& parameters,
                         const std::vector<typed::Clause>& preconditions, bool two_state);

  private:
    void begin_state(bool two_state);
    void begin(const typed::Function& function);
    Term call_of(const typed::Function& function, const std::vector<typed::VariablePtr>& arguments);
    void let_time_pass();
    void bind_parameters(const std::vector<typed::VariablePtr>& parameters, bool two_state);
    template <typename Member>
    void meet_base(const Member& member, const typed::Frame& own, const typed::Frame& allowed, const char* message);
    void prove_base_postconditions(const std::vector<typed::Clause>& postconditions, support::SourceRange at,
                                   const std::string& message);
    void expect_object(const typed::Variable& object);
    void fix_entry(const typed::Method& method);
    void for_each_branch(const typed::Expr& body, Term guard,
                         const std::function<void(const typed::Expr&, Term)>& visit);

    Procedure parts_;
    ProcedureState& state_;
    Vocabulary& vocabulary_;
    logic::TermStore& store_;
    Blocks& blocks_;
    Scope& scope_;
    Claims& claims_;
    ProcedureDefinedness& definedness_;
    Permissions& permissions_;
    DefiniteAssignment& assigned_;
    Termination& termination_;
    Loops& loops_;
    Induction& induction_;
    Statements& statements_;
};

} // namespace daphnia::encode
