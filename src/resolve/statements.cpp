// Statements but assignments, loops, labels and calc: blocks, assertions, branches, forall, print, return. A statement
// of the source becomes one or several of the kernel, appended to what the enclosing block holds so far.
#include "resolve/attributes.h"
#include "resolve/body.h"
#include "support/match.h"
#include "support/spelling.h"

#include <fmt/format.h>

namespace daphnia::resolve {

class StmtCases {
  public:
    StmtCases(BodyResolver& body, SourceRange range, std::vector<typed::StmtPtr>& out)
        : body_(body), range_(range), out_(out) {}

    void operator()(const ast::ExprStmt& node) const { body_.call_statement(range_, node, out_); }
    void operator()(const ast::Assign& node) const { body_.assign_statement(range_, node, out_); }
    void operator()(const ast::VarDecl& node) const { body_.var_statement(range_, node, out_); }
    void operator()(const ast::VarPatternDecl& node) const { body_.var_pattern_statement(range_, node, out_); }
    void operator()(const ast::ByProof& node) const {
        unsupported("proofs attached to assignments and calls are");
        body_.statement(*node.stmt, out_);
    }
    void operator()(const ast::Assert& node) const { body_.assert_statement(range_, node, out_); }
    void operator()(const ast::Assume& node) const { body_.assume_statement(range_, node, out_); }
    void operator()(const ast::Expect& node) const { body_.expect_statement(range_, node, out_); }
    void operator()(const ast::Print& node) const { body_.print_statement(range_, node, out_); }
    void operator()(const ast::Reveal& node) const { body_.reveal_statement(range_, node, out_); }
    void operator()(const ast::Return& node) const { body_.return_statement(range_, node, out_); }
    void operator()(const ast::Yield&) const {
        body_.reporter().error(Rule::Misplaced, range_, "yield statement is allowed only in iterators");
    }
    void operator()(const ast::Jump& node) const { body_.jump_statement(range_, node, out_); }
    void operator()(const ast::Modify&) const { unsupported("modify statements are"); }
    void operator()(const ast::NewDivider&) const {
        body_.reporter().error(Rule::Misplaced, range_, "'new;' is allowed only in constructors");
    }
    void operator()(const ast::Skeleton&) const {
        body_.reporter().error(Rule::Misplaced, range_, "skeleton statements are allowed only in refining methods");
    }
    void operator()(const ast::BlockStmt& node) const { out_.push_back(body_.block(node.block)); }
    void operator()(const ast::OpaqueBlock&) const { unsupported("opaque blocks are"); }
    void operator()(const ast::Labeled& node) const { body_.labeled_statement(range_, node, out_); }
    void operator()(const ast::If& node) const { body_.if_statement(range_, node, out_); }
    void operator()(const ast::IfCases& node) const { body_.if_cases(range_, node, out_); }
    void operator()(const ast::While& node) const { body_.while_statement(range_, node, out_); }
    void operator()(const ast::WhileCases& node) const { body_.while_cases(range_, node, out_); }
    void operator()(const ast::For& node) const { body_.for_statement(range_, node, out_); }
    void operator()(const ast::MatchStmt& node) const { body_.match_statement(range_, node, out_); }
    void operator()(const ast::Calc& node) const { body_.calc_statement(range_, node, out_); }
    void operator()(const ast::ForallStmt& node) const { body_.forall_statement(range_, node, out_); }

  private:
    void unsupported(const char* what) const { body_.reporter().unsupported(range_, what); }

    BodyResolver& body_;
    SourceRange range_;
    std::vector<typed::StmtPtr>& out_;
};

namespace {
const char* const kCondition = "condition is expected to be of type bool, but is {}";
} // namespace

void BodyResolver::statement(const ast::Stmt& stmt, Statements& out) {
    support::match(stmt.node, StmtCases(*this, stmt.range, out));
    inference_.advance();
}

typed::StmtPtr BodyResolver::make_stmt(SourceRange range, bool ghost, decltype(typed::Stmt::node) node) const {
    return std::make_unique<typed::Stmt>(typed::Stmt{range, ghost, std::move(node)});
}

std::vector<typed::StmtPtr> BodyResolver::nested_statements(const std::vector<ast::StmtPtr>& stmts) {
    const Scope<const typed::Variable>::Frame frame(variables_);
    const Scope<const typed::Label>::Frame labels(dominating_labels_);
    Statements result;
    for (const ast::StmtPtr& stmt : stmts) {
        statement(*stmt, result);
    }
    return result;
}

typed::StmtPtr BodyResolver::statements_as_block(SourceRange range, const std::vector<ast::StmtPtr>& stmts) {
    return make_stmt(range, false, typed::Block{nested_statements(stmts), nullptr});
}

typed::StmtPtr BodyResolver::block(const ast::Block& block) {
    return statements_as_block(block.range, block.stmts);
}

// What happens in a proof stays there: no jump leaves it.
std::vector<typed::StmtPtr> BodyResolver::proof_statements(const ast::Block& block) {
    std::vector<Loop> outer_loops;
    Scope<const LabelTarget> outer_labels;
    outer_labels.push_frame();
    std::swap(loops_, outer_loops);
    std::swap(enclosing_labels_, outer_labels);
    Statements result = nested_statements(block.stmts);
    std::swap(loops_, outer_loops);
    std::swap(enclosing_labels_, outer_labels);
    return result;
}

typed::StmtPtr BodyResolver::proof_block(const ast::Block& block) {
    return make_stmt(block.range, false, typed::Block{proof_statements(block), nullptr});
}

// ---- assertions

void BodyResolver::assert_statement(SourceRange range, const ast::Assert& node, Statements& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    const char* const outer = std::exchange(no_call_, kNoCallInClaims);
    Draft condition = this->condition(*node.condition, statement_context(), kCondition);
    no_call_ = outer;
    typed::Assert result{typed::AssertKind::Assertion, std::move(condition.expr), nullptr,
                         error_message(node.attributes)};
    if (node.proof) {
        result.proof = proof_block(*node.proof);
    }
    if (node.label) {
        result.label = assertion_label(*node.label);
        declare_label(*result.label, "assert label shadows a dominating label");
    }
    add(out, range, true, std::move(result));
}

void BodyResolver::assume_statement(SourceRange range, const ast::Assume& node, Statements& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    const char* const outer = std::exchange(no_call_, kNoCallInClaims);
    Draft condition = this->condition(*node.condition, statement_context(), kCondition);
    no_call_ = outer;
    add(out, range, true, typed::Assume{std::move(condition.expr), has_attribute(node.attributes, "axiom")});
}

void BodyResolver::expect_statement(SourceRange range, const ast::Expect& node, Statements& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    Draft condition = this->condition(*node.condition, statement_context(), kCondition);
    typed::Expect result{std::move(condition.expr), nullptr};
    if (node.message) {
        result.message = expression(*node.message, statement_context()).expr;
    }
    add(out, range, false, std::move(result));
}

void BodyResolver::print_statement(SourceRange range, const ast::Print& node, Statements& out) {
    typed::Print result;
    for (const ast::ExprPtr& expr : node.exprs) {
        result.arguments.push_back(expression(*expr, statement_context()).expr);
    }
    add(out, range, false, std::move(result));
}

// What hide statements would hide is never hidden, so `reveal *` has nothing to do.
void BodyResolver::reveal_statement(SourceRange range, const ast::Reveal& node, Statements& out) {
    if (node.hide) {
        reporter().unsupported(range, "hide statements are");
        return;
    }
    typed::Reveal result;
    for (const ast::ExprPtr& expr : node.exprs) {
        reveal(*expr, result);
    }
    add(out, range, true, std::move(result));
}

bool BodyResolver::reveal_call(SourceRange range, const ast::Expr& expr, Statements& out) {
    constexpr std::string_view kPrefix = "reveal_";
    const auto* call = std::get_if<ast::Call>(&expr.node);
    const auto* name = call == nullptr ? nullptr : std::get_if<ast::Name>(&call->callee->node);
    const auto* member = call == nullptr ? nullptr : std::get_if<ast::Member>(&call->callee->node);
    const std::string text = name != nullptr ? name->name.text : member != nullptr ? member->name.text : std::string();
    if (!text.starts_with(kPrefix) || !call->arguments.empty() || variables_.find(text) != nullptr) {
        return false;
    }
    if (const std::optional<Meaning> own = declared_meaning(*call->callee);
        own && !std::holds_alternative<Unknown>(*own)) {
        return false;
    }
    const std::string revealed = text.substr(kPrefix.size());
    const std::optional<Meaning> found =
        name != nullptr ? declared_name(revealed) : declared_meaning(*member, revealed);
    auto* const* const entry = found ? std::get_if<Member*>(&*found) : nullptr;
    const auto* function = entry == nullptr ? nullptr : std::get_if<FunctionEntry>(*entry);
    if (function == nullptr || !is_opaque(*function->decl)) {
        return false;
    }
    typed::Reveal result;
    reveal(expr, revealed, **entry, result);
    add(out, range, true, std::move(result));
    return true;
}

std::vector<std::string> BodyResolver::revealable_names() const {
    std::vector<std::string> result = candidates(NameUse::Called);
    for (const std::string& label : dominating_labels_.names()) {
        if (assertion_labels_.count(dominating_labels_.find(label)) != 0) {
            result.push_back(label);
        }
    }
    return result;
}

void BodyResolver::reveal(const ast::Expr& expr, typed::Reveal& result) {
    const ast::Expr* named = &expr;
    if (const auto* call = std::get_if<ast::Call>(&named->node)) {
        named = call->callee.get();
    }
    const std::string text(named->range.text());
    const typed::Label* label = dominating_labels_.find(text);
    if (label != nullptr && assertion_labels_.count(label) != 0) {
        result.things.emplace_back(label);
        return;
    }
    const std::optional<Meaning> found = declared_meaning(*named);
    if (auto* const* member = found ? std::get_if<Member*>(&*found) : nullptr) {
        reveal(expr, text, **member, result);
    } else if (!found || !std::holds_alternative<Forgiven>(*found)) {
        reporter().error(Rule::Unresolved, expr.range,
                         fmt::format("cannot reveal '{}' because no revealable constant, function, assert label, or "
                                     "requires label in the current scope is named '{}'",
                                     text, text),
                         support::did_you_mean(text, revealable_names()));
    }
}

// To reveal what is not opaque changes nothing.
void BodyResolver::reveal(const ast::Expr& expr, const std::string& text, const Member& member, typed::Reveal& result) {
    const bool opaque = is_opaque(*std::visit([](const auto& entry) { return entry.decl; }, member));
    const auto refuse = [&](const char* kind) {
        reporter().error(Rule::Misplaced, expr.range,
                         fmt::format("{} '{}' cannot be revealed, because it has no body", kind, text));
    };
    if (const auto* function = std::get_if<FunctionEntry>(&member)) {
        if (opaque && !function->ast->body) {
            refuse(function->function->predicate ? "predicate" : "function");
        } else if (opaque) {
            result.things.emplace_back(function->function);
        }
    } else if (const auto* constant = std::get_if<ConstantEntry>(&member)) {
        if (opaque && !constant->ast->value) {
            refuse("const");
        } else if (opaque) {
            result.things.emplace_back(constant->constant);
        }
    } else {
        reporter().error(Rule::Misplaced, expr.range, "only functions and constants can be revealed");
    }
}

// ---- branches

void BodyResolver::if_statement(SourceRange range, const ast::If& node, Statements& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    typed::If result{nullptr, nullptr, nullptr};
    if (node.binding) {
        result.guard = guard_exists(*node.binding, *node.condition, statement_context()).expr;
    } else if (!std::holds_alternative<ast::Wildcard>(node.condition->node)) {
        result.guard = condition(*node.condition, statement_context(), kCondition).expr;
    }
    result.then = guarded_block(node.then_branch.range, node.binding, *node.condition, node.then_branch.stmts);
    if (node.else_branch) {
        if (const auto* otherwise = std::get_if<ast::BlockStmt>(&node.else_branch->node)) {
            result.otherwise = block(otherwise->block);
        } else {
            const Scope<const typed::Label>::Frame labels(dominating_labels_);
            Statements inner;
            statement(*node.else_branch, inner);
            result.otherwise = inner.size() == 1
                                   ? std::move(inner.front())
                                   : make_stmt(node.else_branch->range, false, typed::Block{std::move(inner), nullptr});
        }
    }
    add(out, range, false, std::move(result));
}

// The branch behind `x :| P` starts by choosing such an x.
typed::StmtPtr BodyResolver::guarded_block(SourceRange range, const std::optional<ast::GuardBinding>& binding,
                                           const ast::Expr& condition, const std::vector<ast::StmtPtr>& stmts) {
    if (!binding) {
        return statements_as_block(range, stmts);
    }
    const Scope<const typed::Variable>::Frame frame(variables_);
    typed::Block result;
    typed::VarDecl declaration;
    typed::AssignSuchThat choice{{}, nullptr, false};
    for (const ast::BoundVar& var : binding->vars) {
        const Reporter::Mute mute(reporter());
        auto variable = new_variable(var.name, var.type.get(), typed::VariableKind::Local, false);
        variables_.declare(var.name.text, variable.get());
        facts_.at(variable.get()).assignable = false;
        choice.targets.push_back({var.name.range, typed::VariableTarget{variable.get()}});
        declaration.variables.push_back(std::move(variable));
    }
    {
        const Reporter::Mute mute(reporter());
        choice.constraint = this->condition(condition, statement_context(), kCondition).expr;
    }
    const SourceRange at = cover(binding->vars.front().name.range, condition.range);
    add(result.statements, at, false, std::move(declaration));
    add(result.statements, at, false, std::move(choice));
    result.statements.push_back(statements_as_block(range, stmts));
    return make_stmt(range, false, std::move(result));
}

Draft BodyResolver::case_guard(const ast::GuardedCase& guarded) {
    return guarded.binding ? guard_exists(*guarded.binding, *guarded.condition, statement_context())
                           : condition(*guarded.condition, statement_context(), kCondition);
}

std::vector<typed::Alternative> BodyResolver::alternatives(const std::vector<ast::GuardedCase>& cases) {
    std::vector<typed::Alternative> result;
    for (const ast::GuardedCase& guarded : cases) {
        result.push_back({case_guard(guarded).expr, nullptr});
    }
    for (std::size_t i = 0; i < cases.size(); ++i) {
        result[i].body = guarded_block(cases[i].range, cases[i].binding, *cases[i].condition, cases[i].stmts);
    }
    return result;
}

void BodyResolver::if_cases(SourceRange range, const ast::IfCases& node, Statements& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    add(out, range, false, typed::Alternatives{alternatives(node.cases), true});
}

// ---- forall

void BodyResolver::forall_statement(SourceRange range, const ast::ForallStmt& node, Statements& out) {
    const Scope<const typed::Variable>::Frame frame(variables_);
    const std::size_t errors = reporter().error_count();
    Binders bound = binders(node.domain, "range restriction in forall statement must be of type bool (instead got {})",
                            statement_context());
    typed::ForallStatement result{typed::ForallKind::Proof, {}, std::move(bound.range), {}, nullptr};
    result.ensures = clauses(node.specs, ast::SpecKind::Ensures,
                             "ensures condition is expected to be of type bool, but is {}", statement_context());
    check_attributes(reporter(), node.domain.attributes, AttributePlace::Statement);
    if (node.body) {
        Statements body = proof_statements(*node.body);
        if (reporter().error_count() == errors && result.ensures.empty()) {
            classify_forall(range, node, body, result);
        }
        result.body = result.kind == typed::ForallKind::Proof
                          ? make_stmt(node.body->range, false, typed::Block{std::move(body), nullptr})
                          : std::move(body.front());
    }
    result.variables = owned(std::move(bound.variables));
    const bool ghost = result.kind != typed::ForallKind::Assign;
    add(out, range, ghost, std::move(result));
}

// Without `ensures`, the single statement of the body says what the forall statement is.
void BodyResolver::classify_forall(SourceRange range, const ast::ForallStmt& node, const Statements& body,
                                   typed::ForallStatement& statement) {
    if (body.size() == 1) {
        const typed::Stmt& only = *body.front();
        if (const auto* assign = std::get_if<typed::Assign>(&only.node);
            assign != nullptr && assign->targets.size() == 1) {
            classify_forall_assignment(*assign, only.range, statement);
            return;
        }
        if (std::holds_alternative<typed::Call>(only.node)) {
            statement.kind = typed::ForallKind::Call;
            return;
        }
        if (const auto* calc = std::get_if<ast::Calc>(&node.body->stmts.front()->node)) {
            if (std::optional<Draft> conclusion = calc_conclusion(*calc)) {
                const SourceRange at = conclusion->expr->range;
                statement.ensures.push_back({std::move(conclusion->expr), at, {}});
            }
            return;
        }
    }
    if (!body.empty()) {
        reporter().warning(Rule::ForallConclusion, range,
                           "the conclusion of the body of this forall statement will not be known outside the forall "
                           "statement; consider using an 'ensures' clause");
    }
}

void BodyResolver::classify_forall_assignment(const typed::Assign& assign, SourceRange range,
                                              typed::ForallStatement& statement) {
    if (!std::holds_alternative<typed::ElementTarget>(assign.targets.front().node)) {
        reporter().error(Rule::Misplaced, range,
                         "the body of the enclosing forall statement is not allowed to update local variables declared "
                         "outside the forall statement");
        return;
    }
    statement.kind = typed::ForallKind::Assign;
    if (std::holds_alternative<typed::NewArray>(assign.values.front().node)) {
        reporter().error(Rule::Misplaced, assign.values.front().range,
                         "new allocation not supported in aggregate assignments");
    }
}

// ---- return

namespace {

bool is_tuple(const std::vector<ast::Rhs>& values) {
    const auto* expr = values.size() == 1 ? std::get_if<ast::ExprPtr>(&values.front().node) : nullptr;
    return expr != nullptr && std::holds_alternative<ast::Tuple>((*expr)->node);
}

} // namespace

void BodyResolver::return_statement(SourceRange range, const ast::Return& node, Statements& out) {
    const SourceRange keyword = first_token(range, 6);
    if (method_ == nullptr) {
        reporter().error(Rule::Misplaced, keyword, "return statement is allowed only in method");
        return;
    }
    if (!node.values.empty()) {
        if (node.values.size() != method_->results.size()) {
            for (const ast::Rhs& rhs : node.values) {
                const auto* expr = std::get_if<ast::ExprPtr>(&rhs.node);
                if (expr == nullptr || called_method(**expr) == nullptr) {
                    drop(value(rhs));
                }
            }
            reporter().error(
                Rule::Arity, keyword,
                fmt::format("number of return parameters does not match declaration (found {}, expected {})",
                            node.values.size(), method_->results.size()),
                is_tuple(node.values)      ? "write the values without parentheses: 'return e, f;'"
                : method_->results.empty() ? "results are declared in the head: 'returns (r: int)'"
                                           : "");
            return;
        }
        std::vector<PendingValue> values;
        std::vector<PendingTarget> targets;
        for (std::size_t i = 0; i < node.values.size(); ++i) {
            const auto* expr = std::get_if<ast::ExprPtr>(&node.values[i].node);
            if (expr != nullptr && called_method(**expr) != nullptr) {
                reporter().error(Rule::Misplaced, std::get<ast::Call>((*expr)->node).open_paren,
                                 node.values.size() == 1 ? "cannot have method call in return statement"
                                                         : "cannot have effectful parameter in multi-return statement");
                return;
            }
            values.push_back(value(node.values[i]));
            targets.push_back(variable_target(*method_->results[i], keyword));
        }
        assign_values(range, keyword, std::move(targets), std::move(values), out);
    }
    add(out, range, false, typed::Return{});
}

} // namespace daphnia::resolve
