// See the header.
#include "interpret/function_expressions.h"

#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/frames.h"
#include "interpret/function_values.h"
#include "interpret/narrowing.h"

namespace daphnia::interpret {

// The body has to have a meaning for all arguments that meet the precondition, also where nobody asks.
Value FunctionExpressions::operator()(const typed::Lambda&, const typed::Expr& expr) const {
    Value result = function_values_.closure(expr);
    if (run_.checking()) {
        function_values_.for_sample_arguments(expr.type, [&](const Values& arguments) {
            if (function_values_.has_meaning_for(result, arguments, expr)) {
                function_values_.apply(result, arguments, expr);
            }
        });
    }
    return result;
}

Value FunctionExpressions::operator()(const typed::FunctionValue& node, const typed::Expr& expr) const {
    Value receiver = node.receiver == nullptr ? Value() : evaluation_.eval(*node.receiver);
    if (receiver.is_reference()) {
        narrowing_.require_not_null(*node.receiver, receiver);
    }
    return FunctionValues::declared(expr, std::move(receiver));
}

// The function, then the arguments.
Values FunctionExpressions::applied(const typed::Expr& function, const std::vector<typed::ExprPtr>& arguments) const {
    Values result{evaluation_.eval(function)};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        result.push_back(evaluation_.eval(*arguments[i]));
        narrowing_.require_fits(function.type.arguments.at(i), arguments[i]->type, result.back(), *arguments[i]);
    }
    return result;
}

Value FunctionExpressions::operator()(const typed::Apply& node, const typed::Expr& expr) const {
    const Values all = applied(*node.function, node.arguments);
    const Values arguments(all.begin() + 1, all.end());
    if (run_.checking() && !function_values_.has_meaning_for(all.front(), arguments, expr)) {
        checks_.fail({Rule::Precondition, place_of(expr), "function precondition does not hold"}, {},
                     {checks_.part(*node.function, all.front())});
    }
    function_values_.require_readable_by(all.front(), arguments, expr);
    Value result = function_values_.apply(all.front(), arguments, expr);
    if (!result.is_assigned()) {
        throw Unknown{"a function has no value for its arguments", expr.range};
    }
    return result;
}

Value FunctionExpressions::operator()(const typed::RequiresOf& node, const typed::Expr& expr) const {
    const Values all = applied(*node.function, node.arguments);
    const Values arguments(all.begin() + 1, all.end());
    function_values_.require_readable_by(all.front(), arguments, expr);
    const bool meaning = function_values_.has_meaning_for(all.front(), arguments, expr);
    if (!meaning && !FunctionValues::reads_nothing(all.front())) {
        // Whether that can be said depends on what the precondition has read, which nobody has followed.
        throw Unknown{"a function that reads the heap has no meaning for these arguments", expr.range};
    }
    return Value::boolean(meaning);
}

// Without a meaning for the arguments, what it would read may have none either.
Value FunctionExpressions::operator()(const typed::ReadsOf& node, const typed::Expr& expr) const {
    const Values all = applied(*node.function, node.arguments);
    const Values arguments(all.begin() + 1, all.end());
    const bool strictly = frames_.asks_strictly() && node.function->type.arrow == typed::ArrowKind::General;
    if ((strictly || !FunctionValues::reads_nothing(all.front())) &&
        !function_values_.has_meaning_for(all.front(), arguments, expr)) {
        if (strictly) {
            checks_.fail({Rule::Reads, place_of(expr), "insufficient reads clause to invoke function"});
        }
        throw Unknown{"a function has no meaning for the arguments for which it is asked what it reads", expr.range};
    }
    function_values_.require_readable_by(all.front(), arguments, expr);
    Values arrays;
    for (const Reference array : function_values_.reads_of(all.front(), arguments, expr)) {
        arrays.push_back(Value::reference(array));
    }
    return Value::collection(typed::TypeKind::Set, std::move(arrays));
}

} // namespace daphnia::interpret
