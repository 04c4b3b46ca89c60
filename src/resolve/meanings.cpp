#include "resolve/meanings.h"

#include "resolve/modules.h"
#include "resolve/noting.h"
#include "resolve/suggestions.h"

#include <algorithm>
#include <map>

namespace daphnia::resolve {

// Nothing for a variable, or for what belongs to the receiver.
std::optional<Meaning> Meanings::declared_name(const std::string& name) const {
    if (variables_.find(name) != nullptr) {
        return std::nullopt;
    }
    if (Member* const own = own_member(name)) {
        return own;
    }
    return is_own_field(name) ? std::nullopt : std::optional(meaning_of(globals_, name));
}

std::optional<Meaning> Meanings::declared_name(const ast::Ident& name) const {
    if (asks(globals_, name.range)) {
        listener(globals_)->answer(Asked::Value, offers());
    }
    const std::optional<Meaning> meaning = declared_name(name.text);
    if (meaning) {
        note(globals_, name.range, *meaning);
    }
    return meaning;
}

// Of all that can be seen where an expression stands, the nearest first.
std::vector<Offer> Meanings::offers() const {
    std::vector<Offer> result;
    for (const std::string& name : variables_.scope().names()) {
        result.push_back({name, variables_.find(name)->range});
    }
    std::reverse(result.begin(), result.end());
    const auto append = [&](std::vector<Offer> more) { result.insert(result.end(), more.begin(), more.end()); };
    if (declaration_.enclosing != nullptr) {
        append(offers_of(*declaration_.enclosing, variables_.find("this") != nullptr));
    }
    append(offers_of_scope(globals_, false));
    return result;
}

std::optional<Meaning> Meanings::declared_meaning(const ast::Expr& expr) const {
    if (const auto* name = std::get_if<ast::Name>(&expr.node)) {
        return declared_name(name->name);
    }
    const auto* member = std::get_if<ast::Member>(&expr.node);
    return member == nullptr ? std::nullopt : declared_meaning(*member, member->name.text);
}

std::optional<Meaning> Meanings::declared_meaning(const ast::Member& node, const std::string& name) const {
    const std::optional<Meaning> object = declared_qualifier(*node.object);
    if (auto* const* module = object ? std::get_if<Module*>(&*object) : nullptr) {
        check_module_use(globals_, **module, node.object->range);
        const Meaning meaning = meaning_in(globals_, **module, name);
        note_in(globals_, **module, node.name.range, meaning);
        if (asks(globals_, node.name.range)) {
            listener(globals_)->answer(Asked::PartOfModule, offers_of(**module, false));
        }
        return meaning;
    }
    TypeEntry* const type = object ? entry_of(*object) : nullptr;
    if (type == nullptr) {
        return std::nullopt;
    }
    const Meaning meaning = meaning_in(globals_, *type, name);
    note(globals_, node.name.range, meaning);
    if (asks(globals_, node.name.range)) {
        listener(globals_)->answer(Asked::MemberName, offers_of(*type, false));
    }
    return meaning;
}

// What stands before a dot: there the name of a constructor is that of a type before all.
std::optional<Meaning> Meanings::declared_qualifier(const ast::Expr& expr) const {
    std::optional<Meaning> plain = declared_meaning(expr);
    if (!plain ||
        !(std::holds_alternative<ConstructorEntry>(*plain) || std::holds_alternative<AmbiguousConstructor>(*plain))) {
        return plain;
    }
    Meaning type = Unknown{};
    if (const auto* name = std::get_if<ast::Name>(&expr.node)) {
        type = meaning_of_type(globals_, name->name.text);
    } else if (const auto* member = std::get_if<ast::Member>(&expr.node)) {
        const std::optional<Meaning> outer = declared_qualifier(*member->object);
        auto* const* module = outer ? std::get_if<Module*>(&*outer) : nullptr;
        if (module != nullptr) {
            type = meaning_of_type_in(globals_, **module, member->name.text);
        }
    }
    if (!std::holds_alternative<TypeEntry*>(type) && !std::holds_alternative<Module*>(type)) {
        return plain;
    }
    const auto* member = std::get_if<ast::Member>(&expr.node);
    note(globals_, member == nullptr ? expr.range : member->name.range, type);
    return type;
}

Member* Meanings::own_member(const std::string& name) const {
    return declaration_.enclosing == nullptr ? nullptr : find_member(*declaration_.enclosing, name);
}

TypeEntry* Meanings::type_entry(const PreType& type) const {
    if (type.kind == PreKind::Datatype) {
        return globals_.datatypes.at(type.datatype);
    }
    if (is_class(type.kind)) {
        return globals_.classes.at(type.klass);
    }
    const void* const declared = type.kind == PreKind::Newtype     ? static_cast<const void*>(type.subset)
                                 : type.kind == PreKind::Parameter ? type.parameter
                                                                   : nullptr;
    const auto other = globals_.other_types.find(declared);
    return other == globals_.other_types.end() ? nullptr : other->second;
}

Member* Meanings::member_of(const PreType& type, const std::string& name) const {
    TypeEntry* const entry = type_entry(type);
    return entry == nullptr ? nullptr : find_member(*entry, name);
}

Member* Meanings::member_of(const PreType& type, const ast::Ident& name) const {
    answer(name.range, type);
    Member* const member = member_of(type, name.text);
    if (member != nullptr) {
        note(globals_, name.range, declared_at(*member));
    }
    return member;
}

void Meanings::answer(SourceRange name, const PreType& type) const {
    if (!asks(globals_, name)) {
        return;
    }
    std::vector<Offer> offers;
    if (const TypeEntry* const entry = type_entry(type)) {
        offers = offers_of(*entry, true);
    }
    if (is_array(type.kind)) {
        for (const std::string& length : length_members(type)) {
            offers.push_back({length, {}});
        }
    } else {
        for (const std::string& built_in : built_in_members(inference_.family_of(type))) {
            offers.push_back({built_in, {}});
        }
    }
    for (std::size_t i = 0; type.kind == PreKind::Tuple && i < type.arguments.size(); ++i) {
        offers.push_back({std::to_string(i), {}});
    }
    listener(globals_)->answer(Asked::MemberName, std::move(offers));
    listener(globals_)->answer_type(inference_.show(type));
}

bool Meanings::is_own_field(const std::string& name) const {
    if (declaration_.enclosing == nullptr || declaration_.enclosing->datatype == nullptr) {
        return false;
    }
    const typed::Datatype& datatype = *declaration_.enclosing->datatype;
    return std::any_of(datatype.constructors.begin(), datatype.constructors.end(),
                       [&](const typed::Constructor& each) { return each.name + "?" == name; }) ||
           std::any_of(datatype.destructors.begin(), datatype.destructors.end(),
                       [&](const typed::Destructor& each) { return each.name == name; });
}

} // namespace daphnia::resolve
