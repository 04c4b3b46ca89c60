#include "resolve/statements.h"

#include "resolve/attributes.h"
#include "resolve/body_parts.h"
#include "resolve/expressions.h"
#include "resolve/labels.h"
#include "support/match.h"

namespace daphnia::resolve {

class Statements::Cases {
  public:
    Cases(Statements& self, SourceRange range, StmtList& out)
        : self_(self), parts_(self.parts_), range_(range), out_(out) {}

    void operator()(const ast::ExprStmt& node) const { parts_.assignments.call_statement(range_, node, out_); }
    void operator()(const ast::Assign& node) const { parts_.assignments.assign_statement(range_, node, out_); }
    void operator()(const ast::VarDecl& node) const { parts_.locals.var_statement(range_, node, out_); }
    void operator()(const ast::VarPatternDecl& node) const { parts_.locals.var_pattern_statement(range_, node, out_); }
    void operator()(const ast::ByProof& node) const {
        unsupported("proofs attached to assignments and calls are");
        self_.statement(*node.stmt, out_);
    }
    void operator()(const ast::Assert& node) const { parts_.assertions.assert_statement(range_, node, out_); }
    void operator()(const ast::Assume& node) const { parts_.assertions.assume_statement(range_, node, out_); }
    void operator()(const ast::Expect& node) const { parts_.assertions.expect_statement(range_, node, out_); }
    void operator()(const ast::Print& node) const { parts_.assertions.print_statement(range_, node, out_); }
    void operator()(const ast::Reveal& node) const { parts_.reveals.reveal_statement(range_, node, out_); }
    void operator()(const ast::Return& node) const { parts_.assignments.return_statement(range_, node, out_); }
    void operator()(const ast::Yield&) const {
        self_.reporter().error(Rule::Misplaced, range_, "yield statement is allowed only in iterators");
    }
    void operator()(const ast::Jump& node) const { parts_.labels.jump_statement(range_, node, out_); }
    void operator()(const ast::Modify& node) const {
        check_attributes(self_.reporter(), node.attributes, AttributePlace::Statement);
        typed::Modify result{parts_.frames.of(node.frames, Frames::Clause::Modifies), nullptr};
        if (node.body) {
            result.body = self_.block(*node.body);
        }
        self_.add(out_, range_, false, std::move(result));
    }
    void operator()(const ast::NewDivider&) const {
        const typed::Method* const method = self_.declaration_.method;
        self_.reporter().error(Rule::Misplaced, range_,
                               method != nullptr && method->kind == typed::MethodKind::Constructor
                                   ? "'new;' can only be used once, and not inside of other statements"
                                   : "'new;' is allowed only in constructors");
    }
    void operator()(const ast::Skeleton&) const {
        self_.reporter().error(Rule::Misplaced, range_, "skeleton statements are allowed only in refining methods");
    }
    void operator()(const ast::BlockStmt& node) const { out_.push_back(self_.block(node.block)); }
    void operator()(const ast::OpaqueBlock&) const { unsupported("opaque blocks are"); }
    void operator()(const ast::Labeled& node) const { parts_.labels.labeled_statement(range_, node, out_); }
    void operator()(const ast::If& node) const { parts_.branches.if_statement(range_, node, out_); }
    void operator()(const ast::IfCases& node) const { parts_.branches.if_cases(range_, node, out_); }
    void operator()(const ast::While& node) const { parts_.loops.while_statement(range_, node, out_); }
    void operator()(const ast::WhileCases& node) const { parts_.loops.while_cases(range_, node, out_); }
    void operator()(const ast::For& node) const { parts_.loops.for_statement(range_, node, out_); }
    void operator()(const ast::MatchStmt& node) const { parts_.matches.match_statement(range_, node, out_); }
    void operator()(const ast::Calc& node) const { parts_.calculations.calc_statement(range_, node, out_); }
    void operator()(const ast::ForallStmt& node) const { parts_.foralls.forall_statement(range_, node, out_); }

  private:
    void unsupported(const char* what) const { self_.reporter().unsupported(range_, what); }

    Statements& self_;
    BodyParts& parts_;
    SourceRange range_;
    StmtList& out_;
};

void Statements::statement(const ast::Stmt& stmt, StmtList& out) {
    support::match(stmt.node, Cases(*this, stmt.range, out));
    inference_.advance();
}

std::vector<typed::StmtPtr> Statements::nested_statements(const std::vector<ast::StmtPtr>& stmts) {
    const VariableScope::Frame frame(variables_.scope());
    const Scope<const typed::Label>::Frame labels(labels_.dominating());
    StmtList result;
    for (const ast::StmtPtr& stmt : stmts) {
        statement(*stmt, result);
    }
    return result;
}

typed::StmtPtr Statements::statements_as_block(SourceRange range, const std::vector<ast::StmtPtr>& stmts) {
    return make_stmt(range, false, typed::Block{nested_statements(stmts), nullptr});
}

typed::StmtPtr Statements::block(const ast::Block& block) {
    return statements_as_block(block.range, block.stmts);
}

// What happens in a proof stays there: no jump leaves it.
std::vector<typed::StmtPtr> Statements::proof_statements(const ast::Block& block) {
    const Labels::Closed closed(labels_);
    return nested_statements(block.stmts);
}

typed::StmtPtr Statements::proof_block(const ast::Block& block) {
    return make_stmt(block.range, false, typed::Block{proof_statements(block), nullptr});
}

Draft Statements::statement_expression(SourceRange range, const ast::StmtExpr& node, Context context) {
    const Scope<const typed::Label>::Frame labels(labels_.dominating());
    typed::StatementExpr result;
    statement(*node.stmt, result.statements);
    Draft body = expressions_.expression(*node.body, context);
    PreType type = body.type;
    const SourceRange anchor = body.expr->anchor;
    result.body = std::move(body.expr);
    return make(range, anchor, std::move(type), std::move(result));
}

} // namespace daphnia::resolve
