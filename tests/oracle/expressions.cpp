#include "expressions.h"

namespace daphnia::oracle {

std::string ExpressionMaker::make(Type type, unsigned depth) {
    switch (type) {
    case Type::Bool:
        return boolean(depth);
    case Type::Int:
        return integer(depth);
    case Type::Nat:
        return natural(depth);
    case Type::Char:
        return character(depth);
    case Type::String:
    case Type::IntSeq:
    case Type::Nested:
        return sequence(type, depth);
    case Type::Pair:
        return pair(depth);
    case Type::IntArray:
        break;
    }
    return variable(type).value_or("new int[0]");
}

std::optional<std::string> ExpressionMaker::variable_such(const std::function<bool(Type)>& accept) {
    std::vector<std::string> names;
    for (const Variable& candidate : scope_) {
        if (accept(candidate.type) && (ghost_ || !candidate.ghost)) {
            names.push_back(candidate.name);
        }
    }
    return names.empty() ? std::nullopt : std::optional(workshop_.random.one_of(names));
}

std::optional<std::string> ExpressionMaker::variable(Type type) {
    return variable_such(
        [&](Type candidate) { return candidate == type || (type == Type::Int && candidate == Type::Nat); });
}

bool ExpressionMaker::variable_is_array(const std::string& name) const {
    for (const Variable& candidate : scope_) {
        if (candidate.name == name) {
            return candidate.type == Type::IntArray;
        }
    }
    return false;
}

std::string ExpressionMaker::call(Type type, unsigned depth) {
    std::vector<const Signature*> fitting;
    for (const Signature& function : workshop_.functions) {
        if (function.result == type && (ghost_ || !function.ghost)) {
            fitting.push_back(&function);
        }
    }
    if (fitting.empty()) {
        return literal(type);
    }
    const Signature& function = *workshop_.random.one_of(fitting);
    std::vector<std::string> arguments;
    std::string text = function.name + "(";
    for (const Type parameter : function.parameters) {
        arguments.push_back(make(parameter, depth - 1));
        text += (arguments.size() > 1 ? ", " : "") + arguments.back();
    }
    text += ")";
    return function.guard.empty()
               ? text
               : "(if " + instance(function.guard, arguments) + " then " + text + " else " + literal(type) + ")";
}

std::string ExpressionMaker::conditional(Type type, unsigned depth) {
    return fill("(if $c then $a else $b)",
                {{"c", boolean(depth - 1)}, {"a", make(type, depth - 1)}, {"b", make(type, depth - 1)}});
}

std::string ExpressionMaker::let(Type type, unsigned depth) {
    const Type inner = workshop_.random.one_of(std::initializer_list<Type>{Type::Int, Type::Bool, type});
    const std::string name = workshop_.fresh("v");
    const std::string value = make(inner, depth - 1);
    scope_.push_back({name, inner, {}, ghost_});
    std::string body = make(type, depth - 1);
    scope_.pop_back();
    return fill("(var $v := $e; $b)", {{"v", name}, {"e", value}, {"b", std::move(body)}});
}

std::string ExpressionMaker::literal(Type type) {
    switch (type) {
    case Type::Bool:
        return workshop_.any("true", "false");
    case Type::Int:
        return workshop_.random.chance(20) ? "(-" + std::to_string(workshop_.random.between(1, 5)) + ")"
                                           : std::to_string(workshop_.random.between(0, 9));
    case Type::Nat:
        return std::to_string(workshop_.random.between(0, 6));
    case Type::Char:
        return workshop_.any("'a'", "'b'", "'z'", "'0'", "' '");
    case Type::String:
        return workshop_.any("\"\"", "\"ab\"", "\"b\"", "\"aba\"");
    case Type::IntSeq:
        return workshop_.any("[5][1..]", "[1]", "[0, 2]", "[3, 1, 3]");
    case Type::Nested:
        return workshop_.any("[[4, 4], [1], [0]]", "[[1], [2, 3]]", "[[0]]");
    case Type::Pair:
        return workshop_.any("(0, true)", "(1, false)");
    case Type::IntArray:
        break;
    }
    return "new int[0]";
}

std::string ExpressionMaker::leaf(Type type) {
    return workshop_.random.chance(70) ? variable(type).value_or(literal(type)) : literal(type);
}

std::optional<std::pair<std::string, std::string>> ExpressionMaker::indexed() {
    const auto name = variable_such([](Type type) { return type == Type::IntSeq || type == Type::IntArray; });
    if (!name) {
        return std::nullopt;
    }
    return std::pair(*name, variable_is_array(*name) ? *name + ".Length" : "|" + *name + "|");
}

std::optional<std::string> ExpressionMaker::length() {
    const auto name = variable_such([](Type type) {
        return type == Type::IntSeq || type == Type::String || type == Type::Nested || type == Type::IntArray;
    });
    if (!name) {
        return std::nullopt;
    }
    return variable_is_array(*name) ? *name + ".Length" : "|" + *name + "|";
}
std::string expression(Workshop& workshop, Type type, const Scope& scope, unsigned depth, bool ghost) {
    Scope all = workshop.constants;
    all.insert(all.end(), scope.begin(), scope.end());
    return ExpressionMaker(workshop, all, ghost).make(type, depth);
}

} // namespace daphnia::oracle
