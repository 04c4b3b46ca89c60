// The pass over statements: one statement in, where control goes out.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Collector;
class Assignments;
class Checks;
class Conditions;
class Evaluation;
class Frames;
class Inhabitants;
class Loops;
class Meter;
class MethodCalls;
class Quantifiers;
class Snapshots;
class Variables;
struct Place;

// Where control goes after a statement: to the next one (null), out of the callable, or to the end of the statement
// that carries the label.
using Flow = const typed::Label*;

class Statements {
  public:
    Statements(Run& run, Meter& meter, Checks& checks, Collector& collector, Inhabitants& inhabitants,
               Variables& variables, Evaluation& evaluation, Quantifiers& quantifiers, Conditions& conditions,
               Frames& frames, Snapshots& snapshots, MethodCalls& method_calls, Assignments& assignments, Loops& loops)
        : run_(run), meter_(meter), checks_(checks), collector_(collector), inhabitants_(inhabitants),
          variables_(variables), evaluation_(evaluation), quantifiers_(quantifiers), conditions_(conditions),
          frames_(frames), snapshots_(snapshots), method_calls_(method_calls), assignments_(assignments),
          loops_(loops) {}

    Flow exec(const typed::Stmt& statement);
    // What is said within an expression, which waits.
    void exec_within(const typed::StatementExpr& node);

  private:
    Flow exec(const typed::Block& node, const typed::Stmt& statement);
    Flow exec(const typed::VarDecl& node, const typed::Stmt& statement);
    Flow exec(const typed::Assign& node, const typed::Stmt& statement);
    Flow exec(const typed::AssignSuchThat& node, const typed::Stmt& statement);
    Flow exec(const typed::Call& node, const typed::Stmt& statement);
    Flow exec(const typed::Assert& node, const typed::Stmt& statement);
    Flow exec(const typed::Assume& node, const typed::Stmt& statement);
    Flow exec(const typed::Reveal& node, const typed::Stmt& statement);
    Flow exec(const typed::Expect& node, const typed::Stmt& statement);
    Flow exec(const typed::Print& node, const typed::Stmt& statement);
    Flow exec(const typed::If& node, const typed::Stmt& statement);
    Flow exec(const typed::Alternatives& node, const typed::Stmt& statement);
    Flow exec(const typed::While& node, const typed::Stmt& statement);
    Flow exec(const typed::Break& node, const typed::Stmt& statement);
    Flow exec(const typed::Return& node, const typed::Stmt& statement);
    Flow exec(const typed::ForallStatement& node, const typed::Stmt& statement);
    Flow exec(const typed::Calc& node, const typed::Stmt& statement);
    Flow exec(const typed::Modify& node, const typed::Stmt& statement);
    void choose_cells(const typed::AssignSuchThat& node, const std::vector<Place>& targets, SourceRange place);
    void calc_step(const typed::CalcStep& step);
    void forall_assign(const typed::ForallStatement& node, const typed::Stmt& statement);
    void forall_proof(const typed::ForallStatement& node, const typed::Stmt& statement);

    Run& run_;
    Meter& meter_;
    Checks& checks_;
    Collector& collector_;
    Inhabitants& inhabitants_;
    Variables& variables_;
    Evaluation& evaluation_;
    Quantifiers& quantifiers_;
    Conditions& conditions_;
    Frames& frames_;
    Snapshots& snapshots_;
    MethodCalls& method_calls_;
    Assignments& assignments_;
    Loops& loops_;
    typed::Label return_;
};

} // namespace daphnia::interpret
