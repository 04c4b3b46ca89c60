// Units about reals and bits: functions, laws and methods with random operators, conversions that fit and some that do
// not.
#include "workshop.h"

namespace daphnia::oracle {

namespace {

std::string real(Workshop& workshop, unsigned depth) {
    Random& random = workshop.random;
    if (depth == 0) {
        const std::string literal = std::to_string(random.between(0, 12)) + workshop.any(".0", ".5", ".25", ".1");
        return workshop.any(std::string("x"), std::string("x"), std::string("y"), literal, std::string("(n as real)"),
                            std::string("(x.Floor as real)"));
    }
    const std::string left = real(workshop, depth - 1);
    const std::string right = real(workshop, depth - 1);
    return workshop.any("(" + left + " + " + right + ")", "(" + left + " - " + right + ")",
                        "(" + left + " * " + right + ")", "(" + left + " / " + workshop.any("2.0", "3.0", "0.5") + ")",
                        "(if " + left + " <= " + right + " then " + left + " else " + right + ")", "(-" + left + ")");
}

std::string bits(Workshop& workshop, unsigned depth) {
    Random& random = workshop.random;
    if (depth == 0) {
        return workshop.any(std::string("a"), std::string("a"), std::string("b"),
                            std::to_string(random.between(0, 15)));
    }
    const std::string left = bits(workshop, depth - 1);
    const std::string right = bits(workshop, depth - 1);
    const std::string op = workshop.any("&", "|", "^", "+", "-", "*");
    const std::string amount = std::to_string(random.between(0, 4));
    return workshop.any("((" + left + ") " + op + " " + right + ")", "((" + left + ") " + op + " " + right + ")",
                        "(!((a & " + left + ")))", "(a << " + amount + ")", "((a ^ " + left + ") >> " + amount + ")",
                        "b.RotateLeft(" + amount + ")", "(if a < b then a else " + left + ")",
                        "((a as int + b as int) / 2) as bv4", "(a / (" + left + " | a | 1))", "(a % (b | 1))",
                        "((b as bv8 * 2) & 15) as bv4");
}

// A number that has several ways to be written.
std::string fraction(Workshop& workshop) {
    Random& random = workshop.random;
    const auto whole = [&](int least) { return std::to_string(random.between(least, 4)) + ".0"; };
    return workshop.any("(" + whole(0) + " / " + whole(1) + ")", "(" + whole(0) + " / " + whole(1) + ")", whole(0),
                        std::to_string(random.between(0, 2)) + workshop.any(".5", ".25", ".50", ".75"),
                        "(-" + whole(0) + " / " + whole(1) + ")", "(" + whole(0) + " + 0.5)");
}

// Values with such numbers in them, of one type.
std::string compared_values(Workshop& workshop) {
    const std::string op = workshop.any("==", "!=");
    const std::string a = fraction(workshop);
    const std::string b = fraction(workshop);
    const std::string c = fraction(workshop);
    return workshop.any("[" + a + "] " + op + " [" + b + "]",
                        "[" + a + ", " + c + "] " + op + " [" + b + ", " + c + "]",
                        "(" + a + ", 1) " + op + " (" + b + ", 1)", "{" + a + ", " + c + "} " + op + " {" + b + "}",
                        "map[" + a + " := 1][" + a + "] " + op + " map[" + b + " := 1, " + a + " := 2][" + b + "]",
                        "multiset{" + a + ", " + b + "}[" + a + "] " + op + " 2", a + " in [" + b + ", " + c + "]",
                        "[[" + a + "], []] " + op + " [[" + b + "], []]", a + " " + op + " " + b);
}

} // namespace

std::string reals_and_bits(Workshop& workshop) {
    const std::string f = workshop.fresh("F");
    const std::string g = workshop.fresh("F");
    const std::string value = real(workshop, 2);
    const std::string word = bits(workshop, 2);
    const std::string compare = workshop.any("<", "<=", "==", ">=", "!=");
    return fill("function $f(x: real, y: real, n: int): real\n"
                "{\n"
                "  $value\n"
                "}\n"
                "\n"
                "function $g(a: bv4, b: bv4): bv4\n"
                "{\n"
                "  $word\n"
                "}\n"
                "\n"
                "lemma $l(x: real, y: real, n: int)\n"
                "  requires x $compare y\n"
                "  ensures $law\n"
                "{\n"
                "}\n"
                "\n"
                "lemma $k(a: bv4, b: bv4)\n"
                "  ensures $claim\n"
                "{\n"
                "}\n"
                "\n"
                "lemma $q()\n"
                "  ensures $ground\n"
                "{\n"
                "}\n"
                "\n"
                "method $m(x: real, y: real, n: int, a: bv4, b: bv4) returns (z: real, c: bv4, k: int)\n"
                "  ensures z == $f(x, y, n)\n"
                "  ensures c == $g(a, b) || k == c as int\n"
                "{\n"
                "  z := $value;\n"
                "  c := $word;\n"
                "  k := $whole;\n"
                "}\n",
                {{"f", f},
                 {"g", g},
                 {"value", value},
                 {"word", word},
                 {"l", workshop.fresh("L")},
                 {"k", workshop.fresh("L")},
                 {"q", workshop.fresh("L")},
                 {"ground", compared_values(workshop)},
                 {"m", workshop.fresh("M")},
                 {"compare", compare},
                 {"law", workshop.any(f + "(x, y, n) " + compare + " " + real(workshop, 1),
                                      f + "(x, y, n).Floor as real <= " + f + "(x, y, n)",
                                      real(workshop, 2) + " " + compare + " " + real(workshop, 1))},
                 {"claim", workshop.any(g + "(a, b) <= 15", "(" + bits(workshop, 1) + ") == " + bits(workshop, 1),
                                        g + "(a, b) as int == (" + word + ") as int",
                                        "(a ^ b) ^ " + bits(workshop, 1) + " == " + bits(workshop, 0))},
                 {"whole", workshop.any("z.Floor", "c as int", "(z - z) as int", "((z * 2.0).Floor)", "z as int")}});
}

} // namespace daphnia::oracle
