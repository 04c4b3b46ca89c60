// Expressions in a procedure: their terms where the code is, what is required of them, and how they are proved.
#pragma once

#include "encode/procedure_state.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::encode {

class Definedness;
class Induction;
struct Procedure;

using OriginOf = std::function<ivl::Origin(const typed::Expr&)>;

class Claims : ProcedurePart {
  public:
    explicit Claims(Procedure& all);

    Term pure(const typed::Expr& expr);    // the term
    Term checked(const typed::Expr& expr); // the same, after requiring that it has a meaning
    Term checked_fits(const typed::Expr& expr, const typed::Type& type);
    Term checked_argument(const typed::Expr& expr, const typed::Variable& parameter);
    // The term of an expression that is known to be well-formed under the guard: its calls count as checked from here
    // on.
    Term trusted(const typed::Expr& expr, Scope& scope, Term guard);
    void assume_clause(const typed::Expr& expr); // known to be well-formed
    void check_and_assume(const std::vector<typed::Clause>& clauses, std::optional<ivl::PremiseKind> kind = {});
    // Works through an expression that is a premise: conjunct by conjunct where premises are named, so that each can
    // be missed, and as a whole elsewhere.
    void for_each_premise(ivl::PremiseKind kind, support::SourceRange clause, const typed::Expr& expr,
                          const std::function<void(const typed::Expr&)>& work);
    // Requires an expression conjunct by conjunct; `origin` says where, given the place of the conjunct.
    void prove(const typed::Expr& expr, Scope& scope, Term guard, const OriginOf& origin);
    ivl::Origin simple_origin(support::Rule kind, const typed::Expr& expr, const std::string& message) const;
    // A value of type `from` belongs to the type.
    void require_fits(const typed::Type& type, const typed::Type& from, Term value, support::SourceRange range);
    // The condition is known from where a reveal statement names the label.
    void hide(const typed::Label* label, Term condition) { hidden_[label] = condition; }
    Term revealed(const typed::Reveal& node);

  private:
    Definedness& definedness_;
    Induction& induction_;
    std::map<const typed::Label*, Term> hidden_;
};

} // namespace daphnia::encode
