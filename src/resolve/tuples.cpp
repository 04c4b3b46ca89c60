#include "resolve/datatype_values.h"

#include "resolve/expressions.h"
#include "resolve/lets.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace daphnia::resolve {

Draft DatatypeValues::tuple(SourceRange range, const ast::Tuple& node, Context context) {
    const std::size_t size = node.elements.size();
    typed::TupleDisplay display;
    display.components.resize(size);
    std::vector<PreType> types(size);
    std::vector<bool> ghost(size, false);
    for (std::size_t i = 0; i < size; ++i) {
        const ast::Argument& element = node.elements[i];
        // A name is the number of the component.
        std::size_t at = i;
        if (element.name) {
            at = 0;
            while (at < size && element.name->text != std::to_string(at)) {
                ++at;
            }
        }
        Draft component = expressions_.expression(*element.value, context);
        if (at == size || display.components[at] != nullptr) {
            drop(std::move(component.expr));
            reporter().error(Rule::Arity, element.name ? element.name->range : element.value->range,
                             at == size
                                 ? fmt::format("the binding named '{}' does not correspond to any formal parameter",
                                               element.name->text)
                                 : fmt::format("duplicate binding for parameter name '{}'", at));
            return wrong(range);
        }
        types[at] = component.type;
        ghost[at] = element.ghost;
        display.components[at] = std::move(component.expr);
    }
    if (std::find(ghost.begin(), ghost.end(), true) == ghost.end()) {
        ghost.clear();
    }
    const SourceRange open = first_token(range, 1);
    return make(range, open, pre_tuple(std::move(types), std::move(ghost)), std::move(display));
}

// base.(1 := e)  becomes  var b, x := base, e; (b.0, x)
Draft DatatypeValues::tuple_update(SourceRange range, const ast::DatatypeUpdate& node, Draft base, const PreType& type,
                                   Context context) {
    Held held;
    const typed::Variable& whole = lets_.hold(held, node.base->range, std::move(base));
    std::map<std::size_t, const typed::Variable*> updated;
    for (const ast::FieldUpdate& update : node.updates) {
        Draft value = expressions_.expression(*update.value, context);
        const std::optional<std::size_t> component = tuple_component(type, update.field.text);
        if (!component || updated.contains(*component)) {
            reporter().error(Rule::Unresolved, update.field.range,
                             component ? fmt::format("duplicate update member '{}'", update.field.text)
                                       : fmt::format("member '{}' does not exist in datatype '{}'", update.field.text,
                                                     inference_.show(type)));
            drop(std::move(value.expr));
            continue;
        }
        agree(type.arguments[*component], value.type, value.expr->anchor,
              "type of new value ({1}) does not match the type of the member ({0})");
        updated.emplace(*component, &lets_.hold(held, update.field.range, std::move(value)));
    }
    typed::TupleDisplay display;
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        const auto found = updated.find(i);
        Draft component = found != updated.end()
                              ? read(*found->second, found->second->range)
                              : select(range, node.open_paren, read(whole, node.base->range), type, i);
        display.components.push_back(std::move(component.expr));
    }
    return lets_.let_held(range, node.open_paren, std::move(held),
                          make(range, node.open_paren, type, std::move(display)));
}

// The component that a member name such as `0` stands for.
std::optional<std::size_t> DatatypeValues::tuple_component(const PreType& type, const std::string& name) const {
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        if (name == std::to_string(i)) {
            return i;
        }
    }
    return std::nullopt;
}

Draft DatatypeValues::select(SourceRange range, SourceRange anchor, Draft tuple, const PreType& type,
                             std::size_t component) {
    if (type.kind == PreKind::Datatype) {
        return destruct(range, anchor, std::move(tuple), type, component, true); // take_apart has it checked
    }
    return make(range, anchor, type.arguments.at(component), typed::TupleSelect{std::move(tuple.expr), component});
}

} // namespace daphnia::resolve
