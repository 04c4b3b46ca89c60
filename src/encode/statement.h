// Statements become blocks. Those with a story of their own are told by other parts.
#pragma once

#include "encode/procedure_state.h"

namespace daphnia::encode {

class Assignments;
class Calls;
class Claims;
class Definedness;
class DefiniteAssignment;
class ForallStatements;
class Loops;
class Permissions;
struct Procedure;
class SuchThat;

class Statements : ProcedurePart {
  public:
    explicit Statements(Procedure& all);

    void run(const typed::Stmt& statement);
    // What is known after a statement without effects.
    Term conclusion(const typed::Stmt& statement);
    // The postconditions hold, and the path ends.
    void return_at(support::SourceRange at, support::SourceRange end);

    void operator()(const typed::Block& node);
    void operator()(const typed::VarDecl& node);
    void operator()(const typed::Assign& node);
    void operator()(const typed::AssignSuchThat& node);
    void operator()(const typed::Call& node);
    void operator()(const typed::Assert& node);
    void operator()(const typed::Assume& node);
    void operator()(const typed::Expect& node);
    void operator()(const typed::Print& node);
    void operator()(const typed::If& node);
    void operator()(const typed::Alternatives& node);
    void operator()(const typed::While& node);
    void operator()(const typed::Break& node);
    void operator()(const typed::Return& node);
    void operator()(const typed::ForallStatement& node);
    void operator()(const typed::Calc& node);
    void operator()(const typed::Reveal& node);
    void operator()(const typed::Modify& node);

  private:
    void check_right_side(const typed::Expr& claim); // of a step of a calculation

    Claims& claims_;
    Definedness& definedness_;
    Permissions& permissions_;
    DefiniteAssignment& assigned_;
    Assignments& assignments_;
    SuchThat& such_that_;
    Calls& calls_;
    Loops& loops_;
    ForallStatements& forall_;
};

} // namespace daphnia::encode
