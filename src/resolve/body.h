// Resolves what belongs to one declaration: its contract and its body share scopes, holes in types, and labels. The
// work is done by parts (body_parts.h), of which each tells one story.
#pragma once

#include "resolve/draft.h"
#include "resolve/globals.h"
#include "resolve/variables.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::resolve {

struct BodyParts;

class BodyResolver {
  public:
    // `enclosing`: the datatype whose member it is, or null; its type parameters are the first of the member's own.
    BodyResolver(Globals& globals, Place place, std::string name, bool may_diverge, TypeEntry* enclosing = nullptr,
                 const typed::TypeParameters* own_parameters = nullptr, bool two_state = false);
    ~BodyResolver();
    BodyResolver(const BodyResolver&) = delete;
    BodyResolver& operator=(const BodyResolver&) = delete;

    // Parameters and results come into scope here.
    Variables& variables();

    // ---- contracts
    // The clauses of one kind; `expectation` is Dafny's message when one is not of type bool.
    std::vector<typed::Clause> clauses(const ast::SpecClauses& specs, ast::SpecKind kind, const char* expectation,
                                       Context context);
    typed::Frame frame(const ast::SpecClauses& specs, ast::SpecKind kind);
    typed::Decreases decreases(const ast::SpecClauses& specs, Context context);
    // Dafny's measure for a callable that names none: all its parameters, in order.
    typed::Decreases default_decreases(const std::vector<typed::VariablePtr>& parameters, SourceRange range);
    void check_defaults(const std::vector<ast::Formal>& formals, const std::vector<typed::VariablePtr>& parameters);

    // ---- bodies
    Draft expression(const ast::Expr& expr, Context context);
    // Resolved and required to be of type bool; {0} in the message is the type found.
    Draft condition(const ast::Expr& expr, Context context, const char* message);
    typed::ExprPtr function_body(const ast::Expr& body, const typed::Variable& result, SourceRange at,
                                 const char* message);
    void must_fit(const typed::Constant& constant, const Draft& value);
    typed::StmtPtr method_body(const ast::Block& block, const typed::Method& method);
    // The labels of preconditions are known in the body.
    void declare_precondition_labels(const std::vector<typed::Clause>& preconditions);

    // ---- types
    // The largest type of the kernel that an expression of this type can have, when it is known.
    std::optional<typed::Type> known_type(const PreType& type) const;
    // Settles all types, and reports what could not be.
    void finish();
    // Instead: what follows for the type of this variable, when that is known.
    std::optional<typed::Type> inferred_type(const typed::Variable& variable);

  private:
    std::unique_ptr<BodyParts> parts_;
};

} // namespace daphnia::resolve
