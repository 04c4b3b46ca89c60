// Random integers and truth values.
#include "expressions.h"

namespace daphnia::oracle {

std::string ExpressionMaker::guarded_index(unsigned depth) {
    const auto base = indexed();
    if (!base) {
        return leaf(Type::Int);
    }
    if (workshop_.random.chance(30)) { // an index that fits because of a remainder
        return fill("(if $n == 0 then $e else $s[$i % $n])",
                    {{"n", base->second}, {"e", leaf(Type::Int)}, {"s", base->first}, {"i", integer(depth - 1)}});
    }
    return fill("(if 0 <= $i < $n then $s[$i] else $e)",
                {{"i", leaf(Type::Int)}, {"n", base->second}, {"s", base->first}, {"e", leaf(Type::Int)}});
}

std::string ExpressionMaker::integer(unsigned depth) {
    if (depth == 0) {
        return leaf(Type::Int);
    }
    const auto sub = [&] { return integer(depth - 1); };
    switch (workshop_.pick({Construct::Literal, Construct::Variable, Construct::Arithmetic, Construct::Division,
                            Construct::Length, Construct::Index, Construct::Conditional, Construct::Let,
                            Construct::Conversion, Construct::Component, Construct::CallFunction})) {
    case Construct::Arithmetic:
        return workshop_.random.chance(15)
                   ? fill("($n * $a)", {{"n", literal(Type::Nat)}, {"a", sub()}})
                   : fill("($a $o $b)", {{"a", sub()}, {"o", workshop_.any("+", "-")}, {"b", sub()}});
    case Construct::Division:
        if (workshop_.random.chance(30)) {
            const std::string divisor = leaf(Type::Int);
            return fill("(if $d == 0 then 0 else $a $o $d)",
                        {{"d", divisor}, {"a", sub()}, {"o", workshop_.any("/", "%")}});
        }
        return fill("($a $o $d)",
                    {{"a", sub()}, {"o", workshop_.any("/", "%")}, {"d", workshop_.any("2", "3", "5", "(-3)", "7")}});
    case Construct::Length:
        return length().value_or(leaf(Type::Int));
    case Construct::Index:
        return guarded_index(depth);
    case Construct::Conditional:
        return conditional(Type::Int, depth);
    case Construct::Let:
        return let(Type::Int, depth);
    case Construct::Conversion:
        return "(" + leaf(Type::Char) + " as int)";
    case Construct::Component:
        return variable(Type::Pair).value_or("(1, true)") + ".0";
    case Construct::CallFunction:
        return call(Type::Int, depth);
    default:
        return leaf(Type::Int);
    }
}

std::string ExpressionMaker::natural(unsigned depth) {
    if (depth == 0) {
        return leaf(Type::Nat);
    }
    switch (workshop_.pick({Construct::Literal, Construct::Variable, Construct::Arithmetic, Construct::Division,
                            Construct::Length, Construct::Conditional, Construct::CallFunction})) {
    case Construct::Arithmetic:
        return fill("($a + $b)", {{"a", natural(depth - 1)}, {"b", natural(depth - 1)}});
    case Construct::Division:
        return fill("($a % $n)", {{"a", integer(depth - 1)}, {"n", workshop_.any("2", "3", "5")}});
    case Construct::Length:
        return length().value_or(leaf(Type::Nat));
    case Construct::Conditional: {
        const std::string value = leaf(Type::Int);
        return fill("(if $e < 0 then $z else $e)", {{"e", value}, {"z", natural(depth - 1)}});
    }
    case Construct::CallFunction:
        return call(Type::Nat, depth);
    default:
        return leaf(Type::Nat);
    }
}

std::string ExpressionMaker::boolean(unsigned depth) {
    if (depth == 0) {
        return workshop_.random.chance(40)
                   ? leaf(Type::Bool)
                   : fill("($a $o $b)", {{"a", leaf(Type::Int)}, {"o", order()}, {"b", leaf(Type::Int)}});
    }
    const auto sub = [&] { return boolean(depth - 1); };
    switch (workshop_.pick({Construct::Variable, Construct::Comparison, Construct::Connective, Construct::Quantified,
                            Construct::Membership, Construct::Component, Construct::CallFunction,
                            Construct::Conditional})) {
    case Construct::Comparison:
        return comparison(depth);
    case Construct::Connective:
        return workshop_.random.chance(15)
                   ? "!" + sub()
                   : fill("($a $o $b)",
                          {{"a", sub()}, {"o", workshop_.any("&&", "||", "==>", "<==>", "<==")}, {"b", sub()}});
    case Construct::Quantified:
        return quantified(depth);
    case Construct::Membership:
        return fill(
            "($a $o $s)",
            {{"a", integer(depth - 1)}, {"o", workshop_.any("in", "!in")}, {"s", sequence(Type::IntSeq, depth - 1)}});
    case Construct::Component:
        return variable(Type::Pair).value_or("(1, true)") + ".1";
    case Construct::CallFunction:
        return call(Type::Bool, depth);
    case Construct::Conditional:
        return conditional(Type::Bool, depth);
    default:
        return leaf(Type::Bool);
    }
}

std::string ExpressionMaker::comparison(unsigned depth) {
    const auto integers = [&] { return integer(depth - 1); };
    if (workshop_.random.chance(55)) {
        return fill("($a $o $b)", {{"a", integers()}, {"o", order()}, {"b", integers()}});
    }
    if (workshop_.random.chance(30)) {
        return fill("($a <= $b < $c)", {{"a", integers()}, {"b", integers()}, {"c", integers()}});
    }
    const Type type = workshop_.random.one_of(
        std::initializer_list<Type>{Type::IntSeq, Type::String, Type::Pair, Type::Char, Type::Nested});
    const std::string a = make(type, depth - 1);
    const std::string b = make(type, depth - 1);
    const bool ordered = type == Type::IntSeq || type == Type::String || type == Type::Char;
    return fill(
        "($a $o $b)",
        {{"a", a}, {"o", ordered ? workshop_.any("==", "!=", "<", "<=") : workshop_.any("==", "!=")}, {"b", b}});
}

std::string ExpressionMaker::quantified(unsigned depth) {
    const auto base = indexed();
    if (!base) {
        return boolean(depth - 1);
    }
    const std::string index = workshop_.fresh("k");
    const std::string element = base->first + "[" + index + "]";
    const Scope outer = scope_;
    scope_.push_back({index, Type::Int, {}, ghost_});
    const std::string limit = leaf(Type::Int);
    scope_ = outer;
    const bool all = workshop_.random.chance(60);
    return fill("($q $k :: 0 <= $k < $n $i $e $o $l)", {{"q", all ? "forall" : "exists"},
                                                        {"k", index},
                                                        {"n", base->second},
                                                        {"i", all ? "==>" : "&&"},
                                                        {"e", element},
                                                        {"o", order()},
                                                        {"l", limit}});
}

} // namespace daphnia::oracle
