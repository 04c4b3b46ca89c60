#include "resolve/body.h"

#include "resolve/body_parts.h"

namespace daphnia::resolve {

BodyResolver::BodyResolver(Globals& globals, Place place, std::string name, bool may_diverge, TypeEntry* enclosing,
                           const typed::TypeParameters* own_parameters, bool two_state)
    : parts_(std::make_unique<BodyParts>(
          globals, EnclosingDeclaration{place, std::move(name), may_diverge, enclosing, own_parameters, two_state})) {}

BodyResolver::~BodyResolver() = default;

Variables& BodyResolver::variables() {
    return parts_->state.variables;
}

// ---- contracts

std::vector<typed::Clause> BodyResolver::clauses(const ast::SpecClauses& specs, ast::SpecKind kind,
                                                 const char* expectation, Context context) {
    return parts_->specifications.clauses(specs, kind, expectation, context);
}

typed::Frame BodyResolver::frame(const ast::SpecClauses& specs, ast::SpecKind kind) {
    return parts_->frames.frame(specs, kind);
}

typed::Decreases BodyResolver::decreases(const ast::SpecClauses& specs, Context context) {
    return parts_->specifications.decreases(specs, context);
}

typed::Decreases BodyResolver::default_decreases(const std::vector<typed::VariablePtr>& parameters, SourceRange range) {
    return parts_->specifications.default_decreases(parameters, range);
}

void BodyResolver::check_defaults(const std::vector<ast::Formal>& formals,
                                  const std::vector<typed::VariablePtr>& parameters) {
    parts_->arguments.check_defaults(formals, parameters);
}

// ---- bodies

Draft BodyResolver::expression(const ast::Expr& expr, Context context) {
    return parts_->expressions.expression(expr, context);
}

Draft BodyResolver::condition(const ast::Expr& expr, Context context, const char* message) {
    return parts_->expressions.condition(expr, context, message);
}

typed::ExprPtr BodyResolver::function_body(const ast::Expr& body, const typed::Variable& result, SourceRange at,
                                           const char* message) {
    return parts_->bodies.function_body(body, result, at, message);
}

void BodyResolver::must_fit(const typed::Constant& constant, const Draft& value) {
    parts_->bodies.must_fit(constant, value);
}

typed::StmtPtr BodyResolver::method_body(const ast::Block& block, const typed::Method& method) {
    return method.kind == typed::MethodKind::Constructor ? parts_->constructors.body(block, method)
                                                         : parts_->bodies.method_body(block, method);
}

void BodyResolver::declare_precondition_labels(const std::vector<typed::Clause>& preconditions) {
    parts_->bodies.declare_precondition_labels(preconditions);
}

// ---- types

std::optional<typed::Type> BodyResolver::known_type(const PreType& type) const {
    return parts_->settling.known_type(type);
}

void BodyResolver::finish() {
    parts_->settling.finish();
}

std::optional<typed::Type> BodyResolver::inferred_type(const typed::Variable& variable) {
    return parts_->settling.inferred_type(variable);
}

} // namespace daphnia::resolve
