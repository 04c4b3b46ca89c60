// Assignments into elements whose right-hand side changes what the target mentions: calls, parallel assignments, `:|`,
// allocations. The contracts say what the law of targets says: the place is the one before.
#include "statements.h"

#include <algorithm>

namespace daphnia::oracle {

namespace {

// An index that reads c[k], which the right-hand side changes.
std::string moving_index(Workshop& workshop) {
    const Scope values = {{"k", Type::Int, "k"}, {"v", Type::Int, "v"}};
    const std::string other = expression(workshop, Type::Int, values, 1);
    const std::string choice = expression(workshop, Type::Bool, values, 1);
    return workshop.any(std::string("c[k]"), fill("c[k] + $e", {{"e", other}}), fill("$e - c[k]", {{"e", other}}),
                        fill("if $b then c[k] else $e", {{"b", choice}, {"e", other}}),
                        fill("c[k] + a.Length - $e", {{"e", other}}));
}

constexpr const char* kHead = R"(method $m(a: array<int>, c: array<int>, k: int, v: int)
  requires 0 <= k < c.Length
  requires 0 <= $i < a.Length
  modifies a, c
  ensures var i := $o; if a == c then a[..] == $s else a[..] == $d && c[..] == $c
{
  $b
}
)";

struct Claim {
    std::string same, different, other; // elements of a where a == c, of a where not, of c where not
};

std::string method_of(Workshop& workshop, const std::string& index, const Claim& claim, const std::string& body) {
    // Now and then the claim is about the place after: it is not to be proved unless that is the same.
    const std::string place = (workshop.random.chance(85) ? "old(" : "(") + index + ")";
    return fill(kHead, {{"m", workshop.fresh("Into")},
                        {"i", "(" + index + ")"},
                        {"o", place},
                        {"s", claim.same},
                        {"d", claim.different},
                        {"c", claim.other},
                        {"b", body}});
}

std::string one_result(Workshop& workshop) {
    const std::string put = workshop.fresh("Take");
    const std::string plus = std::to_string(workshop.random.between(0, 3));
    const std::string index = moving_index(workshop);
    const Fillings parts = {{"p", put}, {"n", plus}, {"i", index}};
    const bool generic = workshop.random.chance(30);
    const std::string helper = fill(generic ? R"(method $p<T>(c: array<int>, k: int, v: int, t: T) returns (r: T)
  requires 0 <= k < c.Length
  modifies c
  ensures c[..] == old(c[..])[k := v]
  ensures r == t
{
  c[k] := v;
  r := t;
}
)"
                                            : R"(method $p(c: array<int>, k: int, v: int) returns (r: int)
  requires 0 <= k < c.Length
  modifies c
  ensures c[..] == old(c[..])[k := v]
  ensures r == old(c[k]) + $n
{
  r := c[k] + $n;
  c[k] := v;
}
)",
                                    parts);
    if (!generic) {
        workshop.methods.push_back({put,
                                    {Type::IntArray, Type::Int, Type::Int},
                                    Type::Int,
                                    "0 <= @1 < @0.Length",
                                    "@0[@1] + " + plus,
                                    "@0[@1 := @2]"});
    }
    const std::string value = "old(c[k]) + " + plus;
    return helper + "\n" +
           method_of(workshop, index,
                     {"old(a[..])[k := v][i := " + value + "]", "old(a[..])[i := " + value + "]", "old(c[..])[k := v]"},
                     fill(generic ? "a[$i] := $p(c, k, v, c[k] + $n);" : "a[$i] := $p(c, k, v);", parts));
}

std::string two_results(Workshop& workshop) {
    const std::string index = moving_index(workshop);
    const Fillings parts = {{"p", workshop.fresh("Both")}, {"i", index}};
    const bool element = workshop.random.chance(50);
    const std::string helper = fill(R"(method $p(c: array<int>, k: int, v: int) returns (r: int, s: int)
  requires 0 <= k < c.Length
  modifies c
  ensures c[..] == old(c[..])[k := v]
  ensures r == old(c[k]) && s == v + 1
{
  r, s := c[k], v + 1;
  c[k] := v;
}
)",
                                    parts);
    if (!element) {
        return helper + "\n" +
               method_of(workshop, index,
                         {"old(a[..])[k := v][i := v + 1]", "old(a[..])[i := v + 1]", "old(c[..])[k := v]"},
                         fill("var j := $i;\n  j, a[j] := $p(c, k, v);\n  assert j == old(c[k]);", parts));
    }
    return helper + "\n" +
           method_of(
               workshop, index,
               {"(if i == k then old(a[..])[k := v + 1] else old(a[..])[i := old(c[k])][k := v + 1])",
                "old(a[..])[i := old(c[k])]", "old(c[..])[k := v + 1]"},
               fill("if a != c || k != ($i) {\n    a[$i], c[k] := $p(c, k, v);\n  } else {\n    a[k] := v + 1;\n  }",
                    parts));
}

std::string parallel(Workshop& workshop) {
    const std::string index = moving_index(workshop);
    const Fillings parts = {{"i", index}};
    switch (workshop.random.below(3)) {
    case 0:
        return method_of(workshop, index,
                         {"(if i == k then old(a[..])[k := v] else old(a[..])[i := v][k := v])", "old(a[..])[i := v]",
                          "old(c[..])[k := v]"},
                         fill(workshop.random.chance(50) ? "a[$i], c[k] := v, v;" : "c[k], a[$i] := v, v;", parts));
    case 1:
        return method_of(workshop, index, {"old(a[..])[i := old(c[k])]", "old(a[..])[i := old(c[k])]", "old(c[..])"},
                         fill("var j := $i;\n  j, a[j] := k, c[k];\n  assert j == k;", parts));
    default:
        return method_of(workshop, index, {"old(a[..])[i := v]", "old(a[..])[i := v]", "old(c[..])"},
                         fill("var b := a;\n  b, b[$i] := new int[2], v;\n  assert fresh(b);", parts));
    }
}

std::string chosen_place(Workshop& workshop) {
    const std::string index = moving_index(workshop);
    return method_of(
        workshop, index, {"old(a[..])[i := v]", "old(a[..])[i := v]", "old(c[..])"},
        fill("var j, n: int := k, v;\n  j, n :| j == ($i) && n == k;\n  a[j], j := v, n;\n  assert j == k;",
             {{"i", index}}));
}

std::string through_arrays(Workshop& workshop) {
    const Fillings parts = {{"p", workshop.fresh("Turn")}, {"m", workshop.fresh("Through")}};
    const bool call = workshop.random.chance(50);
    return fill(R"(method $p(n: array<array<int>>, k: int, x: array<int>) returns (r: int)
  requires 0 <= k < n.Length
  modifies n
  ensures n[..] == old(n[..])[k := x]
  ensures r == k
{
  n[k] := x;
  r := k;
}

method $m(n: array<array<int>>, k: int, x: array<int>)
  requires 0 <= k < n.Length && n[k].Length > 0 && 0 <= n[k][0] < n[k].Length
  modifies n, n[k]
  ensures n[..] == old(n[..])[k := x]
  ensures old(n[k])[..] == old(n[k][..])[old(n[k][0]) := k]
{
)",
                parts) +
           fill(call ? "  n[k][n[k][0]] := $p(n, k, x);\n}\n" : "  n[k], n[k][n[k][0]] := x, k;\n}\n", parts);
}

} // namespace

std::string element_targets(Workshop& workshop) {
    switch (workshop.random.below(8)) {
    case 0:
    case 1:
    case 2:
        return one_result(workshop);
    case 3:
        return two_results(workshop);
    case 4:
    case 5:
        return parallel(workshop);
    case 6:
        return chosen_place(workshop);
    default:
        return through_arrays(workshop);
    }
}

// ---- statements of calculations

StatementWriter::Given StatementWriter::given(const ExactMethod& method, const std::optional<std::string>& array) {
    Given result;
    for (const Type type : method.parameters) {
        result.arguments.push_back(type == Type::IntArray ? *array : make(type, 1));
        const std::string& argument = result.arguments.back();
        const auto symbol = symbol_of(type == Type::IntArray ? argument + "[..]" : argument);
        result.known = result.known && symbol;
        result.symbols.push_back(symbol.value_or("0"));
        result.call += (result.call.empty() ? "" : ", ") + argument;
    }
    result.call = method.name + "(" + result.call + ");\n";
    result.guard = method.guard.empty() ? "true" : instance(method.guard, result.arguments);
    return result;
}

// if … { a[i] := M(…); }: first the callee writes its array, then the result goes to the place of before.
std::string StatementWriter::call_into_element() {
    const auto target = some_array();
    std::vector<const ExactMethod*> fitting;
    for (const ExactMethod& method : workshop_.methods) {
        if (method.result == Type::Int) {
            fitting.push_back(&method);
        }
    }
    if (!target || state_.ghost || fitting.empty()) {
        return write_element();
    }
    const ExactMethod& method = *random_.one_of(fitting);
    const auto array = some_array();
    const Given given = this->given(method, array);
    const std::string index = make(Type::Int, 1);
    const std::string condition =
        fill("0 <= $i < $a.Length && ($g)", {{"i", index}, {"a", *target}, {"g", given.guard}});
    const auto holds = symbol_of(condition);
    const auto place = symbol_of(index);
    const bool known = given.known && holds && place;
    // The content of the array where the condition holds is known as long as it does not get too long.
    const auto change = [&](const std::string& name, const std::optional<std::string>& after) {
        const std::optional<std::string> before = variable(name).symbol;
        note_written(name);
        const bool follows = known && before && after && after->size() + before->size() <= kLongestMerged;
        set_elements(state_, name,
                     follows ? std::optional("(if " + *holds + " then " + *after + " else " + *before + ")")
                             : std::nullopt);
    };
    if (!method.content_symbol.empty()) {
        change(*array, instance(method.content_symbol, given.symbols));
    }
    const std::optional<std::string> now = variable(*target).symbol;
    change(*target, known && now ? std::optional(*now + "[" + *place +
                                                 " := " + instance(method.result_symbol, given.symbols) + "]")
                                 : std::nullopt);
    return fill("if $c {\n  $a[$i] := $m}\n", {{"c", condition}, {"a", *target}, {"i", index}, {"m", given.call}});
}

// if … { a[l], l := v, w; }
std::string StatementWriter::element_and_index() {
    const auto array = some_array();
    const auto index = some_variable([](const Variable& candidate) {
        return candidate.assignable && !candidate.ghost && candidate.type == Type::Int;
    });
    if (!array || !index || state_.ghost) {
        return write_element();
    }
    const std::string value = make(Type::Int, 1);
    const std::string next = make(Type::Int, 1);
    const Fillings parts = {{"a", *array}, {"i", *index}, {"v", value}, {"w", next}};
    const std::string condition = fill("0 <= $i < $a.Length", parts);
    const auto holds = symbol_of(condition);
    const auto before = variable(*index).symbol;
    const auto after = symbol_of(next);
    const std::string text = guarded_write(
        *array, condition, fill(random_.chance(50) ? "$a[$i], $i := $v, $w;\n" : "$i, $a[$i] := $w, $v;\n", parts),
        symbol_of(fill("$a[..][$i := $v]", parts)));
    variable(*index).symbol = holds && before && after
                                  ? std::optional("(if " + *holds + " then " + *after + " else " + *before + ")")
                                  : std::nullopt;
    return text;
}

} // namespace daphnia::oracle
