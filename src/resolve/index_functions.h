// Functions of an index, from which sequences and arrays are built.
#pragma once

#include "resolve/body_part.h"

#include <memory>
#include <optional>

namespace daphnia::resolve {

class Expressions;

struct IndexFunction {
    std::unique_ptr<typed::Variable> variable;
    Draft body;
    typed::ExprPtr domain; // its precondition; null when there is none
};

class IndexFunctions : BodyPart {
  public:
    IndexFunctions(BodyState& state, Expressions& expressions) : BodyPart(state), expressions_(expressions) {}

    // `i => e`, or the name of a function of one parameter, as a function of an index.
    std::optional<IndexFunction> index_function(const ast::Expr& expr, Context context);
    Draft seq_construction(SourceRange range, const ast::SeqConstruction& node, Context context);

  private:
    std::optional<IndexFunction> applied_to_index(const ast::Expr& expr, Context context);

    Expressions& expressions_;
};

} // namespace daphnia::resolve
