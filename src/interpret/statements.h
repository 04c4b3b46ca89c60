// The pass over statements: one statement in, where control goes out.
#pragma once

#include "interpret/engine.h"

namespace daphnia::interpret {

class Statements {
  public:
    Statements(Engine& engine, const typed::Stmt& statement) : engine_(engine), statement_(statement) {}

    Flow operator()(const typed::Block& node) const;
    Flow operator()(const typed::VarDecl& node) const;
    Flow operator()(const typed::Assign& node) const;
    Flow operator()(const typed::AssignSuchThat& node) const;
    Flow operator()(const typed::Call& node) const;
    Flow operator()(const typed::Assert& node) const;
    Flow operator()(const typed::Assume& node) const;
    Flow operator()(const typed::Reveal& node) const;
    Flow operator()(const typed::Expect& node) const;
    Flow operator()(const typed::Print& node) const;
    Flow operator()(const typed::If& node) const;
    Flow operator()(const typed::Alternatives& node) const;
    Flow operator()(const typed::While& node) const;
    Flow operator()(const typed::Break& node) const;
    Flow operator()(const typed::Return& node) const;
    Flow operator()(const typed::ForallStatement& node) const;
    Flow operator()(const typed::Calc& node) const;

  private:
    void calc_step(const typed::CalcStep& step) const;
    void forall_assign(const typed::ForallStatement& node) const;
    void forall_proof(const typed::ForallStatement& node) const;

    Engine& engine_;
    const typed::Stmt& statement_;
};

} // namespace daphnia::interpret
