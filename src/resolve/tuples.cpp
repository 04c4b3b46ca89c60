// Tuples: displays, components, and patterns that take them apart.
#include "resolve/body.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace daphnia::resolve {

Draft BodyResolver::tuple(SourceRange range, const ast::Tuple& node, Context context) {
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
        Draft component = expression(*element.value, context);
        if (at == size || display.components[at] != nullptr) {
            dropped_.push_back(std::move(component.expr));
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

const typed::Variable& BodyResolver::hold(Held& held, SourceRange range, Draft value) {
    held.variables.push_back(new_variable({kWhole, range}, nullptr, typed::VariableKind::Bound, false));
    const typed::Variable& variable = *held.variables.back();
    agree(type_of(variable), value.type, value.expr->anchor, "{0} is not {1}");
    bind(variable, *value.expr);
    held.let.values.push_back(std::move(value.expr));
    return variable;
}

Draft BodyResolver::let_held(SourceRange range, SourceRange anchor, Held held, Draft body) {
    PreType type = body.type;
    held.let.variables = owned(std::move(held.variables));
    held.let.body = std::move(body.expr);
    return make(range, anchor, std::move(type), std::move(held.let));
}

// base.(1 := e)  becomes  var b, x := base, e; (b.0, x)
Draft BodyResolver::tuple_update(SourceRange range, const ast::DatatypeUpdate& node, Draft base, const PreType& type,
                                 Context context) {
    Held held;
    const typed::Variable& whole = hold(held, node.base->range, std::move(base));
    std::map<std::size_t, const typed::Variable*> updated;
    for (const ast::FieldUpdate& update : node.updates) {
        Draft value = expression(*update.value, context);
        const std::optional<std::size_t> component = tuple_component(type, update.field.text);
        if (!component || updated.contains(*component)) {
            reporter().error(Rule::Unresolved, update.field.range,
                             component ? fmt::format("duplicate update member '{}'", update.field.text)
                                       : fmt::format("member '{}' does not exist in datatype '{}'", update.field.text,
                                                     inference_.show(type)));
            dropped_.push_back(std::move(value.expr));
            continue;
        }
        agree(type.arguments[*component], value.type, value.expr->anchor,
              "type of new value ({1}) does not match the type of the member ({0})");
        updated.emplace(*component, &hold(held, update.field.range, std::move(value)));
    }
    typed::TupleDisplay display;
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        const auto found = updated.find(i);
        Draft component = found != updated.end()
                              ? read(*found->second, found->second->range)
                              : select(range, node.open_paren, read(whole, node.base->range), type, i);
        display.components.push_back(std::move(component.expr));
    }
    return let_held(range, node.open_paren, std::move(held), make(range, node.open_paren, type, std::move(display)));
}

// The component that a member name such as `0` stands for.
std::optional<std::size_t> BodyResolver::tuple_component(const PreType& type, const std::string& name) const {
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        if (name == std::to_string(i)) {
            return i;
        }
    }
    return std::nullopt;
}

Draft BodyResolver::select(SourceRange range, SourceRange anchor, Draft tuple, const PreType& type,
                           std::size_t component) {
    if (type.kind == PreKind::Datatype) {
        return destruct(range, anchor, std::move(tuple), type, component, true); // take_apart has it checked
    }
    return make(range, anchor, type.arguments.at(component), typed::TupleSelect{std::move(tuple.expr), component});
}

namespace {

// In patterns a name is first of all that of a constructor.
bool names_constructor(const PreType& type, const std::string& name) {
    return type.kind == PreKind::Datatype &&
           std::any_of(type.datatype->constructors.begin(), type.datatype->constructors.end(),
                       [&](const typed::Constructor& each) { return each.name == name; });
}

} // namespace

std::unique_ptr<typed::Variable> BodyResolver::whole_of_pattern(const ast::Pattern& pattern, const Draft& value,
                                                                typed::VariableKind kind, bool ghost) {
    auto whole = new_variable({kWhole, pattern.range}, nullptr, kind, ghost);
    agree(type_of(*whole), value.type, value.expr->anchor, "type of RHS ({1}) does not match type of pattern ({0})");
    bind(*whole, *value.expr);
    return whole;
}

// What a pattern by itself says of the type of its value.
std::optional<PreType> BodyResolver::head_of_pattern(const ast::Pattern& pattern) {
    const auto holes = [&](std::size_t count) {
        std::vector<PreType> result;
        for (std::size_t i = 0; i < count; ++i) {
            result.push_back(inference_.hole());
        }
        return result;
    };
    if (const auto* tuple = std::get_if<ast::TuplePattern>(&pattern.node)) {
        return pre_tuple(holes(tuple->elements.size()), {});
    }
    if (const auto* made = std::get_if<ast::ConstructorPattern>(&pattern.node)) {
        const Meaning meaning = meaning_of(globals_, made->name.text);
        if (const auto* entry = std::get_if<ConstructorEntry>(&meaning)) {
            return pre_datatype(entry->owner->datatype, holes(entry->owner->parameter_count()));
        }
    }
    return std::nullopt;
}

// The variables of the pattern with the components that they name; false when the pattern does not fit (reported).
bool BodyResolver::take_apart(const ast::Pattern& pattern, const typed::Variable& whole, typed::VariableKind kind,
                              bool ghost, TakenApart& out, std::vector<std::size_t> path) {
    Draft value = read(whole, pattern.range);
    inference_.advance();
    PreType type = inference_.head(value.type);
    for (const std::size_t step : path) {
        ghost = ghost || (!type.ghost_components.empty() && type.ghost_components[step]) ||
                (type.kind == PreKind::Datatype && type.datatype->destructors.at(step).ghost);
        value = select(pattern.range, pattern.range, std::move(value), type, step);
        type = inference_.head(value.type);
    }
    if (type.kind == PreKind::Hole) {
        if (const std::optional<PreType> head = head_of_pattern(pattern); head && inference_.unify(value.type, *head)) {
            type = *head;
        }
    }
    if (const auto* name = std::get_if<ast::NamePattern>(&pattern.node)) {
        if (name->type == nullptr && names_constructor(type, name->name.text)) {
            return take_apart_constructor(pattern, {name->name, {}}, std::move(value), whole, kind, ghost, out,
                                          std::move(path));
        }
        auto variable = new_variable(name->name, name->type.get(), kind, ghost || pattern.ghost);
        agree(type_of(*variable), value.type, pattern.range,
              "type of corresponding source/RHS ({1}) does not match type of bound variable ({0})");
        bind(*variable, *value.expr);
        out.components.push_back({std::move(variable), std::move(value)});
        return true;
    }
    if (const auto* constructor = std::get_if<ast::ConstructorPattern>(&pattern.node)) {
        return take_apart_constructor(pattern, *constructor, std::move(value), whole, kind, ghost, out,
                                      std::move(path));
    }
    dropped_.push_back(std::move(value.expr));
    const auto* tuple = std::get_if<ast::TuplePattern>(&pattern.node);
    if (tuple == nullptr) {
        reporter().error(Rule::Misplaced, pattern.range, "a literal or disjunctive pattern is allowed only in a case");
        declare_untyped(pattern);
        return false;
    }
    if (type.kind != PreKind::Tuple || type.arguments.size() != tuple->elements.size()) {
        if (type.kind != PreKind::Unknown) {
            reporter().error(Rule::Type, pattern.range,
                             fmt::format("tuple type does not match type {}", inference_.show(type)));
        }
        declare_untyped(pattern);
        return false;
    }
    bool fits = true;
    path.push_back(0);
    for (std::size_t i = 0; i < tuple->elements.size(); ++i) {
        path.back() = i;
        fits = take_apart(*tuple->elements[i], whole, kind, ghost, out, path) && fits;
    }
    return fits;
}

// The value has to be made by the constructor.
bool BodyResolver::take_apart_constructor(const ast::Pattern& pattern, const ast::ConstructorPattern& node, Draft value,
                                          const typed::Variable& whole, typed::VariableKind kind, bool ghost,
                                          TakenApart& out, std::vector<std::size_t> path) {
    const PreType type = inference_.head(value.type);
    if (type.kind != PreKind::Datatype) {
        dropped_.push_back(std::move(value.expr));
        if (type.kind != PreKind::Unknown) {
            reporter().error(Rule::Type, pattern.range,
                             fmt::format("to use a pattern, the type of the source/RHS expression must be a datatype "
                                         "(instead found {})",
                                         inference_.show(type)));
        }
        declare_untyped(pattern);
        return false;
    }
    const auto& constructors = type.datatype->constructors;
    const auto found = std::find_if(constructors.begin(), constructors.end(),
                                    [&](const auto& each) { return each.name == node.name.text; });
    if (found == constructors.end() || found->fields.size() != node.arguments.size()) {
        reporter().error(
            Rule::Type, pattern.range,
            found == constructors.end()
                ? fmt::format("constructor {} does not exist in datatype {}", node.name.text, type.datatype->name)
                : fmt::format("pattern for constructor {} has wrong number of formals (found {}, "
                              "expected {})",
                              node.name.text, node.arguments.size(), found->fields.size()),
            found == constructors.end() ? meant_by_constructor(node.name.text, *type.datatype) : std::string());
        dropped_.push_back(std::move(value.expr));
        declare_untyped(pattern);
        return false;
    }
    const auto made = static_cast<std::size_t>(found - constructors.begin());
    Draft looks_like = made_by(pattern.range, pattern.range, std::move(value), made);
    if (constructors.size() == 1) {
        dropped_.push_back(std::move(looks_like.expr));
    } else {
        add(out.checks, pattern.range, true,
            typed::Assert{typed::AssertKind::Destructor, std::move(looks_like.expr), nullptr,
                          "RHS is not certain to look like the pattern '" + node.name.text + "'"});
    }
    bool fits = true;
    path.push_back(0);
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        path.back() = found->destructors[i];
        fits = take_apart(*node.arguments[i], whole, kind, ghost, out, path) && fits;
    }
    return fits;
}

// var (x, y) := e;  becomes  var t := e; var x, y := t.0, t.1;
void BodyResolver::var_pattern_statement(SourceRange range, const ast::VarPatternDecl& node,
                                         std::vector<typed::StmtPtr>& out) {
    // The results of a method are several values, and no tuple.
    const bool call = called_method(*node.value) != nullptr;
    const char* const outer = std::exchange(
        no_call_,
        call ? "the results of a method are no tuple: write 'var x, y := …;', without parentheses" : no_call_);
    Draft value = expression(*node.value, statement_context());
    no_call_ = outer;
    auto whole = whole_of_pattern(*node.pattern, value, typed::VariableKind::Local, node.ghost);
    TakenApart parts;
    const bool fits = take_apart(*node.pattern, *whole, typed::VariableKind::Local, node.ghost, parts);
    typed::VarDecl first;
    typed::Assign to_whole;
    to_whole.targets.push_back({node.pattern->range, typed::VariableTarget{whole.get()}});
    to_whole.values.push_back({value.expr->range, std::move(value.expr)});
    first.variables.push_back(std::move(whole));
    add(out, range, node.ghost, std::move(first));
    add(out, range, node.ghost, std::move(to_whole));
    typed::VarDecl declaration;
    typed::Assign assign;
    for (Component& component : parts.components) {
        declare(*component.variable, "local-variable");
        assign.targets.push_back({component.variable->range, typed::VariableTarget{component.variable.get()}});
        assign.values.push_back({component.value.expr->range, std::move(component.value.expr)});
        declaration.variables.push_back(std::move(component.variable));
    }
    for (typed::StmtPtr& check : parts.checks) {
        out.push_back(std::move(check));
    }
    if (fits && !declaration.variables.empty()) {
        add(out, range, node.ghost, std::move(declaration));
        add(out, range, node.ghost, std::move(assign));
    } else {
        for (typed::Value& dropped : assign.values) {
            dropped_.push_back(std::move(std::get<typed::ExprPtr>(dropped.node)));
        }
        for (typed::VariablePtr& variable : declaration.variables) {
            untyped_.push_back(std::move(variable));
        }
    }
}

} // namespace daphnia::resolve
