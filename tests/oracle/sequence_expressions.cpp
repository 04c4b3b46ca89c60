// Random sequences, characters and tuples.
#include "expressions.h"

namespace daphnia::oracle {

std::string ExpressionMaker::character(unsigned depth) {
    const auto name = variable(Type::String);
    if (depth > 0 && name && workshop_.random.chance(50)) {
        return fill("(if 0 <= $i < |$s| then $s[$i] else $c)",
                    {{"i", leaf(Type::Int)}, {"s", *name}, {"c", literal(Type::Char)}});
    }
    if (depth > 0 && workshop_.random.chance(25)) {
        return fill("(($i % 26 + 97) as char)", {{"i", integer(depth - 1)}});
    }
    return leaf(Type::Char);
}

std::string ExpressionMaker::sequence(Type type, unsigned depth) {
    if (depth == 0) {
        return leaf(type);
    }
    const auto sub = [&] { return sequence(type, depth - 1); };
    switch (workshop_.pick({Construct::Variable, Construct::Concatenation, Construct::Slice, Construct::Update,
                            Construct::Comprehension, Construct::Display, Construct::CallFunction,
                            Construct::Conditional, Construct::Index})) {
    case Construct::Concatenation:
        return fill("($a + $b)", {{"a", sub()}, {"b", sub()}});
    case Construct::Slice:
        return slice(type);
    case Construct::Update: {
        const std::string name = variable(type).value_or(literal(type));
        return fill("(if 0 <= $i < |$s| then $s[$i := $e] else $s)",
                    {{"i", leaf(Type::Int)}, {"s", name}, {"e", make(element(type), depth - 1)}});
    }
    case Construct::Comprehension: {
        const std::string size = natural(depth - 1);
        const std::string index = workshop_.fresh("k");
        scope_.push_back({index, Type::Nat, {}, ghost_});
        std::string body = make(element(type), depth - 1);
        scope_.pop_back();
        return fill("seq($n, $k => $e)", {{"n", size}, {"k", index}, {"e", std::move(body)}});
    }
    case Construct::Display:
        return workshop_.random.chance(50)
                   ? fill("[$a]", {{"a", make(element(type), depth - 1)}})
                   : fill("[$a, $b]", {{"a", make(element(type), depth - 1)}, {"b", make(element(type), 0)}});
    case Construct::CallFunction:
        return call(type, depth);
    case Construct::Conditional:
        return conditional(type, depth);
    case Construct::Index: {
        const auto nested = type == Type::IntSeq ? variable(Type::Nested) : std::nullopt;
        const auto array = type == Type::IntSeq ? variable(Type::IntArray) : std::nullopt;
        if (nested && (!array || workshop_.random.chance(50))) {
            return fill("(if 0 <= $i < |$s| then $s[$i] else [])", {{"i", leaf(Type::Int)}, {"s", *nested}});
        }
        return array ? *array + "[..]" : leaf(type);
    }
    default:
        return leaf(type);
    }
}

std::string ExpressionMaker::slice(Type type) {
    const std::string name = variable(type).value_or(literal(type));
    const std::string index = leaf(Type::Int);
    const Fillings parts = {{"s", name}, {"i", index}};
    switch (workshop_.random.below(4)) {
    case 0:
        return fill("(if 0 <= $i <= |$s| then $s[$i..] else $s)", parts);
    case 1:
        return fill("(if 0 <= $i <= |$s| then $s[..$i] else $s)", parts);
    case 2:
        return fill("$s[|$s| / 2..]", parts);
    default:
        return fill("(if |$s| >= 2 then $s[1..|$s| - 1] else $s)", parts);
    }
}

std::string ExpressionMaker::pair(unsigned depth) {
    return depth == 0 || workshop_.random.chance(40)
               ? leaf(Type::Pair)
               : fill("($a, $b)", {{"a", integer(depth - 1)}, {"b", boolean(depth - 1)}});
}

} // namespace daphnia::oracle
