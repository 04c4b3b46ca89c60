// Statements of calculations that write arrays.
#include "statements.h"

#include <algorithm>

namespace daphnia::oracle {

std::optional<std::string> StatementWriter::some_array() {
    return some_variable([](const Variable& variable) { return variable.type == Type::IntArray; });
}

void StatementWriter::note_written(const std::string& array) {
    if (variable(array).parameter) {
        state_.written.insert(array);
    }
}

std::string StatementWriter::guarded_write(const std::string& array, const std::string& condition,
                                           const std::string& statement, const std::optional<std::string>& after) {
    const auto holds = symbol_of(condition);
    const std::optional<std::string> before = variable(array).symbol;
    note_written(array);
    std::optional<std::string> result;
    if (holds && before && after) {
        result = "(if " + *holds + " then " + *after + " else " + *before + ")";
    }
    set_elements(state_, array, result);
    return "if " + condition + " {\n  " + statement + "}\n";
}

std::string StatementWriter::write_element() {
    const auto array = some_array();
    if (!array || state_.ghost) {
        return assign();
    }
    const std::string index = make(Type::Int, random_.below(2));
    const std::string value = make(Type::Int, 2);
    const Fillings parts = {{"a", *array}, {"i", index}, {"v", value}};
    return guarded_write(*array, fill("0 <= $i < $a.Length", parts), fill("$a[$i] := $v;\n", parts),
                         symbol_of(fill("$a[..][$i := $v]", parts)));
}

std::string StatementWriter::swap_elements() {
    const auto array = some_array();
    if (!array || state_.ghost) {
        return swap();
    }
    const std::string first = make(Type::Int, 0);
    const std::string second = make(Type::Int, 0);
    const Fillings parts = {{"a", *array}, {"i", first}, {"j", second}};
    return guarded_write(*array, fill("0 <= $i < $a.Length && 0 <= $j < $a.Length && $i != $j", parts),
                         fill("$a[$i], $a[$j] := $a[$j], $a[$i];\n", parts),
                         symbol_of(fill("$a[..][$i := $a[$j]][$j := $a[$i]]", parts)));
}

std::string StatementWriter::new_array() {
    if (state_.ghost) {
        return declare();
    }
    const std::string name = workshop_.fresh("c");
    const std::string size = make(Type::Nat, 1);
    const std::string index = workshop_.fresh("k");
    std::string text;
    std::optional<std::string> elements;
    if (random_.chance(50)) {
        Scope inner;
        std::copy_if(state_.scope.begin(), state_.scope.end(), std::back_inserter(inner),
                     [](const Variable& candidate) { return candidate.type != Type::IntArray; });
        inner.push_back({index, Type::Nat, index});
        const std::string value = expression(workshop_, Type::Int, inner, 1);
        const Fillings parts = {{"n", name}, {"s", size}, {"k", index}, {"v", value}};
        text = fill("var $n := new int[$s]($k => $v);\n", parts);
        elements = symbol_of(fill("seq($s, $k => $v)", parts));
    } else {
        const std::string first = make(Type::Int, 1);
        const std::string second = make(Type::Int, 0);
        const Fillings parts = {{"n", name}, {"a", first}, {"b", second}};
        text = fill("var $n := new int[] [$a, $b];\n", parts);
        elements = symbol_of(fill("[$a, $b]", parts));
    }
    state_.scope.push_back({name, Type::IntArray, elements});
    return text + (random_.chance(30) ? "assert fresh(" + name + ");\n" : "");
}

std::string StatementWriter::snapshot() {
    const auto array = some_array();
    if (!array || !variable(*array).symbol) {
        return claim();
    }
    const Variable before = variable(*array);
    const std::string label = workshop_.fresh("L");
    const std::string writes = write_element();
    return fill("label $l:\n$w", {{"l", label}, {"w", writes}}) +
           fill("assert old@$l($a[..]) == $s;\n", {{"l", label}, {"a", *array}, {"s", *before.symbol}});
}

void set_elements(CalculationState& state, const std::string& name, const std::optional<std::string>& elements) {
    const auto written = std::find_if(state.scope.begin(), state.scope.end(),
                                      [&](const Variable& candidate) { return candidate.name == name; });
    const bool parameter = written->parameter;
    for (Variable& other : state.scope) {
        if (other.type != Type::IntArray || !other.parameter || !parameter || other.name == name) {
            continue;
        }
        if (elements && other.symbol) {
            other.symbol = "(if " + name + " == " + other.name + " then " + *elements + " else " + *other.symbol + ")";
        }
        if (!elements || (other.symbol && other.symbol->size() > kLongestMerged)) {
            other.symbol = std::nullopt;
        }
    }
    written->symbol = elements;
}

} // namespace daphnia::oracle
