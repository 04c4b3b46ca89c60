// Datatypes: their declarations. What expressions do with their values is in datatype_values.h.
#include "resolve/body.h"
#include "resolve/declarations.h"
#include "resolve/generic_rules.h"
#include "resolve/modules.h"
#include "resolve/type_parameters.h"
#include "typed/parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

namespace daphnia::resolve {

// ---- declarations

const std::string& TypeEntry::name() const {
    return datatype != nullptr                           ? datatype->name
           : klass != nullptr                            ? klass->name
           : other->type.kind == typed::TypeKind::Subset ? other->type.subset->name
                                                         : other->type.parameter->unique;
}

typed::Type TypeEntry::type(std::vector<typed::Type> arguments) const {
    return datatype != nullptr ? typed::datatype_type(datatype, std::move(arguments))
           : klass != nullptr  ? typed::class_type(klass, std::move(arguments))
                               : other->type;
}

const typed::TypeParameters& TypeEntry::parameters() const {
    static const typed::TypeParameters kNone;
    return datatype != nullptr ? datatype->type_parameters : klass != nullptr ? klass->type_parameters : kNone;
}

TypeEntry& declare_datatype(Globals& globals, Module& module, const ast::Decl& decl, const ast::DatatypeDecl& node) {
    auto datatype = std::make_unique<typed::Datatype>();
    typed::Datatype* const address = datatype.get();
    module.datatypes.push_back(
        std::make_unique<TypeEntry>(TypeEntry{std::move(datatype), address, &node, &module, {}}));
    TypeEntry& entry = *module.datatypes.back();
    globals.datatypes.emplace(address, &entry);
    globals.datatypes_in_order.push_back(&entry);
    address->name = qualified_name(module, node.name.text);
    address->range = decl.range;
    address->name_range = node.name.range;
    address->type_parameters = declare_type_parameters(globals, node.type_parameters, address->name, true);
    for (const ast::DatatypeConstructor& constructor : node.constructors) {
        const bool duplicate =
            std::any_of(address->constructors.begin(), address->constructors.end(),
                        [&](const typed::Constructor& other) { return other.name == constructor.name.text; });
        if (duplicate) {
            globals.reporter.error(Rule::Duplicate, constructor.name.range,
                                   fmt::format("duplicate datatype constructor name: {}", constructor.name.text));
            continue;
        }
        module.constructors[constructor.name.text].push_back({&entry, address->constructors.size(), &constructor});
        address->constructors.push_back({constructor.name.text, constructor.name.range, {}, {}});
    }
    return entry;
}

namespace {

// Fields of the same name in several constructors are one destructor.
std::size_t destructor_of(Globals& globals, typed::Datatype& datatype, std::size_t constructor,
                          const typed::Variable& field) {
    for (std::size_t i = 0; i < datatype.destructors.size() && !field.name.empty(); ++i) {
        typed::Destructor& destructor = datatype.destructors[i];
        if (destructor.name != field.name) {
            continue;
        }
        if (destructor.fields[constructor]) {
            globals.reporter.error(Rule::Duplicate, field.range,
                                   fmt::format("duplicate parameter name: {}", field.name));
            return i;
        }
        std::size_t other = 0;
        while (!destructor.fields[other]) {
            ++other;
        }
        if (destructor.ghost != field.ghost) {
            const auto kind = [](bool ghost) { return ghost ? "ghost" : "non-ghost"; };
            globals.reporter.error(Rule::Type, field.range,
                                   fmt::format("shared destructors must agree on whether or not they are ghost, but "
                                               "'{}' is {} in constructor '{}' and {} in constructor '{}'",
                                               field.name, kind(destructor.ghost), datatype.constructors[other].name,
                                               kind(field.ghost), datatype.constructors[constructor].name));
        } else if (!(destructor.type == field.type)) {
            globals.reporter.error(
                Rule::Type, field.range,
                fmt::format("shared destructors must have the same type, but '{}' has type '{}' in constructor '{}' "
                            "and type '{}' in constructor '{}'",
                            field.name, typed::to_string(destructor.type), datatype.constructors[other].name,
                            typed::to_string(field.type), datatype.constructors[constructor].name));
        }
        return i;
    }
    typed::Destructor destructor{field.name, field.type, field.ghost, {}};
    destructor.fields.resize(datatype.constructors.size());
    datatype.destructors.push_back(std::move(destructor));
    return datatype.destructors.size() - 1;
}

void complete_datatype(Globals& globals, const TypeEntry& entry) {
    const Inside inside(globals, entry.module);
    typed::Datatype& datatype = *entry.datatype;
    const TypeScope types(globals, datatype.type_parameters, {&datatype.type_parameters, 0, {}});
    std::size_t at = 0;
    for (const ast::DatatypeConstructor& node : entry.ast->constructors) {
        if (at == datatype.constructors.size() || datatype.constructors[at].name != node.name.text) {
            continue; // a duplicate
        }
        typed::Constructor& constructor = datatype.constructors[at];
        for (const ast::Formal& formal : node.formals) {
            const std::optional<typed::Type> type = resolve_type(globals, *formal.type);
            auto field = std::make_unique<const typed::Variable>(typed::Variable{
                formal.name ? formal.name->text : std::string(), type.value_or(typed::int_type()),
                typed::VariableKind::In, formal.ghost, formal.name ? formal.name->range : formal.range});
            if (!type) {
                globals.untyped.insert(field.get());
            }
            const std::size_t destructor = destructor_of(globals, datatype, at, *field);
            datatype.destructors[destructor].fields[at] = constructor.fields.size();
            constructor.destructors.push_back(destructor);
            constructor.fields.push_back(std::move(field));
        }
        ++at;
    }
}

bool has_functions_of(const typed::Type& field, const typed::Datatype& datatype) {
    const auto is_datatype = [&](const typed::Type& type) {
        return type.kind == typed::TypeKind::Datatype && type.datatype == &datatype;
    };
    return typed::has_part(field, [&](const typed::Type& type) {
        return type.kind == typed::TypeKind::Arrow && typed::has_part(type, is_datatype);
    });
}

// There are more functions from a type than it has values: with one that holds functions from itself, what is false
// could be proved. Functions to itself would make trees whose size is no number.
void refuse_functions_of_themselves(typed::Program& program, Reporter& reporter) {
    for (const auto& datatype : program.datatypes) {
        for (const typed::Constructor& constructor : datatype->constructors) {
            for (const typed::VariablePtr& field : constructor.fields) {
                if (has_functions_of(field->type, *datatype)) {
                    reporter.unsupported(field->range, "datatypes that hold functions from or to themselves are");
                }
            }
        }
    }
}

// The datatypes that have a value already; by type parameter, whether that value is made of one of it.
using Inhabited = std::map<const typed::Datatype*, std::set<const typed::TypeParameter*>>;

bool has_value(const typed::Type& declared, const Inhabited& inhabited, std::set<const typed::TypeParameter*>& used) {
    const typed::Type type = typed::carrier(declared);
    if (type.kind == typed::TypeKind::Parameter) {
        used.insert(type.parameter);
        return true;
    }
    if (type.kind == typed::TypeKind::Tuple) {
        return std::all_of(type.arguments.begin(), type.arguments.end(),
                           [&](const typed::Type& each) { return has_value(each, inhabited, used); });
    }
    if (type.kind != typed::TypeKind::Datatype) {
        return true;
    }
    const auto found = inhabited.find(type.datatype);
    if (found == inhabited.end()) {
        return false;
    }
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        if (found->second.contains(type.datatype->type_parameters[i].get()) &&
            !has_value(type.arguments[i], inhabited, used)) {
            return false;
        }
    }
    return true;
}

// Of the constructors that can be applied, the first of those that need values of the fewest type parameters.
std::optional<std::set<const typed::TypeParameter*>> find_value(typed::Datatype& datatype, const Inhabited& inhabited) {
    std::optional<std::set<const typed::TypeParameter*>> best;
    for (std::size_t i = 0; i < datatype.constructors.size(); ++i) {
        const typed::Constructor& constructor = datatype.constructors[i];
        std::set<const typed::TypeParameter*> used;
        const bool possible =
            std::all_of(constructor.fields.begin(), constructor.fields.end(),
                        [&](const typed::VariablePtr& field) { return has_value(field->type, inhabited, used); });
        if (possible && (!best || used.size() < best->size())) {
            best = std::move(used);
            datatype.default_constructor = i;
        }
    }
    return best;
}

// From the datatypes that have a value already, those that get one; the constructor that gives it is the default.
bool find_values(typed::Program& program, Reporter& reporter) {
    Inhabited inhabited;
    for (bool changed = true; changed;) {
        Inhabited found;
        for (const auto& datatype : program.datatypes) {
            if (inhabited.contains(datatype.get())) {
                continue;
            }
            if (auto used = find_value(*datatype, inhabited)) {
                found.emplace(datatype.get(), std::move(*used));
            }
        }
        changed = !found.empty();
        inhabited.merge(found);
    }
    for (const auto& datatype : program.datatypes) {
        if (!inhabited.contains(datatype.get())) {
            reporter.error(Rule::Type, datatype->name_range,
                           fmt::format("because of cyclic dependencies among constructor argument types, no instances "
                                       "of datatype '{}' can be constructed",
                                       datatype->name));
        }
    }
    return inhabited.size() == program.datatypes.size();
}

void find_references(typed::Program& program) {
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& datatype : program.datatypes) {
            const bool found =
                std::any_of(datatype->destructors.begin(), datatype->destructors.end(),
                            [](const typed::Destructor& each) { return typed::contains_arrays(each.type); });
            changed = changed || found != datatype->references;
            datatype->references = found;
        }
    }
}

std::size_t count_equality(const typed::TypeParameters& parameters) {
    return static_cast<std::size_t>(
        std::count_if(parameters.begin(), parameters.end(), [](const auto& parameter) { return parameter->equality; }));
}

// What sets are made of can be compared; this goes from types to those that are made of them.
void infer_type_equality(typed::Program& program) {
    const auto count = [&] {
        std::size_t result = 0;
        for (const auto& datatype : program.datatypes) {
            result += count_equality(datatype->type_parameters);
        }
        for (const auto& subset : program.subset_types) {
            result += count_equality(subset->type_parameters);
        }
        return result;
    };
    for (std::size_t before = count();; before = count()) {
        for (const auto& datatype : program.datatypes) {
            for (const typed::Constructor& constructor : datatype->constructors) {
                infer_equality(datatype->type_parameters, constructor.fields);
            }
        }
        for (const auto& subset : program.subset_types) {
            infer_equality(subset->type_parameters, subset->base);
        }
        if (count() == before) {
            break;
        }
    }
    for (const auto& subset : program.subset_types) { // whose functions were declared before
        for (const typed::Function* const function : {subset->constraint, subset->witness}) {
            for (std::size_t i = 0; function != nullptr && i < subset->type_parameters.size(); ++i) {
                const_cast<typed::TypeParameter&>(*function->type_parameters.at(i)).equality =
                    subset->type_parameters[i]->equality;
            }
        }
    }
}

} // namespace

bool complete_datatypes(Globals& globals, typed::Program& program) {
    for (TypeEntry* const entry : globals.datatypes_in_order) {
        complete_datatype(globals, *entry);
        program.datatypes.push_back(std::move(entry->declared));
    }
    check_variance(program, globals.reporter);
    if (!check_datatype_growth(program, globals.reporter)) {
        return false;
    }
    refuse_functions_of_themselves(program, globals.reporter);
    if (!find_values(program, globals.reporter)) {
        return false;
    }
    find_references(program);
    infer_type_equality(program);
    return true;
}

void check_field_defaults(Globals& globals) {
    for (TypeEntry* const entry : globals.datatypes_in_order) {
        if (entry->module != globals.module) {
            continue;
        }
        const TypeScope types(globals, entry->datatype->type_parameters);
        for (const typed::Constructor& constructor : entry->datatype->constructors) {
            const auto ast = std::find_if(entry->ast->constructors.begin(), entry->ast->constructors.end(),
                                          [&](const auto& each) { return each.name.text == constructor.name; });
            if (std::any_of(ast->formals.begin(), ast->formals.end(),
                            [](const ast::Formal& formal) { return formal.default_value != nullptr; })) {
                BodyResolver body(globals, Place::Function, constructor.name, false);
                for (const typed::VariablePtr& field : constructor.fields) {
                    body.variables().adopt(*field);
                }
                body.check_defaults(ast->formals, constructor.fields);
                body.finish();
            }
        }
    }
}

} // namespace daphnia::resolve
