// Expressions as terms, and what must hold for them to have a meaning (definedness).
#pragma once

#include "encode/definedness.h"
#include "encode/scope.h"
#include "encode/vocabulary.h"

#include <string>
#include <utility>
#include <vector>

namespace daphnia::encode {

// The encoder of expressions in one scope.
//  - without `definedness` and `facts`: the term alone;
//  - with `facts`: the calls in the expression, known to be well-formed, are recorded as checked: ok(args);
//  - with `definedness`: every condition for the expression to have a meaning is required first.
// What becomes of each node, its parts say (expression_nodes.h), which come back here for what the node is made of.
class Expressions {
  public:
    Expressions(Vocabulary& vocabulary, Scope& scope, Definedness* definedness = nullptr,
                std::vector<CallFact>* facts = nullptr)
        : vocabulary_(vocabulary), store_(vocabulary.store()), scope_(scope), definedness_(definedness), facts_(facts) {
    }

    Term encode(const typed::Expr& expr);
    // The value must belong to the type; nothing is required when its static type says so.
    void require_fits(const typed::Type& type, const typed::Expr& expr, Term value);
    // The same of an argument for the parameter: a receiver must not be null.
    void require_argument(const typed::Variable& parameter, const typed::Expr& expr, Term value);
    // A function of an index, for a sequence or an array of the given size (of several, for one of as many dimensions):
    // as in Dafny it has to make sense wherever it says so (its domain, over the natural numbers), and the domain has
    // to hold for all indices.
    struct IndexFunction {
        std::vector<const typed::Variable*> indices;
        const typed::Expr* domain; // null: everywhere
        const typed::Expr& body;
        const typed::Type& element;
        const char* what; // "sequence" or "array"
    };
    void check(const IndexFunction& function, const std::vector<Term>& sizes);

    // Only what follows under the guard is required.
    void push_guard(Term guard) { guards_.push_back(guard); }
    std::size_t guard_depth() const { return guards_.size(); }
    // Those that were pushed since the depth was this one are gone.
    void leave_guards(std::size_t depth) { guards_.resize(depth); }
    Term guard() const;
    Term under(Term guard, const typed::Expr& expr);

    Vocabulary& vocabulary() const { return vocabulary_; }
    Scope& scope() const { return scope_; }
    // The expression that is being encoded.
    const typed::Expr& current() const { return *current_; }
    // Where the values of bound variables are allocated; null when that does not matter.
    const State* existing() const { return scope_.whole_types ? nullptr : &scope_.now; }
    Definedness* definedness() const { return definedness_; } // null: nothing is required
    void require(support::Rule kind, const typed::Expr& at, Term condition, std::string message = {});
    // Somebody learns of the calls that are well-formed.
    bool takes_facts() const { return definedness_ != nullptr || facts_ != nullptr; }
    void record(CallFact fact);

  private:
    Vocabulary& vocabulary_;
    logic::TermStore& store_;
    Scope& scope_;
    Definedness* definedness_;
    std::vector<CallFact>* facts_;
    std::vector<Term> guards_;
    const typed::Expr* current_ = nullptr;
};

// The arrays of a frame, as a set of objects.
Term objects_of(const typed::Frame& frame, Expressions& in);

// Where a failure about the expression is reported: all of it when its anchor is on its first line, else the anchor.
support::SourceRange place_of(const typed::Expr& expr);

} // namespace daphnia::encode
