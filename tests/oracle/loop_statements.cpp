// Loops in calculations: some with what they compute, some with nothing but what they cannot change.
#include "statements.h"

#include <algorithm>

namespace daphnia::oracle {

// x is a known step further with each iteration.
std::string StatementWriter::counted_loop() {
    const auto name = some_variable([](const Variable& candidate) {
        return candidate.assignable && candidate.type == Type::Int && !candidate.ghost;
    });
    if (!name || state_.ghost) {
        return declare();
    }
    const std::string count = make(Type::Nat, 1);
    const std::string step = std::to_string(random_.between(1, 3));
    const std::string bound = workshop_.fresh("n");
    const std::string index = workshop_.fresh("i");
    const std::string start = workshop_.fresh("b");
    const auto symbol = symbol_of(fill("($x + $s * $c)", {{"x", *name}, {"s", step}, {"c", count}}));
    variable(*name).symbol = symbol;
    const std::string pattern = random_.chance(50) ? R"(var $n: nat := $c;
ghost var $b := $x;
for $i := 0 to $n
  invariant $x == $b + $s * $i
{
  $x := $x + $s;
}
)"
                                                   : R"(var $n: nat := $c;
ghost var $b := $x;
var $i := 0;
while $i < $n
  invariant 0 <= $i <= $n
  invariant $x == $b + $s * $i
{
  $x := $x + $s;
  $i := $i + 1;
}
)";
    return fill(pattern, {{"n", bound}, {"c", count}, {"b", start}, {"x", *name}, {"i", index}, {"s", step}});
}

// Every element from its index: by a loop, or by one forall statement.
std::string StatementWriter::fill_elements(bool loop) {
    const auto array = some_array();
    if (!array || state_.ghost) {
        return declare();
    }
    Scope inner;
    std::copy_if(state_.scope.begin(), state_.scope.end(), std::back_inserter(inner),
                 [](const Variable& candidate) { return candidate.type != Type::IntArray && !candidate.ghost; });
    const std::string index = workshop_.fresh("k");
    inner.push_back({index, Type::Nat, index});
    const std::string value = expression(workshop_, Type::Int, inner, 1);
    const auto before = variable(*array).symbol;
    const std::string length = variable(*array).parameter ? *array + ".Length" : "|" + before.value_or("[0]") + "|";
    const auto body = symbolic(value, inner);
    std::optional<std::string> after;
    if (body && before) {
        after = fill("seq($n, $k => $v)", {{"n", length}, {"k", index}, {"v", *body}});
    }
    note_written(*array);
    set_elements(state_, *array, after);
    const Fillings parts = {{"a", *array}, {"k", index}, {"v", value}};
    return loop ? fill(R"(for $k := 0 to $a.Length
  modifies $a
  invariant forall $kx: nat :: $kx < $k ==> $a[$kx] == (var $k: nat := $kx; $v)
{
  $a[$k] := $v;
}
)",
                       {{"a", *array}, {"k", index}, {"v", value}, {"kx", index + "x"}})
                : fill("forall $k: nat | $k < $a.Length {\n  $a[$k] := $v;\n}\n", parts);
}

// Any body. In it each variable holds what it held when the iteration began; after the loop nothing is known of what
// the body changes, and of the rest what was known before.
std::string StatementWriter::any_loop() {
    if (depth_ == 0 || state_.ghost) {
        return declare();
    }
    const Scope before = state_.scope;
    const std::string bound = make(Type::Nat, 1);
    const std::string index = workshop_.fresh("i");
    std::string snapshots;
    for (Variable& each : state_.scope) {
        const bool array = each.type == Type::IntArray;
        if (each.assignable || array) {
            each.symbol = workshop_.fresh("start");
            snapshots += "ghost var " + *each.symbol + " := " + each.name + (array ? "[..];\n" : ";\n");
        }
    }
    const Scope start = state_.scope;
    state_.scope.push_back({index, Type::Nat, index});
    std::string body = block(state_, depth_ - 1);
    if (random_.chance(30)) {
        const std::string condition = make(Type::Bool, 1);
        body += "if " + condition + " {\n  break;\n}\n" + block(state_, depth_ - 1);
    }
    state_.scope.pop_back();
    for (std::size_t i = 0; i < before.size(); ++i) {
        std::optional<std::string>& symbol = state_.scope[i].symbol;
        symbol = symbol == start[i].symbol ? before[i].symbol : std::nullopt;
    }
    const Fillings parts = {{"i", index}, {"n", workshop_.fresh("n")}, {"b", bound}, {"s", indented(snapshots + body)}};
    return random_.chance(50) ? fill("for $i := 0 to $b {\n$s}\n", parts)
                              : fill(R"(var $i: nat := 0;
var $n := $b;
while $i < $n
{
  $i := $i + 1;
$s}
)",
                                     parts);
}

} // namespace daphnia::oracle
