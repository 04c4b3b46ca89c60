// Types of local variables in which type arguments are left out, `set` or `List`: holes stand for them.
#include "resolve/modules.h"
#include "resolve/noting.h"
#include "resolve/variables.h"

#include <algorithm>

namespace daphnia::resolve {

namespace {

PreKind kind_of(ast::CollectionKind collection) {
    switch (collection) {
    case ast::CollectionKind::Set:
        return PreKind::Set;
    case ast::CollectionKind::Iset:
        return PreKind::Iset;
    case ast::CollectionKind::Multiset:
        return PreKind::Multiset;
    case ast::CollectionKind::Map:
        return PreKind::Map;
    case ast::CollectionKind::Imap:
        return PreKind::Imap;
    case ast::CollectionKind::Seq:
        break;
    }
    return PreKind::Seq;
}

// The datatype or class that is named; null when it is something else, or nothing.
const TypeEntry* named_entry(Globals& globals, const ast::NamedType& type) {
    const std::string& first = type.path.front().name.text;
    if (type.path.size() == 1 && globals.type_names.count(first) != 0) {
        return nullptr;
    }
    Meaning found = meaning_of_type(globals, first);
    note(globals, type.path.front().name.range, found);
    for (std::size_t i = 1; i < type.path.size(); ++i) {
        auto* const* module = std::get_if<Module*>(&found);
        if (module == nullptr) {
            return nullptr;
        }
        Module& container = **module;
        found = meaning_of_type_in(globals, container, type.path[i].name.text);
        note_in(globals, container, type.path[i].name.range, found);
    }
    auto* const* entry = std::get_if<TypeEntry*>(&found);
    return entry == nullptr ? nullptr : *entry;
}

bool any_leaves_out(Globals& globals, const std::vector<ast::TypePtr>& types) {
    return std::any_of(types.begin(), types.end(),
                       [&](const ast::TypePtr& type) { return leaves_arguments_out(globals, *type); });
}

} // namespace

bool leaves_arguments_out(Globals& globals, const ast::Type& type) {
    if (const auto* collection = std::get_if<ast::CollectionType>(&type.node)) {
        return collection->arguments.empty() || any_leaves_out(globals, collection->arguments);
    }
    if (const auto* array = std::get_if<ast::ArrayType>(&type.node)) {
        return array->arguments.empty() || any_leaves_out(globals, array->arguments);
    }
    if (const auto* tuple = std::get_if<ast::TupleType>(&type.node)) {
        return std::any_of(tuple->components.begin(), tuple->components.end(),
                           [&](const ast::TupleComponent& each) { return leaves_arguments_out(globals, *each.type); });
    }
    const auto* named = std::get_if<ast::NamedType>(&type.node);
    const TypeEntry* const entry = named == nullptr ? nullptr : named_entry(globals, *named);
    if (entry == nullptr) {
        return false;
    }
    const auto& arguments = named->path.back().arguments;
    return (arguments.empty() && entry->parameter_count() > 0) || any_leaves_out(globals, arguments);
}

// `exact`: where the type is part of the identity of another.
PreType Variables::partial_type(const ast::Type& type, bool exact) {
    if (!leaves_arguments_out(globals_, type)) {
        const std::optional<typed::Type> whole = resolve_type(globals_, type);
        return !whole ? pre(PreKind::Unknown) : exact ? exact_type(*whole) : value_type(*whole);
    }
    PreType result = pre(PreKind::Unknown);
    const std::vector<ast::TypePtr>* given = nullptr;
    std::size_t count = 1;
    if (const auto* collection = std::get_if<ast::CollectionType>(&type.node)) {
        result = pre(kind_of(collection->kind));
        given = &collection->arguments;
        count = is_map(result.kind) ? 2 : 1;
    } else if (const auto* array = std::get_if<ast::ArrayType>(&type.node)) {
        result = pre(exact && array->nullable ? PreKind::NullableArray : PreKind::Array);
        result.width = array->dimensions > 1 ? array->dimensions : 0;
        given = &array->arguments;
    } else if (const auto* tuple = std::get_if<ast::TupleType>(&type.node)) {
        result = pre_tuple({}, {});
        bool any_ghost = false;
        for (const ast::TupleComponent& component : tuple->components) {
            result.arguments.push_back(partial_type(*component.type, exact));
            result.ghost_components.push_back(component.ghost);
            any_ghost = any_ghost || component.ghost;
        }
        if (!any_ghost) {
            result.ghost_components.clear();
        }
        return result;
    } else if (const auto* named = std::get_if<ast::NamedType>(&type.node)) {
        const TypeEntry* const entry = named_entry(globals_, *named);
        const bool nullable = exact && named->path.back().name.text.ends_with('?');
        result = entry->klass == nullptr
                     ? pre_datatype(entry->datatype, {})
                     : pre_class(nullable ? PreKind::NullableClass : PreKind::Class, entry->klass, {});
        given = &named->path.back().arguments;
        count = entry->parameter_count();
    }
    if (!given->empty() && given->size() != count) {
        resolve_type(globals_, type); // says so
        return pre(PreKind::Unknown);
    }
    for (std::size_t i = 0; i < count; ++i) {
        result.arguments.push_back(
            given->empty() ? inference_.hole() : partial_type(*(*given)[i], exact || !grows_with_argument(result, i)));
    }
    return result;
}

} // namespace daphnia::resolve
