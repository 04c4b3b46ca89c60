#include "resolve/collections.h"

#include "resolve/expressions.h"
#include "resolve/lets.h"
#include "resolve/noting.h"
#include "resolve/operators.h"

#include <fmt/format.h>

namespace daphnia::resolve {

void Collections::type_of_element(const PreType& container, const PreType& result, SourceRange at) {
    const bool muted = reporter().muted();
    inference_.defer([this, container, result, at, muted] {
        const PreType type = inference_.head(container);
        if (type.kind == PreKind::Hole) {
            return false;
        }
        if (type.kind == PreKind::Unknown) {
            inference_.unify(result, type);
        } else if (is_row(type)) {
            inference_.unify(result,
                             type.kind == PreKind::Seq ? type.arguments[0] : inference_.erased(type.arguments[0]));
        } else {
            inference_.unify(result, pre(PreKind::Unknown));
            if (!muted) {
                reporter().error(Rule::Type, at,
                                 fmt::format("element selection requires a sequence, array, multiset, or map (got {})",
                                             inference_.show(type)),
                                 type.kind == PreKind::Set ? "'{…}' is a set, without an order: a sequence is '[…]'"
                                 : is_array(type.kind)
                                     ? fmt::format("an element of this array has {} indices", dimensions(type))
                                     : "");
            }
        }
        return true;
    });
}

// What a collection that is not known wants for an index is not known either.
void Collections::require_index(const PreType& collection, const Draft& position, const char* message) {
    if (inference_.head(collection).kind != PreKind::Unknown) {
        require_int(position, message);
    }
}

Draft Collections::index(SourceRange range, const ast::Index& node, Context context) {
    if (node.indices.size() > 1) {
        return array_element(range, node, context);
    }
    Draft base = expressions_.expression(*node.base, context);
    Draft position = expressions_.expression(*node.indices.front(), context);
    const PreType collection = known_now(base);
    if (collection.kind == PreKind::Multiset) {
        agree(collection.arguments[0], position.type, position.expr->anchor,
              "incorrect type for selection into multiset (got {1})");
        return make(range, node.open_bracket, pre(PreKind::Int),
                    typed::Multiplicity{std::move(base.expr), std::move(position.expr)});
    }
    if (is_map(collection.kind)) {
        agree(collection.arguments[0], position.type, position.expr->anchor,
              "incorrect domain type for selection into map (got {1})");
        return make(range, node.open_bracket, collection.arguments[1],
                    typed::MapSelect{std::move(base.expr), std::move(position.expr)});
    }
    require_index(base.type, position, "index expression must have an integer or bitvector type (got {})");
    const PreType result = inference_.hole();
    type_of_element(base.type, result, node.open_bracket);
    return make(range, node.open_bracket, result, typed::SeqIndex{std::move(base.expr), std::move(position.expr)});
}

// Nothing but arrays has elements with several indices, so that their number says what it is.
Draft Collections::array_element(SourceRange range, const ast::Index& node, Context context) {
    Draft array = expressions_.expression(*node.base, context);
    const std::size_t count = node.indices.size();
    const PreType element = inference_.hole();
    const PreType outer = inference_.head(array.type);
    const bool rows = is_row(outer) && is_row(inference_.head(outer.arguments.front()));
    const bool fits = agree(pre_array(element, count), array.type, array.expr->anchor,
                            fmt::format("array selection requires an array{} (got {{1}})", count).c_str(),
                            rows ? "each index has brackets of its own here: 'a[i][j]'" : "");
    typed::ArrayRead read{std::move(array.expr), {}};
    for (std::size_t i = 0; i < count; ++i) {
        Draft position = expressions_.expression(*node.indices[i], context);
        require_int(position,
                    fmt::format("array selection requires integer- or bitvector-based numeric indices (got {{}} "
                                "for index {})",
                                i)
                        .c_str());
        read.indices.push_back(std::move(position.expr));
    }
    return make(range, node.open_bracket, fits ? inference_.erased(element) : pre(PreKind::Unknown), std::move(read));
}

Draft Collections::slice(SourceRange range, const ast::Slice& node, Context context) {
    Draft base = expressions_.expression(*node.base, context);
    typed::SeqSlice result{nullptr, nullptr, nullptr};
    const char* message = "multi-element selection expression must have an integer or bitvector type (got {})";
    const auto bound = [&](const ast::ExprPtr& expr) -> typed::ExprPtr {
        if (!expr) {
            return nullptr;
        }
        Draft draft = expressions_.expression(*expr, context);
        require_int(draft, message);
        return std::move(draft.expr);
    };
    result.low = bound(node.from);
    result.high = bound(node.to);
    PreType type = type_of_slice(base.type, node.open_bracket);
    result.seq = std::move(base.expr);
    return make(range, node.open_bracket, std::move(type), std::move(result));
}

PreType Collections::type_of_slice(const PreType& container, SourceRange at) {
    const PreType element = inference_.hole();
    const bool muted = reporter().muted();
    inference_.defer([this, container, element, at, muted] {
        const PreType type = inference_.head(container);
        if (type.kind == PreKind::Hole) {
            return false;
        }
        if (is_row(type) || type.kind == PreKind::Unknown) {
            type_of_element(type, element, at);
            return true;
        }
        inference_.unify(element, pre(PreKind::Unknown));
        if (!muted) {
            reporter().error(Rule::Type, at,
                             fmt::format("multi-selection of elements requires a sequence or array (got {})",
                                         inference_.show(type)));
        }
        return true;
    });
    return pre_seq(element);
}

// base[k : m : ]  becomes  var b, x, y := base, k, m; [b[..x], b[x..x + y], b[x + y..]]
Draft Collections::multi_slice(SourceRange range, const ast::MultiSlice& node, Context context) {
    const SourceRange at = node.open_bracket;
    Held held;
    Draft base = expressions_.expression(*node.base, context);
    const PreType part = type_of_slice(base.type, at);
    const typed::Variable& whole = lets_.hold(held, node.base->range, std::move(base));
    // They are added, so they are of one type.
    std::vector<Draft> given;
    bool agreed = true;
    for (const ast::ExprPtr& expr : node.lengths) {
        given.push_back(expressions_.expression(*expr, context));
        agreed = agree(given.back().type, given.front().type, at,
                       "type of right argument to + ({0}) must agree with the result type ({1})") &&
                 agreed;
    }
    std::vector<const typed::Variable*> lengths;
    for (Draft& length : given) {
        require_int(length, "multi-element selection expression must have an integer or bitvector type (got {})");
        const SourceRange place = length.expr->range;
        lengths.push_back(&lets_.hold(held, place, std::move(length)));
    }
    if (!agreed) {
        return lets_.let_held(range, at, std::move(held), wrong(range));
    }
    // Where the part with this number begins; null: at the beginning of all.
    const auto begin_of = [&](std::size_t number) -> typed::ExprPtr {
        if (number == 0) {
            return nullptr;
        }
        Draft sum = read(*lengths.front(), at);
        for (std::size_t i = 1; i < number; ++i) {
            sum = operators_.arithmetic(range, at, ast::BinaryOp::Add, std::move(sum), read(*lengths[i], at));
        }
        return std::move(sum.expr);
    };
    typed::SeqDisplay parts;
    for (std::size_t i = 0; i < lengths.size() + (node.rest ? 1 : 0); ++i) {
        typed::SeqSlice slice{read(whole, at).expr, begin_of(i), i < lengths.size() ? begin_of(i + 1) : nullptr};
        parts.elements.push_back(make(range, at, part, std::move(slice)).expr);
    }
    return lets_.let_held(range, at, std::move(held), make(range, at, pre_seq(part), std::move(parts)));
}

Draft Collections::update(SourceRange range, const ast::Update& node, Context context) {
    Draft base = expressions_.expression(*node.base, context);
    Draft position = expressions_.expression(*node.index, context);
    Draft value = expressions_.expression(*node.value, context);
    const PreType collection = known_now(base);
    if (is_map(collection.kind)) {
        agree(collection.arguments[0], position.type, position.expr->anchor,
              "map update requires domain element to be of type {0} (got {1})");
        agree(collection.arguments[1], value.type, value.expr->anchor,
              "map update requires the value to have the range type {0} (got {1})");
        PreType map = base.type;
        return make(range, node.open_bracket, std::move(map),
                    typed::MapUpdate{std::move(base.expr), std::move(position.expr), std::move(value.expr)});
    }
    if (collection.kind == PreKind::Multiset) {
        agree(collection.arguments[0], position.type, position.expr->anchor,
              "multiset update requires domain element to be of type {0} (got {1})");
        require_int(value, "multiset update requires integer-based numeric value (got {})");
        PreType multiset = base.type;
        return make(range, node.open_bracket, std::move(multiset),
                    typed::MultiplicityUpdate{std::move(base.expr), std::move(position.expr), std::move(value.expr)});
    }
    const PreType element = inference_.hole();
    agree(base.type, pre_seq(element), node.open_bracket, "update requires a sequence, map, or multiset (got {})");
    require_index(base.type, position, "sequence update requires integer- or bitvector-based index (got {})");
    agree(element, value.type, value.expr->anchor,
          "sequence update requires the value to have the element type of the sequence (got {1})");
    PreType type = base.type;
    return make(range, node.open_bracket, std::move(type),
                typed::SeqUpdate{std::move(base.expr), std::move(position.expr), std::move(value.expr)});
}

Draft Collections::cardinality(SourceRange range, const ast::Cardinality& node, Context context) {
    Draft operand = expressions_.expression(*node.operand, context);
    const PreType type = inference_.head(operand.type);
    const char* const lengths = !is_array(type.kind)    ? ""
                                : dimensions(type) == 1 ? "the length of an array a is 'a.Length'"
                                                        : "the lengths of an array a are 'a.Length0', 'a.Length1', …";
    require(
        operand.type,
        [](PreKind kind) { return is_collection(kind) && kind != PreKind::Iset && kind != PreKind::Imap; },
        first_token(range, 1), "size operator expects a collection argument (instead got {})", std::nullopt, lengths);
    return make(range, first_token(range, 1), pre(PreKind::Int), typed::SeqLength{std::move(operand.expr)});
}

Draft Collections::seq_display(SourceRange range, const ast::SeqDisplay& node, Context context) {
    PreType element = inference_.hole();
    typed::SeqDisplay display;
    for (const ast::ExprPtr& expr : node.elements) {
        Draft draft = expressions_.expression(*expr, context);
        element = inference_.common(element, draft.type);
        agree(element, draft.type, draft.expr->anchor,
              "all elements of display must have some common supertype (got {1}, but needed type or type of previous "
              "elements is {0})");
        display.elements.push_back(std::move(draft.expr));
    }
    return make(range, first_token(range, 1), pre_seq(element), std::move(display));
}

Draft Collections::set_display(SourceRange range, std::uint32_t keyword, PreKind kind,
                               const std::vector<ast::ExprPtr>& elements, Context context) {
    PreType element = inference_.hole();
    typed::SetDisplay display;
    for (const ast::ExprPtr& expr : elements) {
        Draft draft = expressions_.expression(*expr, context);
        element = inference_.common(element, draft.type);
        agree(element, draft.type, draft.expr->anchor,
              "all elements of display must have some common supertype (got {1}, but needed type or type of previous "
              "elements is {0})");
        display.elements.push_back(std::move(draft.expr));
    }
    return make(range, first_token(range, keyword), PreType{kind, {element}, 0}, std::move(display));
}

Draft Collections::multiset_of(SourceRange range, const ast::MultisetFrom& node, Context context) {
    Draft operand = expressions_.expression(*node.operand, context);
    const PreType element = inference_.hole();
    const bool muted = reporter().muted();
    const SourceRange at = first_token(range, 8);
    inference_.defer([this, from = operand.type, element, at, muted] {
        const PreType type = inference_.head(from);
        if (type.kind == PreKind::Hole) {
            return false;
        }
        const bool fits = type.kind == PreKind::Seq || type.kind == PreKind::Set;
        inference_.unify(element, fits ? type.arguments[0] : pre(PreKind::Unknown));
        if (!fits && type.kind != PreKind::Unknown && !muted) {
            reporter().error(Rule::Type, at,
                             fmt::format("can only form a multiset from a seq or set (got {})", inference_.show(type)));
        }
        return true;
    });
    return make(range, at, pre_of(PreKind::Multiset, element), typed::MultisetOf{std::move(operand.expr)});
}

Draft Collections::map_display(SourceRange range, const ast::MapDisplay& node, Context context) {
    PreType key = inference_.hole();
    PreType value = inference_.hole();
    typed::MapDisplay display;
    const auto add = [&](const ast::Expr& expr, PreType& type, std::vector<typed::ExprPtr>& to) {
        Draft draft = expressions_.expression(expr, context);
        type = inference_.common(type, draft.type);
        agree(type, draft.type, draft.expr->anchor,
              "all elements of display must have some common supertype (got {1}, but needed type or type of previous "
              "elements is {0})");
        to.push_back(std::move(draft.expr));
    };
    for (const ast::MapEntry& entry : node.entries) {
        add(*entry.key, key, display.keys);
        add(*entry.value, value, display.values);
    }
    return make(range, first_token(range, node.infinite ? 4 : 3),
                pre_map(node.infinite ? PreKind::Imap : PreKind::Map, key, value), std::move(display));
}

std::optional<Draft> Collections::map_part(SourceRange range, const ast::Ident& member, Draft& map,
                                           const PreType& type) {
    const std::string& name = member.text;
    if (name != "Keys" && name != "Values" && name != "Items") {
        return std::nullopt;
    }
    const typed::MapPartKind kind = name == "Keys"     ? typed::MapPartKind::Keys
                                    : name == "Values" ? typed::MapPartKind::Values
                                                       : typed::MapPartKind::Items;
    note_built_in(globals_, member.range);
    const PreType element = kind == typed::MapPartKind::Keys     ? type.arguments[0]
                            : kind == typed::MapPartKind::Values ? type.arguments[1]
                                                                 : pre_tuple(type.arguments, {});
    return make(range, member.range, pre_of(set_of(type.kind), element), typed::MapPart{kind, std::move(map.expr)});
}

} // namespace daphnia::resolve
