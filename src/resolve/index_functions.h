// Functions of an index, or of several, from which sequences and arrays are built.
#pragma once

#include "resolve/body_part.h"

#include <memory>
#include <optional>
#include <vector>

namespace daphnia::resolve {

class Expressions;

struct IndexFunction {
    std::vector<std::unique_ptr<typed::Variable>> variables;
    Draft body;
    typed::ExprPtr domain; // its precondition; null when there is none
};

class IndexFunctions : BodyPart {
  public:
    IndexFunctions(BodyState& state, Expressions& expressions) : BodyPart(state), expressions_(expressions) {}

    // `(i, j) => e`, or the name of a function of as many parameters, as a function of `count` indices.
    std::optional<IndexFunction> index_function(const ast::Expr& expr, std::size_t count, Context context);
    Draft seq_construction(SourceRange range, const ast::SeqConstruction& node, Context context);

  private:
    std::optional<IndexFunction> applied_to_indices(const ast::Expr& expr, std::size_t count, Context context);

    Expressions& expressions_;
};

} // namespace daphnia::resolve
