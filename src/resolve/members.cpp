#include "resolve/members.h"

#include "resolve/collections.h"
#include "resolve/datatype_values.h"
#include "resolve/generic_calls.h"
#include "resolve/lets.h"
#include "resolve/meanings.h"
#include "resolve/modules.h"
#include "resolve/noting.h"
#include "resolve/subset_types.h"
#include "resolve/suggestions.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

Draft Members::member(SourceRange range, const ast::Member& node, Context context) {
    if (const std::optional<Meaning> meaning = meanings_.declared_meaning(node, node.name.text)) {
        const std::optional<Meaning> object = meanings_.declared_qualifier(*node.object);
        const TypeEntry* const type = object ? entry_of(*object) : nullptr;
        if (type != nullptr && std::holds_alternative<Unknown>(*meaning)) {
            datatypes_.no_member(node.name, type->other != nullptr ? type->other->what : "datatype", type->name(),
                                 suggestions_.meant_by_member(node.name.text, *type, false));
            return wrong(range);
        }
        auto* const* member = std::get_if<Member*>(&*meaning);
        const auto* function = member == nullptr ? nullptr : std::get_if<FunctionEntry>(*member);
        if (function != nullptr && typed::has_receiver(function->function->parameters)) {
            reporter().error(Rule::Misplaced, node.name.range,
                             fmt::format("accessing member '{}' requires an instance expression", node.name.text));
            return wrong(range);
        }
        return declared(range, node.name, *meaning, node.type_arguments, &node);
    }
    Draft object = suggestions_.used_as(NameUse::Qualifier, *node.object, context);
    inference_.advance();
    return member_of(range, node.name, std::move(object), node.type_arguments);
}

Draft Members::member_of(SourceRange range, const ast::Ident& name, Draft object,
                         const std::vector<ast::TypePtr>& type_arguments) {
    const PreType type = inference_.head(object.type);
    Member* const found = meanings_.member_of(type, name);
    if (type.kind == PreKind::Datatype && found == nullptr) {
        return datatypes_.datatype_member(range, name, std::move(object), type);
    }
    if (found != nullptr) {
        if (auto* constant = std::get_if<PerValueConstant>(found)) {
            return field_value(range, name.range, *constant, std::move(object));
        }
        if (const auto* field = std::get_if<FieldEntry>(found)) {
            const typed::Variable* const of = typed::read_variable(*object.expr);
            if (const typed::Variable* const cell = cell_of(*field); cell != nullptr && of == variables_.find("this")) {
                drop(std::move(object.expr));
                return read(*cell, range);
            }
            return field_read(range, name.range, *field, std::move(object));
        }
        if (std::holds_alternative<FunctionEntry>(*found)) {
            return declared_member(range, name, *found, type_arguments, nullptr, std::move(object));
        }
        return lets_.beside(std::move(object), declared_member(range, name, *found));
    }
    if (type.kind == PreKind::Unknown) {
        return wrong(range);
    }
    if (is_arrow(type.kind) && (name.text == "requires" || name.text == "reads")) {
        drop(std::move(object.expr));
        return unsupported(range, name.text == "requires" ? "preconditions of functions used as values are"
                                                          : "frames of functions used as values are");
    }
    if (inference_.family_of(type) == PreKind::Real && name.text == "Floor") {
        note_built_in(globals_, name.range);
        return make(range, name.range, pre(PreKind::Int), typed::Unary{typed::UnaryOp::Floor, std::move(object.expr)});
    }
    if (type.kind == PreKind::Hole) {
        reporter().error(Rule::Underspecified, name.range,
                         "type of the receiver is not fully determined at this program point");
        return wrong(range);
    }
    if (type.kind == PreKind::Array) {
        const std::vector<std::string> lengths = length_members(type);
        const auto found_length = std::find(lengths.begin(), lengths.end(), name.text);
        if (found_length != lengths.end()) {
            note_built_in(globals_, name.range);
            const auto dimension = static_cast<std::size_t>(found_length - lengths.begin());
            return make(range, name.range, pre(PreKind::Int), typed::ArrayLength{std::move(object.expr), dimension});
        }
    }
    if (type.kind == PreKind::Tuple) {
        if (const std::optional<std::size_t> component = datatypes_.tuple_component(type, name.text)) {
            return datatypes_.select(range, name.range, std::move(object), type, *component);
        }
    }
    if (is_map(type.kind)) {
        if (std::optional<Draft> part = collections_.map_part(range, name, object, type)) {
            return std::move(*part);
        }
    }
    reporter().error(Rule::Unresolved, name.range,
                     fmt::format("type {} does not have a member {}", inference_.show(type), name.text),
                     suggestions_.meant_by_member(name.text, type, object.expr->range));
    return wrong(range);
}

PreType Members::type_of_field(const FieldEntry& entry, const PreType& object) {
    const std::optional<PreType> owner =
        is_class(object.kind) ? as_supertype(object, *entry.field->owner) : std::nullopt;
    if (!owner || globals_.untyped.count(entry.field) != 0) {
        return pre(PreKind::Unknown);
    }
    TypeArguments arguments;
    for (std::size_t i = 0; i < owner->arguments.size(); ++i) {
        arguments.emplace(entry.field->owner->type_parameters[i].get(),
                          TypeArgument{owner->arguments[i], inference_.erased(owner->arguments[i])});
    }
    find_base(globals_, entry.field->type);
    return value_type(entry.field->type, arguments);
}

// Before `new;` a field of `this` is a variable of the constructor.
const typed::Variable* Members::cell_of(const FieldEntry& entry) const {
    if (state_.cells == nullptr) {
        return nullptr;
    }
    const auto cell = state_.cells->find(entry.field);
    return cell == state_.cells->end() ? nullptr : cell->second;
}

Draft Members::field_read(SourceRange range, SourceRange anchor, const FieldEntry& entry, Draft object) {
    PreType type = type_of_field(entry, inference_.head(object.type));
    if (type.kind == PreKind::Unknown) {
        drop(std::move(object.expr));
        return wrong(range);
    }
    return make(range, anchor, std::move(type), typed::FieldRead{std::move(object.expr), entry.field});
}

Draft Members::field_value(SourceRange range, SourceRange anchor, PerValueConstant& entry, Draft object) {
    resolve_constant(globals_, entry);
    if (entry.state != ConstantState::Resolved) { // it depends on itself
        drop(std::move(object.expr));
        return wrong(range);
    }
    typed::FunctionCall call{entry.function, {}, range};
    Instantiation use = generics_.instantiation(*entry.function, entry.owner, nullptr, anchor, "function");
    generics_.receive(object, *entry.function->parameters.front(), use);
    call.arguments.push_back(std::move(object.expr));
    return generics_.function_call(range, anchor, std::move(call), std::move(use));
}

} // namespace daphnia::resolve
