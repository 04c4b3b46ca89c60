#include "statements.h"

#include <algorithm>

namespace daphnia::oracle {

namespace {

constexpr Type kLocalTypes[] = {Type::Int, Type::Int, Type::Nat, Type::Bool, Type::IntSeq, Type::Pair, Type::String};

} // namespace

std::string StatementWriter::write() {
    const Construct simple = workshop_.pick(
        {Construct::Declare,         Construct::Assign,          Construct::Swap,    Construct::WriteElement,
         Construct::SwapElements,    Construct::CallMethod,      Construct::Choose,  Construct::NewArray,
         Construct::Claim,           Construct::GhostSnapshot,   Construct::Output,  Construct::Havoc,
         Construct::CallIntoElement, Construct::ElementAndIndex, Construct::IfElse,  Construct::Leave,
         Construct::CountedLoop,     Construct::FillLoop,        Construct::AnyLoop, Construct::ForallAssign});
    switch (simple) {
    case Construct::Assign:
        return assign();
    case Construct::Swap:
        return swap();
    case Construct::WriteElement:
        return write_element();
    case Construct::SwapElements:
        return swap_elements();
    case Construct::CallMethod:
        return call();
    case Construct::CallIntoElement:
        return call_into_element();
    case Construct::ElementAndIndex:
        return element_and_index();
    case Construct::Choose:
        return choose();
    case Construct::NewArray:
        return new_array();
    case Construct::Claim:
        return claim();
    case Construct::GhostSnapshot:
        return snapshot();
    case Construct::Output:
        return output();
    case Construct::Havoc:
        return havoc();
    case Construct::IfElse:
        return depth_ > 0 ? branches(state_, depth_) : declare();
    case Construct::Leave:
        return depth_ > 0 ? leaving_block(state_, depth_) : claim();
    case Construct::CountedLoop:
        return counted_loop();
    case Construct::AnyLoop:
        return any_loop();
    case Construct::FillLoop:
        return fill_elements(true);
    case Construct::ForallAssign:
        return fill_elements(false);
    default:
        return declare();
    }
}

std::string StatementWriter::make(Type type, unsigned depth, bool ghost) {
    return expression(workshop_, type, state_.scope, depth, ghost || state_.ghost);
}

std::optional<std::string> StatementWriter::some_variable(const std::function<bool(const Variable&)>& accept) {
    std::vector<std::string> names;
    for (const Variable& variable : state_.scope) {
        if (accept(variable)) {
            names.push_back(variable.name);
        }
    }
    return names.empty() ? std::nullopt : std::optional(random_.one_of(names));
}

Variable& StatementWriter::variable(const std::string& name) {
    return *std::find_if(state_.scope.rbegin(), state_.scope.rend(),
                         [&](const Variable& candidate) { return candidate.name == name; });
}

std::string StatementWriter::declare() {
    const Type type = random_.one_of(kLocalTypes);
    const std::string name = workshop_.fresh("l");
    const bool ghost = random_.chance(12);
    const std::string value = make(type, 2, ghost);
    state_.scope.push_back({name, type, symbol_of(value), ghost, true});
    return fill("$k $n: $t := $v;\n",
                {{"k", ghost ? "ghost var" : "var"}, {"n", name}, {"t", to_string(type)}, {"v", value}});
}

std::string StatementWriter::assign() {
    const auto name = some_variable([](const Variable& candidate) { return candidate.assignable; });
    if (!name) {
        return declare();
    }
    const std::string value = make(variable(*name).type, 2, variable(*name).ghost);
    variable(*name).symbol = symbol_of(value);
    return *name + " := " + value + ";\n";
}

std::string StatementWriter::swap() {
    const auto first = some_variable([](const Variable& candidate) { return candidate.assignable; });
    if (!first) {
        return declare();
    }
    const Variable one = variable(*first);
    const auto second = some_variable([&](const Variable& other) {
        return other.assignable && other.type == one.type && other.ghost == one.ghost && other.name != one.name;
    });
    if (!second) {
        return assign();
    }
    const std::string value = make(one.type, 1, one.ghost);
    const auto symbol = symbol_of(value);
    std::swap(variable(*first).symbol, variable(*second).symbol);
    if (random_.chance(50)) {
        return fill("$a, $b := $b, $a;\n", {{"a", *first}, {"b", *second}});
    }
    variable(*second).symbol = symbol;
    variable(*first).symbol = variable(*second).symbol;
    return fill("$a, $b := $v, $v;\n", {{"a", *first}, {"b", *second}, {"v", value}});
}

std::string StatementWriter::call() {
    std::vector<const ExactMethod*> fitting;
    const auto array = some_array();
    for (const ExactMethod& method : workshop_.methods) {
        if (method.content_symbol.empty() || array) {
            fitting.push_back(&method);
        }
    }
    if (fitting.empty() || state_.ghost) {
        return declare();
    }
    const ExactMethod& method = *random_.one_of(fitting);
    const Given given = this->given(method, array);
    if (!method.content_symbol.empty()) {
        const auto after = given.known ? std::optional(instance(method.content_symbol, given.symbols)) : std::nullopt;
        return guarded_write(*array, given.guard, (method.result ? "var _ := " : "") + given.call, after);
    }
    const std::string name = workshop_.fresh("l");
    const Type type = method.result.value_or(Type::Int);
    const std::string otherwise = make(type, 0);
    std::optional<std::string> symbol;
    const auto guard_symbol = symbol_of(given.guard);
    const auto otherwise_symbol = symbol_of(otherwise);
    if (given.known && guard_symbol && otherwise_symbol) {
        symbol = "(if " + *guard_symbol + " then " + instance(method.result_symbol, given.symbols) + " else " +
                 *otherwise_symbol + ")";
    }
    state_.scope.push_back({name, type, symbol, false, true});
    return fill("var $n: $t := $o;\nif $g {\n  $n := $c}\n",
                {{"n", name}, {"t", to_string(type)}, {"o", otherwise}, {"g", given.guard}, {"c", given.call}});
}

std::string StatementWriter::choose() {
    const std::string name = workshop_.fresh("l");
    const std::string value = make(Type::Int, 1);
    if (random_.chance(50)) {
        const auto symbol = symbol_of(value);
        state_.scope.push_back({name, Type::Int, symbol, false, true});
        return fill("var $n: int :| $n == $v;\n", {{"n", name}, {"v", value}});
    }
    state_.scope.push_back({name, Type::Int, std::nullopt, false, true});
    return fill("var $n: int :| $v <= $n <= $v + 3;\nassert $n - $v in [0, 1, 2, 3];\n", {{"n", name}, {"v", value}});
}

std::string StatementWriter::claim() {
    const auto name = some_variable([](const Variable& candidate) { return candidate.symbol.has_value(); });
    if (!name || random_.chance(15)) {
        const std::string fact = make(Type::Bool, 1, true);
        return fill("assert $f || !$f;\n", {{"f", fact}});
    }
    const Variable& found = variable(*name);
    const Fillings parts = {
        {"x", *name + (found.type == Type::IntArray ? "[..]" : "")}, {"s", *found.symbol}, {"n", found.name}};
    return random_.chance(15) ? fill("assert $x == $s by {\n  assert $s == $x;\n}\n", parts)
                              : fill("assert $x == $s;\n", parts);
}

std::string StatementWriter::output() {
    if (state_.ghost) {
        return claim();
    }
    const std::string value = make(Type::Bool, 1);
    return random_.chance(50) ? fill("print $v, \"\\n\";\n", {{"v", value}})
                              : fill("expect $v || !$v, \"never\";\n", {{"v", value}});
}

std::string StatementWriter::havoc() {
    const auto name = some_variable([](const Variable& candidate) { return candidate.assignable; });
    if (!name || state_.ghost) {
        return declare();
    }
    variable(*name).symbol = std::nullopt;
    return *name + " := *;\n";
}

std::string statement(CalculationState& state, unsigned depth) {
    return StatementWriter(state, depth).write();
}

} // namespace daphnia::oracle
