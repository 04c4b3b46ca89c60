// Functions that choose by a constraint, some of them compiled, and what follows from the constraint.
#include "workshop.h"

namespace daphnia::oracle {

std::string chosen(Workshop& workshop) {
    Random& random = workshop.random;
    const std::string low = std::to_string(random.between(-2, 2));
    const std::string length = std::to_string(random.between(0, 4));
    const std::string function = workshop.fresh("F");
    const Scope scope{{"n", Type::Int, {}}, {"x", Type::Int, {}}};
    return fill(
        "ghost function $f(n: int): int\n"
        "  ensures $low <= $f(n) - n || $claim\n"
        "{\n"
        "  var x: $type :| $constraint; $value\n"
        "}\n"
        "\n"
        "function $g(n: nat, s: seq<int>): int\n"
        "  requires |s| > n\n"
        "{\n"
        "  var i, y :| $unique && y == s[i]; y - i\n"
        "}\n"
        "\n"
        "lemma $lemma(n: nat, s: seq<int>)\n"
        "  requires |s| > n\n"
        "  ensures $law\n"
        "{\n"
        "}\n"
        "\n"
        "method $method(n: nat, s: seq<int>) returns (r: int)\n"
        "  requires |s| > n\n"
        "  ensures $claim || r == s[n] - n\n"
        "{\n"
        "  r := $g(n, s);\n"
        "  assert $f(r) == $f(s[n] - n);\n"
        "}\n",
        {{"f", function},
         {"g", workshop.fresh("F")},
         {"low", low},
         {"type", workshop.any(std::string("int"), std::string("nat"))},
         {"constraint",
          workshop.any("n + " + low + " <= x <= n + " + low + " + " + length, "x > n && x < n + " + length,
                       "x == n || x == " + low, "x >= n && " + expression(workshop, Type::Bool, scope, 1))},
         {"value", workshop.any(std::string("x"), std::string("x - n"), expression(workshop, Type::Int, scope, 1))},
         {"unique", workshop.any(std::string("n <= i < n + 1"), std::string("0 <= i < |s| && i == n"),
                                 std::string("0 <= i <= n"))},
         {"lemma", workshop.fresh("L")},
         {"law", workshop.any(function + "(n) == " + function + "(0 + n)", function + "(n) >= n + " + low,
                              function + "(n) == n + " + low)},
         {"method", workshop.fresh("M")},
         {"claim", expression(workshop, Type::Bool, {{"n", Type::Int, {}}}, 1)}});
}

} // namespace daphnia::oracle
