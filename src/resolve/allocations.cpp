#include "resolve/allocations.h"

#include "resolve/arguments.h"
#include "resolve/expressions.h"
#include "resolve/foreign_names.h"
#include "resolve/generic_calls.h"
#include "resolve/index_functions.h"
#include "resolve/modules.h"
#include "resolve/noting.h"
#include "resolve/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

// The way out for `new` in front of what is no class.
std::string Allocations::instead_of(const ast::NewObject& node) {
    const auto* array = std::get_if<ast::ArrayType>(&node.type->node);
    if (array != nullptr && array->arguments.size() == 1 && node.call && node.call->arguments.size() == 1) {
        return fmt::format("write 'new {}[{}]'", array->arguments.front()->range.text(),
                           node.call->arguments.front().value->range.text());
    }
    const auto* named = std::get_if<ast::NamedType>(&node.type->node);
    if (named == nullptr) {
        return array != nullptr ? "write 'new int[n]'" : "values of this type need no 'new'";
    }
    const std::string& name = named->path.back().name.text;
    if (std::holds_alternative<ConstructorEntry>(meaning_of(globals_, name))) {
        return fmt::format("values of datatypes need no 'new': write '{}(…)'", name);
    }
    return foreign_type(name);
}

namespace {

TypeEntry* class_entry(const Meaning& meaning) {
    auto* const* entry = std::get_if<TypeEntry*>(&meaning);
    return entry != nullptr && (*entry)->klass != nullptr ? *entry : nullptr;
}

} // namespace

void Allocations::note_constructor(TypeEntry& klass, const ast::Ident& name) const {
    if (asks(globals_, name.range)) {
        listener(globals_)->answer(Asked::MemberName, offers_of(klass, false));
    }
    if (Member* const member = find_member(klass, name.text)) {
        note(globals_, name.range, member);
    }
}

// The last segment of the name may be that of a constructor.
Allocations::Made Allocations::made(const ast::NewObject& node) const {
    const auto* named = std::get_if<ast::NamedType>(&node.type->node);
    if (named == nullptr) {
        return {};
    }
    Meaning found = meaning_of_type(globals_, named->path.front().name.text);
    note(globals_, named->path.front().name.range, found);
    for (std::size_t i = 0;; ++i) {
        const bool last = i + 1 == named->path.size();
        if (TypeEntry* const entry = class_entry(found); entry != nullptr && i + 2 >= named->path.size()) {
            if (!last) {
                note_constructor(*entry, named->path[i + 1].name);
            }
            return {entry, &named->path[i], last ? nullptr : &named->path[i + 1]};
        }
        auto* const* module = std::get_if<Module*>(&found);
        if (last || module == nullptr) {
            return {};
        }
        Module& container = **module;
        found = meaning_of_type_in(globals_, container, named->path[i + 1].name.text);
        note_in(globals_, container, named->path[i + 1].name.range, found);
    }
}

namespace {

constexpr const char* kUnnamed = "_ctor";

const MethodEntry* constructor_named(const TypeEntry& entry, const std::string& name) {
    const auto found = entry.members.find(name);
    const auto* method = found == entry.members.end() ? nullptr : std::get_if<MethodEntry>(&found->second);
    return method != nullptr && method->method->kind == typed::MethodKind::Constructor ? method : nullptr;
}

bool has_constructors(const TypeEntry& entry) {
    return std::any_of(entry.members.begin(), entry.members.end(), [](const auto& member) {
        const auto* method = std::get_if<MethodEntry>(&member.second);
        return method != nullptr && method->method->kind == typed::MethodKind::Constructor;
    });
}

} // namespace

const MethodEntry* Allocations::constructor(const ast::NewObject& node) {
    const Made made = this->made(node);
    return made.entry == nullptr || (!node.call && made.constructor == nullptr)
               ? nullptr
               : constructor_named(*made.entry, made.constructor == nullptr ? kUnnamed : made.constructor->name.text);
}

std::vector<std::optional<typed::Type>> Allocations::written_arguments(const Made& made) {
    std::vector<std::optional<typed::Type>> result(made.entry->parameter_count());
    const std::vector<ast::TypePtr>& given = made.klass->arguments;
    if (!given.empty() && given.size() != result.size()) {
        reporter().error(Rule::Arity, made.klass->name.range,
                         fmt::format("wrong number of type arguments ({} instead of {}) passed to class: {}",
                                     given.size(), result.size(), made.klass->name.text));
        return result;
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
        result[i] = resolve_type(globals_, *given[i]);
    }
    return result;
}

MethodArguments Allocations::constructor_arguments(SourceRange range, const ast::NewObject& node,
                                                   const MethodEntry& entry) {
    const typed::Method& method = *entry.method;
    const Made made = this->made(node);
    Instantiation use = generics_.instantiation(method, written_arguments(made), {}, range, "constructor");
    MethodArguments result;
    const ast::Call none{nullptr, range, {}, {}, nullptr};
    result.values = arguments_.actuals(node.call ? *node.call : none, entry.ast->ins, method.parameters, use.arguments,
                                       "constructor", typed::own_name(method.name), {entry.module, entry.owner},
                                       statement_context());
    if (!method.type_parameters.empty()) {
        result.instantiation = std::move(use);
    }
    return result;
}

const MethodEntry* Allocations::initializer(const ast::NewObject& node) {
    const Made made = this->made(node);
    if (made.entry == nullptr || made.constructor == nullptr || has_constructors(*made.entry)) {
        return nullptr;
    }
    Member* const member = find_member(*made.entry, made.constructor->name.text);
    const auto* method = member == nullptr ? nullptr : std::get_if<MethodEntry>(member);
    return method != nullptr && !made.entry->klass->trait && typed::has_receiver(method->method->parameters) &&
                   method->method->results.empty()
               ? method
               : nullptr;
}

MethodArguments Allocations::initializer_arguments(SourceRange range, const ast::NewObject& node,
                                                   const MethodEntry& entry, Draft object) {
    const typed::Method& method = *entry.method;
    const ast::Call none{nullptr, range, {}, {}, nullptr};
    Instantiation use =
        generics_.instantiation(method, std::vector<std::optional<typed::Type>>(method.of_owner), {}, range, "method");
    MethodArguments result;
    generics_.receive(object, *method.parameters.front(), use);
    result.values =
        arguments_.actuals(node.call ? *node.call : none, entry.ast->ins, method.parameters, use.arguments, "method",
                           typed::own_name(method.name), {entry.module, entry.owner}, statement_context());
    result.values.insert(result.values.begin(), std::move(object.expr));
    if (!method.type_parameters.empty()) {
        result.instantiation = std::move(use);
    }
    return result;
}

// Of a class without constructors, or `object`, which has no fields.
PendingValue Allocations::plain_object(SourceRange range, const Made& made) {
    PendingValue result{{range, typed::HavocValue{}}, pre(PreKind::Object), nullptr, true};
    if (made.entry == nullptr) {
        result.value.node = typed::NewObject{typed::object_type(), {}};
        return result;
    }
    std::vector<PreType> arguments;
    for (const std::optional<typed::Type>& given : written_arguments(made)) {
        arguments.push_back(given ? exact_type(*given) : inference_.hole());
    }
    result.type = pre_class(PreKind::Class, made.entry->klass, std::move(arguments));
    result.value.node = typed::NewObject{typed::class_type(made.entry->klass, {}), {}};
    return result;
}

namespace {

bool is_object(const ast::Type& type) {
    const auto* primitive = std::get_if<ast::PrimitiveType>(&type.node);
    return primitive != nullptr && primitive->kind == ast::PrimitiveKind::Object;
}

} // namespace

PendingValue Allocations::new_object(const ast::Rhs& rhs, const ast::NewObject& node) {
    PendingValue result{{rhs.range, typed::HavocValue{}}, pre(PreKind::Unknown), nullptr, true};
    const Made made = this->made(node);
    const auto refuse = [&](SourceRange at, const std::string& message) {
        reporter().error(Rule::Type, at, message, made.entry == nullptr ? instead_of(node) : "");
        if (node.call) {
            arguments_.resolve_arguments(*node.call, statement_context());
        }
        return std::move(result);
    };
    if (is_object(*node.type) && (!node.call || node.call->arguments.empty())) {
        return plain_object(rhs.range, {});
    }
    if (made.entry == nullptr) {
        const auto* named = std::get_if<ast::NamedType>(&node.type->node);
        if (named != nullptr && !resolve_type(globals_, *node.type)) {
            return result; // which says so
        }
        return refuse(node.type->range,
                      fmt::format("new can be applied only to class types (got {})", node.type->range.text()));
    }
    if (initializer(node) != nullptr) {
        return plain_object(rhs.range, made);
    }
    const typed::Class& klass = *made.entry->klass;
    if (klass.trait) {
        return refuse(node.type->range, fmt::format("new cannot be applied to a trait (got {})", klass.name));
    }
    if (made.constructor != nullptr) {
        return refuse(made.constructor->name.range,
                      fmt::format("member '{}' does not exist in class '{}'", made.constructor->name.text, klass.name));
    }
    if (has_constructors(*made.entry)) {
        return refuse(
            rhs.range,
            fmt::format("when allocating an object of type '{}', one of its constructor methods must be called",
                        klass.name));
    }
    if (node.call && !node.call->arguments.empty()) {
        return refuse(rhs.range, fmt::format("class '{}' does not have an anonymous constructor", klass.name));
    }
    return plain_object(rhs.range, made);
}

namespace {

// The types of the parameters of a function of so many indices.
std::string indices_of(std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) {
        list += i == 0 ? "nat" : ", nat";
    }
    return count == 1 ? list : "(" + list + ")";
}

} // namespace

PendingValue Allocations::new_array(const ast::Rhs& rhs, const ast::NewArray& node) {
    PendingValue result{{rhs.range, typed::HavocValue{}}, pre(PreKind::Unknown), nullptr, true};
    const std::size_t count = std::max<std::size_t>(node.dimensions.size(), 1);
    typed::NewArray array{typed::int_type(), {}, {}, false, {}, nullptr, nullptr};
    PreType element = inference_.hole();
    if (node.element) {
        const std::optional<typed::Type> given = resolve_type(globals_, *node.element);
        element = given ? exact_type(*given) : pre(PreKind::Unknown);
    }
    for (std::size_t i = 0; i < node.dimensions.size(); ++i) {
        Draft size = expressions_.expression(*node.dimensions[i], statement_context());
        require_int(size, fmt::format("new must use an integer-based expression for the array size (got {{}}{})",
                                      count == 1 ? "" : fmt::format(" for index {}", i))
                              .c_str());
        array.sizes.push_back(std::move(size.expr));
    }
    const PreType of_value = inference_.erased(element);
    if (node.initializer) {
        if (std::optional<IndexFunction> function =
                index_functions_.index_function(*node.initializer, count, statement_context())) {
            const std::string indices = indices_of(count);
            agree(
                of_value, function->body.type, function->body.expr->anchor,
                fmt::format("array-allocation initialization expression expected to have type '{0} ~> {{0}}' (instead "
                            "got '{0} ~> {{1}}')",
                            indices)
                    .c_str());
            for (auto& variable : function->variables) {
                array.indices.push_back(std::move(variable));
            }
            array.domain = std::move(function->domain);
            array.initial = std::move(function->body.expr);
        }
    }
    if (node.display) {
        array.has_display = true;
        for (const ast::ExprPtr& expr : *node.display) {
            Draft draft = expressions_.expression(*expr, statement_context());
            agree(of_value, draft.type, draft.expr->anchor,
                  "initial value must be assignable to array's elements (expected '{0}', got '{1}')");
            array.display.push_back(std::move(draft.expr));
        }
        if (array.sizes.empty()) {
            const support::Integer size(static_cast<unsigned long>(node.display->size()));
            array.sizes.push_back(integer(rhs.range, size).expr);
        }
    }
    result.type = pre_array(element, count);
    result.value.node = std::move(array);
    return result;
}

} // namespace daphnia::resolve
