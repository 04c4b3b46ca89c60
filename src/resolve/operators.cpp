#include "resolve/operators.h"

#include "resolve/expressions.h"
#include "resolve/noting.h"
#include "support/error.h"

#include <fmt/format.h>

#include <utility>

namespace daphnia::resolve {

namespace {

const char* spelling(ast::BinaryOp op) {
    switch (op) {
    case ast::BinaryOp::Iff:
        return "<==>";
    case ast::BinaryOp::Implies:
        return "==>";
    case ast::BinaryOp::Explies:
        return "<==";
    case ast::BinaryOp::And:
        return "&&";
    case ast::BinaryOp::Or:
        return "||";
    case ast::BinaryOp::Eq:
        return "==";
    case ast::BinaryOp::Neq:
        return "!=";
    case ast::BinaryOp::Lt:
        return "<";
    case ast::BinaryOp::Le:
        return "<=";
    case ast::BinaryOp::Gt:
        return ">";
    case ast::BinaryOp::Ge:
        return ">=";
    case ast::BinaryOp::In:
        return "in";
    case ast::BinaryOp::NotIn:
        return "!in";
    case ast::BinaryOp::Disjoint:
        return "!!";
    case ast::BinaryOp::ShiftLeft:
        return "<<";
    case ast::BinaryOp::ShiftRight:
        return ">>";
    case ast::BinaryOp::Add:
        return "+";
    case ast::BinaryOp::Sub:
        return "-";
    case ast::BinaryOp::Mul:
        return "*";
    case ast::BinaryOp::Div:
        return "/";
    case ast::BinaryOp::Mod:
        return "%";
    case ast::BinaryOp::BitAnd:
        return "&";
    case ast::BinaryOp::BitOr:
        return "|";
    case ast::BinaryOp::BitXor:
        return "^";
    }
    return "?";
}

bool has_remainders(PreKind kind) {
    return is_integral(kind) || kind == PreKind::Bits;
}

bool is_ordered(PreKind kind) {
    return is_numeric(kind) || kind == PreKind::Char || is_set_like(kind);
}

bool is_multiplied(PreKind kind) {
    return is_numeric(kind) || is_set_like(kind);
}

bool is_added(PreKind kind) {
    return is_numeric(kind) || kind == PreKind::Char || is_collection(kind);
}

bool is_bits(PreKind kind) {
    return kind == PreKind::Bits;
}

bool is_ordered_below(PreKind kind) {
    return is_ordered(kind) || kind == PreKind::Seq;
}

constexpr std::size_t kLongestRepeated = 40; // characters of an expression that a hint repeats

bool is_null(const Draft& draft) {
    return std::holds_alternative<typed::NullLiteral>(draft.expr->node);
}

} // namespace

Draft Operators::unary(SourceRange range, const ast::Unary& node, Context context) {
    Draft operand = expressions_.expression(*node.operand, context);
    if (node.op == ast::UnaryOp::Not && inference_.family_of(known_now(operand)) == PreKind::Bits) {
        PreType type = operand.type;
        return make(range, node.op_range, std::move(type),
                    typed::Unary{typed::UnaryOp::BitNot, std::move(operand.expr)});
    }
    if (node.op == ast::UnaryOp::Not) {
        const std::string text = support::one_line(node.operand->range);
        const bool number = inference_.family_of(operand.type) == PreKind::Int && text.size() <= kLongestRepeated;
        agree(operand.type, pre(PreKind::Bool), node.op_range,
              "logical/bitwise negation expects a boolean or bitvector argument (instead got {})",
              number ? fmt::format("write '{} == 0'", text) : std::string());
        return make(range, node.op_range, pre(PreKind::Bool),
                    typed::Unary{typed::UnaryOp::Not, std::move(operand.expr)});
    }
    require(operand.type, is_numeric, node.op_range,
            "type of unary - must be of a numeric or bitvector type (instead got {})", PreKind::Int);
    PreType type = operand.type;
    return make(range, node.op_range, std::move(type), typed::Unary{typed::UnaryOp::Negate, std::move(operand.expr)});
}

Draft Operators::binary_operator(SourceRange range, const ast::Binary& node, Context context) {
    if (node.prefix_limit) {
        reporter().not_in_language(node.op_range, "prefix equality is");
        return wrong(range);
    }
    Draft left = expressions_.expression(*node.left, context);
    Draft right = expressions_.expression(*node.right, context);
    return apply(range, node.op_range, node.op, std::move(left), std::move(right));
}

Draft Operators::chain(SourceRange range, const ast::Chain& node, Context context) {
    std::optional<Draft> result;
    for (std::size_t i = 0; i < node.ops.size(); ++i) {
        const SourceRange link = cover(node.operands[i]->range, node.operands[i + 1]->range);
        // Each operand but the first and the last stands in two links; the second time has nothing new to say.
        Draft left = i == 0 ? expressions_.expression(*node.operands[i], context)
                            : expressions_.again(*node.operands[i], context);
        if (node.ops[i] == ast::BinaryOp::Disjoint) {
            // Each is disjoint from all before it.
            for (std::size_t j = i; j-- > 0;) {
                const Reporter::Mute mute(reporter());
                left = arithmetic(link, node.op_ranges[i], ast::BinaryOp::Add,
                                  expressions_.again(*node.operands[j], context), std::move(left));
            }
        }
        Draft right = expressions_.expression(*node.operands[i + 1], context);
        Draft comparison = apply(link, node.op_ranges[i], node.ops[i], std::move(left), std::move(right));
        result = result
                     ? conjunction(cover(node.operands.front()->range, link), std::move(*result), std::move(comparison))
                     : std::move(comparison);
    }
    result->expr->range = range;
    return std::move(*result);
}

Draft Operators::apply(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right) {
    switch (op) {
    case ast::BinaryOp::Iff:
    case ast::BinaryOp::Implies:
    case ast::BinaryOp::Explies:
    case ast::BinaryOp::And:
    case ast::BinaryOp::Or:
        return logical(range, op_range, op, std::move(left), std::move(right));
    case ast::BinaryOp::Eq:
    case ast::BinaryOp::Neq:
        agree(left.type, right.type, op_range, "arguments must have comparable types (got {0} and {1})",
              is_null(left) != is_null(right) ? "only references may be null: values of other types are always there"
                                              : "");
        return binary(range, op_range, op == ast::BinaryOp::Eq ? typed::BinaryOp::Equal : typed::BinaryOp::NotEqual,
                      std::move(left), std::move(right));
    case ast::BinaryOp::Lt:
    case ast::BinaryOp::Le:
    case ast::BinaryOp::Gt:
    case ast::BinaryOp::Ge:
        return ordering(range, op_range, op, std::move(left), std::move(right));
    case ast::BinaryOp::In:
    case ast::BinaryOp::NotIn:
        return membership(range, op_range, op, std::move(left), std::move(right));
    case ast::BinaryOp::Add:
    case ast::BinaryOp::Sub:
    case ast::BinaryOp::Mul:
    case ast::BinaryOp::Div:
    case ast::BinaryOp::Mod:
        return arithmetic(range, op_range, op, std::move(left), std::move(right));
    case ast::BinaryOp::Disjoint:
        if (agree(left.type, right.type, op_range, "arguments must have comparable types (got {0} and {1})")) {
            require(left.type, is_set_like, op_range, "arguments must be of a set or multiset type (instead got {})");
        }
        return binary(range, op_range, typed::BinaryOp::Disjoint, std::move(left), std::move(right));
    case ast::BinaryOp::ShiftLeft:
        return shift(range, op_range, typed::BinaryOp::ShiftLeft, std::move(left), std::move(right));
    case ast::BinaryOp::ShiftRight:
        return shift(range, op_range, typed::BinaryOp::ShiftRight, std::move(left), std::move(right));
    case ast::BinaryOp::BitAnd:
    case ast::BinaryOp::BitOr:
    case ast::BinaryOp::BitXor:
        return bitwise(range, op_range, op, std::move(left), std::move(right));
    }
    DAPHNIA_CHECK(false, "no such operator");
}

Draft Operators::bitwise(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right) {
    const std::string text = spelling(op);
    if (agree(right.type, left.type, op_range,
              ("type of right argument to " + text + " ({0}) must agree with the result type ({1})").c_str())) {
        const char* const hint =
            op == ast::BinaryOp::BitAnd  ? "'&' is for bitvectors: 'and' of truth values is written '&&'"
            : op == ast::BinaryOp::BitOr ? "'|' is for bitvectors: 'or' of truth values is written '||'"
                                         : "'^' is for bitvectors: 'xor' of truth values is written '!=', and there is "
                                           "no power operator";
        require(left.type, is_bits, op_range, "type of " + text + " must be of a bitvector type (instead got {})",
                std::nullopt, hint);
    }
    const typed::BinaryOp meant = op == ast::BinaryOp::BitAnd  ? typed::BinaryOp::BitAnd
                                  : op == ast::BinaryOp::BitOr ? typed::BinaryOp::BitOr
                                                               : typed::BinaryOp::BitXor;
    PreType type = left.type;
    return make(range, op_range, std::move(type),
                typed::Binary{meant, std::move(left.expr), std::move(right.expr), op_range});
}

// The amount is a number of its own kind.
Draft Operators::shift(SourceRange range, SourceRange op_range, typed::BinaryOp op, Draft left, Draft right) {
    const std::string text = op == typed::BinaryOp::ShiftLeft ? "<<" : ">>";
    require(left.type, is_bits, op_range, "type of " + text + " must be a bitvector type (instead got {})");
    require(right.type, has_remainders, op_range,
            "type of right argument to " + text + " ({}) must be an integer-numeric or bitvector type", PreKind::Int);
    PreType type = left.type;
    return make(range, op_range, std::move(type),
                typed::Binary{op, std::move(left.expr), std::move(right.expr), op_range});
}

Draft Operators::logical(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right) {
    const std::string text = spelling(op);
    const PreType truth = pre(PreKind::Bool);
    agree(left.type, truth, op_range,
          ("type of left argument to " + text + " ({0}) must agree with the result type ({1})").c_str());
    agree(right.type, truth, op_range,
          ("type of right argument to " + text + " ({0}) must agree with the result type ({1})").c_str());
    typed::BinaryOp meant = typed::BinaryOp::And;
    if (op == ast::BinaryOp::Or) {
        meant = typed::BinaryOp::Or;
    } else if (op == ast::BinaryOp::Iff) {
        meant = typed::BinaryOp::Equal;
    } else if (op == ast::BinaryOp::Implies || op == ast::BinaryOp::Explies) {
        meant = typed::BinaryOp::Implies;
    }
    if (op == ast::BinaryOp::Explies) {
        std::swap(left, right);
    }
    return binary(range, op_range, meant, std::move(left), std::move(right));
}

Draft Operators::ordering(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right) {
    const std::string text = spelling(op);
    const bool less = op == ast::BinaryOp::Lt || op == ast::BinaryOp::Le;
    const bool strict = op == ast::BinaryOp::Lt || op == ast::BinaryOp::Gt;
    inference_.advance();
    const PreKind left_kind = inference_.head(left.type).kind;
    const PreKind right_kind = inference_.head(right.type).kind;
    if (strict && (left_kind == PreKind::Datatype || right_kind == PreKind::Datatype ||
                   (less ? left_kind : right_kind) == PreKind::Parameter)) {
        compare_by_rank(op_range, less ? left.type : right.type, less ? right.type : left.type, less);
    } else if (agree(left.type, right.type, op_range,
                     ("arguments to " + text + " must have a common supertype (got {0} and {1})").c_str())) {
        require(
            left.type,
            [less, strict](PreKind kind) {
                return (strict && kind == PreKind::Datatype) || (less ? is_ordered_below(kind) : is_ordered(kind));
            },
            op_range,
            "arguments to " + text + " must be of a numeric type, bitvector type, ORDINAL, char, " +
                (less ? "a sequence type, " : "") + "or a set-like type (instead got {})");
    }
    typed::BinaryOp meant = typed::BinaryOp::Less;
    if (op == ast::BinaryOp::Le) {
        meant = typed::BinaryOp::LessEqual;
    } else if (op == ast::BinaryOp::Gt) {
        meant = typed::BinaryOp::Greater;
    } else if (op == ast::BinaryOp::Ge) {
        meant = typed::BinaryOp::GreaterEqual;
    }
    return binary(range, op_range, meant, std::move(left), std::move(right));
}

Draft Operators::decreases_to(SourceRange range, const ast::DecreasesTo& node, Context context) {
    typed::DecreasesTo result{{}, {}, node.allow_no_change};
    for (const ast::ExprPtr& part : node.from) {
        result.from.push_back(expressions_.expression(*part, context).expr);
    }
    for (const ast::ExprPtr& part : node.to) {
        result.to.push_back(expressions_.expression(*part, context).expr);
    }
    return make(range, node.op_range, pre(PreKind::Bool), std::move(result));
}

// The smaller value may be of a type parameter, which may be that of a datatype's field.
void Operators::compare_by_rank(SourceRange op_range, const PreType& small, const PreType& large, bool small_first) {
    const auto message = [&](const std::string& of_small, const std::string& of_large) {
        return fmt::format("arguments to rank comparison must be datatypes (got {} and {})",
                           small_first ? of_small : of_large, small_first ? of_large : of_small);
    };
    require(
        small, [](PreKind kind) { return kind == PreKind::Datatype || kind == PreKind::Parameter; }, op_range,
        message("{}", inference_.show(large)));
    require(
        large, [](PreKind kind) { return kind == PreKind::Datatype; }, op_range, message(inference_.show(small), "{}"));
}

Draft Operators::membership(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right) {
    const PreType element = left.type;
    const PreType collection = right.type;
    const bool muted = reporter().muted();
    const std::string text = spelling(op);
    inference_.defer([this, element, collection, op_range, muted, text] {
        const PreType type = inference_.head(collection);
        if (type.kind == PreKind::Hole) {
            return false;
        }
        std::string message;
        if (is_collection(type.kind)) {
            const std::string wanted = inference_.show(type.arguments[0]);
            const std::string got = inference_.show(element);
            if (inference_.unify(type.arguments[0], element)) {
                return true;
            }
            message = fmt::format("expecting element type to be assignable to {} (got {})", wanted, got);
        } else if (type.kind == PreKind::Unknown) {
            inference_.unify(element, type);
        } else {
            const std::string of = inference_.show(element);
            message = fmt::format("second argument to '{}' must be a set, a multiset, a sequence with elements of "
                                  "type {}, or a map with domain {} (instead got {})",
                                  text, of, of, inference_.show(type));
        }
        if (!message.empty() && !muted) {
            reporter().error(Rule::Type, op_range, message);
        }
        return true;
    });
    return binary(range, op_range, op == ast::BinaryOp::In ? typed::BinaryOp::Member : typed::BinaryOp::NotMember,
                  std::move(left), std::move(right));
}

Draft Operators::arithmetic(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right) {
    if (op == ast::BinaryOp::Sub && is_map(known_now(left).kind)) {
        return without_keys(range, op_range, std::move(left), std::move(right));
    }
    const std::string text = spelling(op);
    const auto is_number = [&](const Draft& draft) { return inference_.family_of(draft.type) == PreKind::Int; };
    const auto is_text = [&](const Draft& draft) { return inference_.show(draft.type) == "string"; };
    const bool joins_number =
        op == ast::BinaryOp::Add && ((is_text(left) && is_number(right)) || (is_number(left) && is_text(right)));
    const PreType common = inference_.common(left.type, right.type);
    const bool agreed =
        agree(right.type, common, op_range,
              ("type of right argument to " + text + " ({0}) must agree with the result type ({1})").c_str(),
              joins_number ? "a number is no string; 'print' writes several values: 'print x, y;'" : "");
    const PreType type = agreed ? common : pre(PreKind::Unknown);
    typed::BinaryOp meant = typed::BinaryOp::Add;
    switch (op) {
    case ast::BinaryOp::Add:
        require(type, is_added, op_range,
                "type of + must be of a numeric type, a bitvector type, ORDINAL, char, a sequence type, or a set-like "
                "or map-like type (instead got {})");
        break;
    case ast::BinaryOp::Sub:
        meant = typed::BinaryOp::Subtract;
        require(type, is_ordered, op_range,
                "type of - must be of a numeric type, a bitvector type, ORDINAL, char, or a set-like or map-like type "
                "(instead got {})");
        break;
    case ast::BinaryOp::Mul:
        meant = typed::BinaryOp::Multiply;
        require(type, is_multiplied, op_range,
                "type of * must be of a numeric type, bitvector type, or a set-like type (instead got {})");
        break;
    case ast::BinaryOp::Div:
        meant = typed::BinaryOp::Divide;
        require(type, is_numeric, op_range, "arguments to / must be numeric or bitvector types (got {})");
        break;
    default:
        meant = typed::BinaryOp::Modulo;
        require(type, has_remainders, op_range, "type of % must be integer-numeric or bitvector types (got {})",
                PreKind::Int);
        break;
    }
    return make(range, op_range, type, typed::Binary{meant, std::move(left.expr), std::move(right.expr), op_range});
}

Draft Operators::without_keys(SourceRange range, SourceRange op_range, Draft map, Draft keys) {
    const PreType type = inference_.head(map.type);
    agree(keys.type, pre_of(set_of(type.kind), type.arguments[0]), op_range,
          "map subtraction expects right-hand operand to have type {1} (instead got {0})");
    return make(range, op_range, map.type,
                typed::Binary{typed::BinaryOp::Subtract, std::move(map.expr), std::move(keys.expr), op_range});
}

std::optional<Draft> Operators::rotation(SourceRange range, const ast::Call& call, const ast::Member& callee,
                                         Draft& object, Context context) {
    const std::string& name = callee.name.text;
    if (inference_.family_of(known_now(object)) != PreKind::Bits || (name != "RotateLeft" && name != "RotateRight") ||
        call.arguments.size() != 1) {
        return std::nullopt;
    }
    note_built_in(globals_, callee.name.range);
    Draft amount = expressions_.expression(*call.arguments.front().value, context);
    agree(pre(PreKind::Int), amount.type, amount.expr->anchor,
          "incorrect argument type for function parameter 'w' (expected nat, found {1})");
    PreType type = object.type;
    return make(range, call.open_paren, std::move(type),
                typed::Binary{name == "RotateLeft" ? typed::BinaryOp::RotateLeft : typed::BinaryOp::RotateRight,
                              std::move(object.expr), std::move(amount.expr), callee.name.range});
}

} // namespace daphnia::resolve
