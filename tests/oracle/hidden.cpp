// Opaque functions and constants, labelled assertions and preconditions: claims before and after what they need is
// revealed, on some paths, in proofs, in loops.
#include "workshop.h"

namespace daphnia::oracle {

std::string hidden(Workshop& workshop) {
    Random& random = workshop.random;
    const std::string function = workshop.fresh("H");
    const std::string constant = workshop.fresh("C");
    const std::string step = std::to_string(random.between(0, 4));
    const std::string reveal = "reveal " + function + "();";
    const std::string sum = "x + " + step;
    const std::string total = "r == n + " + step + " + " + constant;
    const Scope scope{{"n", Type::Int, {}}, {"x", Type::Int, {}}};
    return fill("opaque function $f(x: int): (r: int)\n"
                "  ensures r >= x\n"
                "  decreases x\n"
                "{\n"
                "  $body\n"
                "}\n"
                "\n"
                "opaque const $c: nat := $step\n"
                "\n"
                "lemma $lemma(x: int, y: int)\n"
                "  requires Given: x < y\n"
                "  requires y < x + 5\n"
                "  ensures $f(x) < $f(y) || x >= y - $c\n"
                "{\n"
                "  reveal Given; $reveal\n"
                "}\n"
                "\n"
                "method $method(n: int) returns (r: int)\n"
                "  ensures $claim\n"
                "{\n"
                "  var x := $value;\n"
                "  assert Said: x == n;\n"
                "  x := x + $c;\n"
                "  $early\n"
                "  if $guard {\n"
                "    $reveal\n"
                "    assert $f(x) == x + $step;\n"
                "  } else if x < n + 3 {\n"
                "    assert $f(x) >= n by { reveal Said; }\n"
                "    assert $f(n) == n + $step by { $reveal }\n"
                "  }\n"
                "  reveal Said;\n"
                "  assert x == n + $c;\n"
                "  r := $f(x);\n"
                "  $reveal\n"
                "}\n",
                {{"f", function},
                 {"c", constant},
                 {"step", step},
                 {"body", workshop.any(sum, "if x <= 0 then " + sum + " else " + function + "(x - 1) + 1")},
                 {"lemma", workshop.fresh("L")},
                 {"method", workshop.fresh("M")},
                 {"reveal", workshop.any(reveal, reveal + " reveal " + constant + ";", std::string())},
                 {"early", workshop.any(reveal, std::string(), std::string())},
                 {"guard", expression(workshop, Type::Bool, scope, 1)},
                 {"value", workshop.any(std::string("n"), std::string("n"), std::string("n + 1"))},
                 {"claim", workshop.any(total, std::string("r >= n"), std::string("r > n"))}});
}

} // namespace daphnia::oracle
