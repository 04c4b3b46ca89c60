// See the header.
#include "interpret/evaluation.h"

#include "interpret/basic_expressions.h"
#include "interpret/function_calls.h"
#include "interpret/function_expressions.h"
#include "interpret/meter.h"
#include "interpret/narrowing.h"
#include "interpret/number_expressions.h"
#include "interpret/object_expressions.h"
#include "interpret/operators.h"
#include "interpret/quantifiers.h"
#include "interpret/sequence_expressions.h"
#include "interpret/set_expressions.h"
#include "interpret/termination.h"
#include "interpret/variables.h"

#include <type_traits>
#include <utility>

namespace daphnia::interpret {

namespace {

// Asks the first of the parts that has a case for the node: one that no part knows does not compile.
template <typename Node, typename Part, typename... Others>
Value value_of(const Node& node, const typed::Expr& expr, Part& part, Others&... others) {
    if constexpr (std::is_invocable_v<Part&, const Node&, const typed::Expr&>) {
        return part(node, expr);
    } else {
        static_assert(sizeof...(Others) > 0, "no part has a case for the node");
        return value_of(node, expr, others...);
    }
}

} // namespace

Value Evaluation::eval(const typed::Expr& expr) {
    meter_.step(expr.range);
    return std::visit(
        [&](const auto& node) {
            return value_of(node, expr, basics_, operators_, objects_, sequences_, numbers_, sets_, functions_,
                            function_calls_, quantifiers_, termination_);
        },
        expr.node);
}

const Value& Evaluation::peek(const typed::Expr& expr, Value& room) {
    if (const auto* variable = std::get_if<typed::VariableRead>(&expr.node)) {
        meter_.step(expr.range);
        return variables_.read(*variable->variable, expr);
    }
    room = eval(expr);
    return room;
}

void Evaluation::look_into(const typed::FunctionCall& node, const typed::Expr& call,
                           const std::function<void(const typed::Expr& body)>& look) {
    function_calls_.call(node, call, &look);
}

void Evaluation::bind(const typed::Let& let) {
    Values values;
    values.reserve(let.values.size());
    for (std::size_t i = 0; i < let.values.size(); ++i) {
        if (let.variables[i]->ghost && !run_.checking()) {
            values.emplace_back();
            continue;
        }
        values.push_back(eval(*let.values[i]));
        narrowing_.require_fits(let.variables[i]->type, let.values[i]->type, values.back(), *let.values[i]);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        (*run_.active())[*let.variables[i]] = std::move(values[i]);
    }
}

} // namespace daphnia::interpret
