#include "resolve/datatype_values.h"

#include "resolve/arguments.h"
#include "resolve/expressions.h"
#include "resolve/generic_calls.h"
#include "resolve/lets.h"
#include "resolve/noting.h"
#include "resolve/suggestions.h"
#include "support/spelling.h"
#include "typed/parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace daphnia::resolve {

void DatatypeValues::no_member(const ast::Ident& name, const char* what, const std::string& type,
                               const std::string& hint) {
    if (globals_.refused_names.count(name.text) == 0) {
        reporter().error(Rule::Unresolved, name.range,
                         fmt::format("member '{}' does not exist in {} '{}'", name.text, what, type), hint);
    }
}

// The type arguments are those that are written before the constructor's name, or what the fields say.
Draft DatatypeValues::construct(SourceRange range, const ConstructorEntry& entry, const ast::Call& call,
                                const ast::Expr* qualifier, Context context) {
    const typed::Datatype& datatype = *entry.owner->datatype;
    const typed::Constructor& constructor = datatype.constructors[entry.constructor];
    const std::vector<std::optional<typed::Type>> given = generics_.datatype_arguments(qualifier, *entry.owner);
    std::vector<PreType> type;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const bool grows = datatype.type_parameters[i]->variance == typed::Variance::Covariant;
        type.push_back(!given[i] ? inference_.hole() : grows ? value_type(*given[i]) : exact_type(*given[i]));
    }
    const PreType whole = pre_datatype(&datatype, std::move(type));
    typed::DatatypeValue value{entry.constructor,
                               arguments_.actuals(call, entry.ast->formals, constructor.fields, arguments_of(whole),
                                                  "datatype constructor", constructor.name,
                                                  {entry.owner->module, nullptr}, context)};
    for (std::size_t i = 0; i < value.arguments.size() && i < constructor.fields.size(); ++i) {
        uses_.expect(*value.arguments[i], constructor.fields[i]->type);
    }
    Draft result = make(range, call.open_paren, whole, std::move(value));
    if (!given.empty() && given.front()) {
        std::vector<typed::Type> arguments;
        for (const std::optional<typed::Type>& argument : given) {
            arguments.push_back(argument.value_or(typed::int_type()));
        }
        uses_.given_types.emplace(result.expr.get(), typed::datatype_type(&datatype, std::move(arguments)));
    }
    return result;
}

// What the type parameters of a datatype stand for in a value of this type.
TypeArguments DatatypeValues::arguments_of(const PreType& type) {
    TypeArguments result;
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        const PreType& argument = type.arguments[i];
        result.emplace(type.datatype->type_parameters.at(i).get(),
                       TypeArgument{argument, grows_with_argument(type, i) ? argument : inference_.erased(argument)});
    }
    return result;
}

Draft DatatypeValues::made_by(SourceRange range, SourceRange anchor, Draft value, std::size_t constructor) {
    return make(range, anchor, pre(PreKind::Bool), typed::DatatypeTest{std::move(value.expr), constructor});
}

Draft DatatypeValues::destruct(SourceRange range, SourceRange anchor, Draft value, const PreType& of,
                               std::size_t destructor, bool known) {
    const typed::Datatype& datatype = *of.datatype;
    const auto& fields = datatype.destructors.at(destructor).fields;
    std::size_t constructor = 0;
    while (!fields[constructor]) {
        ++constructor;
    }
    PreType type =
        variables_.declared_type(*datatype.constructors[constructor].fields[*fields[constructor]], arguments_of(of));
    return make(range, anchor, std::move(type), typed::DatatypeSelect{std::move(value.expr), destructor, known});
}

namespace {

// In the first constructor that has it.
SourceRange declared_at(const typed::Datatype& datatype, std::size_t destructor) {
    const auto& fields = datatype.destructors[destructor].fields;
    const auto constructor =
        std::find_if(fields.begin(), fields.end(), [](const auto& field) { return field.has_value(); });
    return datatype.constructors[static_cast<std::size_t>(constructor - fields.begin())].fields[**constructor]->range;
}

} // namespace

Draft DatatypeValues::datatype_member(SourceRange range, const ast::Ident& name, Draft object, const PreType& type) {
    const typed::Datatype& datatype = *type.datatype;
    for (std::size_t i = 0; i < datatype.constructors.size(); ++i) {
        if (name.text == datatype.constructors[i].name + "?") {
            note(globals_, name.range, datatype.constructors[i].name_range);
            return made_by(range, name.range, std::move(object), i);
        }
    }
    for (std::size_t i = 0; i < datatype.destructors.size(); ++i) {
        if (name.text == datatype.destructors[i].name) {
            note(globals_, name.range, declared_at(datatype, i));
            return destruct(range, name.range, std::move(object), type, i, false);
        }
    }
    drop(std::move(object.expr));
    no_member(name, "datatype", datatype.name,
              suggestions_.meant_by_member(name.text, *globals_.datatypes.at(&datatype), true));
    return wrong(range);
}

// base.(f := e)  becomes  var b, x := base, e; assert b.C? || …; if b.C? then C(… x … b.g …) else …
Draft DatatypeValues::datatype_update(SourceRange range, const ast::DatatypeUpdate& node, Context context) {
    Draft base = expressions_.expression(*node.base, context);
    inference_.advance();
    const PreType type = inference_.head(base.type);
    if (type.kind != PreKind::Datatype) {
        if (type.kind == PreKind::Tuple) {
            return tuple_update(range, node, std::move(base), type, context);
        }
        if (type.kind != PreKind::Unknown) {
            reporter().error(Rule::Type, base.expr->anchor,
                             fmt::format("datatype update expression requires a root expression of a datatype (got {})",
                                         inference_.show(type)));
        }
        drop(std::move(base.expr));
        return wrong(range);
    }
    const typed::Datatype& datatype = *type.datatype;
    Held held;
    const typed::Variable* const whole = &lets_.hold(held, node.base->range, std::move(base));
    std::map<std::size_t, const typed::Variable*> updated; // by destructor
    for (const ast::FieldUpdate& update : node.updates) {
        answer_destructors(globals_, update.field.range, datatype);
        Draft value = expressions_.expression(*update.value, context);
        const auto found = std::find_if(datatype.destructors.begin(), datatype.destructors.end(),
                                        [&](const typed::Destructor& each) { return each.name == update.field.text; });
        const auto destructor = static_cast<std::size_t>(found - datatype.destructors.begin());
        if (found == datatype.destructors.end() || updated.contains(destructor)) {
            if (found == datatype.destructors.end()) {
                std::vector<std::string> fields;
                for (const typed::Destructor& each : datatype.destructors) {
                    fields.push_back(each.name);
                }
                reporter().error(
                    Rule::Unresolved, update.field.range,
                    fmt::format("member '{}' does not exist in datatype '{}'", update.field.text, datatype.name),
                    support::did_you_mean(update.field.text, fields));
            } else {
                reporter().error(Rule::Unresolved, update.field.range,
                                 fmt::format("duplicate update member '{}'", update.field.text));
            }
            drop(std::move(value.expr));
            continue;
        }
        note(globals_, update.field.range, declared_at(datatype, destructor));
        agree(value_type(found->type, arguments_of(type)), value.type, value.expr->anchor,
              "type of new value ({1}) does not match the type of the member ({0})");
        updated.emplace(destructor, &lets_.hold(held, update.field.range, std::move(value)));
    }
    std::vector<std::size_t> makers;
    for (std::size_t i = 0; i < datatype.constructors.size(); ++i) {
        if (std::all_of(updated.begin(), updated.end(),
                        [&](const auto& each) { return datatype.destructors[each.first].fields[i].has_value(); })) {
            makers.push_back(i);
        }
    }
    if (makers.empty()) {
        reporter().error(Rule::Type, node.open_paren, "updated datatype members must belong to the same constructor");
        for (typed::ExprPtr& value : held.let.values) {
            drop(std::move(value));
        }
        for (auto& variable : held.variables) {
            variables_.keep(std::move(variable));
        }
        return wrong(range);
    }
    std::optional<Draft> result;
    std::optional<Draft> expected;
    for (auto maker = makers.rbegin(); maker != makers.rend(); ++maker) {
        const typed::Constructor& constructor = datatype.constructors[*maker];
        typed::DatatypeValue value{*maker, {}};
        for (const std::size_t destructor : constructor.destructors) {
            const auto found = updated.find(destructor);
            value.arguments.push_back(
                found != updated.end()
                    ? read(*found->second, found->second->range).expr
                    : destruct(range, node.open_paren, read(*whole, node.base->range), type, destructor, true).expr);
        }
        Draft made = make(range, node.open_paren, type, std::move(value));
        Draft test = made_by(range, node.open_paren, read(*whole, node.base->range), *maker);
        if (result) {
            Draft again = made_by(range, node.open_paren, read(*whole, node.base->range), *maker);
            result = make(range, node.open_paren, type,
                          typed::IfThenElse{std::move(again.expr), std::move(made.expr), std::move(result->expr)});
            expected = binary(range, node.open_paren, typed::BinaryOp::Or, std::move(test), std::move(*expected));
        } else {
            result = std::move(made);
            expected = std::move(test);
        }
    }
    if (makers.size() < datatype.constructors.size()) {
        typed::StatementExpr checked;
        add(checked.statements, range, true,
            typed::Assert{typed::AssertKind::Destructor, std::move(expected->expr), nullptr,
                          "source of datatype update must be constructed by " +
                              typed::constructor_names(datatype, makers)});
        checked.body = std::move(result->expr);
        result = make(range, node.open_paren, type, std::move(checked));
    } else {
        drop(std::move(expected->expr));
    }
    return lets_.let_held(range, node.open_paren, std::move(held), std::move(*result));
}

} // namespace daphnia::resolve
