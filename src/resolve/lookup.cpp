// What names stand for, seen from inside of a module and from outside.
#include "resolve/modules.h"

#include "resolve/noting.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

// The modules that are opened in a module, each once.
std::vector<Module*> opened_modules(const Module& module) {
    std::vector<Module*> result;
    for (const auto& import : module.imports) {
        Module* target = import->target;
        if (import->ast->opened && target != nullptr && target != &module &&
            std::find(result.begin(), result.end(), target) == result.end()) {
            result.push_back(target);
        }
    }
    return result;
}

const Named* find_name(const Module& module, const std::string& name) {
    const auto found = module.names.find(name);
    return found == module.names.end() ? nullptr : &found->second;
}

Member* find_member(Module& module, const std::string& name) {
    const auto found = module.members.find(name);
    return found == module.members.end() ? nullptr : &found->second;
}

Meaning unknown(const Globals& globals, const std::string& name) {
    if (globals.refused_names.count(name) != 0 || globals.reporter.forgives_unknown_names()) {
        return Forgiven{};
    }
    return Unknown{};
}

Meaning meaning(const Named& named) {
    if (const auto* import = std::get_if<Import*>(&named)) {
        return (*import)->target == nullptr ? Meaning(Forgiven{}) : Meaning((*import)->target);
    }
    if (auto* const* module = std::get_if<Module*>(&named)) {
        return *module;
    }
    if (auto* const* type = std::get_if<DeclaredType*>(&named)) {
        return *type;
    }
    if (auto* const* datatype = std::get_if<TypeEntry*>(&named)) {
        return *datatype;
    }
    return std::get<Synonym*>(named);
}

bool is_module(const Named& named) {
    return std::holds_alternative<Module*>(named) || std::holds_alternative<Import*>(named);
}

Meaning meaning(std::vector<ConstructorEntry> constructors) {
    return constructors.size() == 1 ? Meaning(constructors.front())
                                    : Meaning(AmbiguousConstructor{std::move(constructors)});
}

std::vector<ConstructorEntry> find_constructors(const Module& module, const std::string& name) {
    const auto found = module.constructors.find(name);
    return found == module.constructors.end() ? std::vector<ConstructorEntry>() : found->second;
}

// Two imports of one module are the same thing.
bool same(const Named& a, const Named& b) {
    if (!is_module(a) || !is_module(b)) {
        return a == b;
    }
    const Meaning first = meaning(a);
    const Meaning second = meaning(b);
    const auto* x = std::get_if<Module*>(&first);
    const auto* y = std::get_if<Module*>(&second);
    return x != nullptr && y != nullptr && *x == *y;
}

Module* home(const Named& named) {
    if (auto* const* module = std::get_if<Module*>(&named)) {
        return (*module)->parent;
    }
    if (auto* const* type = std::get_if<DeclaredType*>(&named)) {
        return (*type)->module;
    }
    if (auto* const* datatype = std::get_if<TypeEntry*>(&named)) {
        return (*datatype)->module;
    }
    auto* const* import = std::get_if<Import*>(&named);
    return import != nullptr ? (*import)->module : std::get<Synonym*>(named)->module;
}

// The program as a whole has no name that can be written; this is Dafny's.
std::string shown_name(Module* module) {
    return module == nullptr || module->name.empty() ? "_module" : module->name;
}

template <typename Things, typename ModuleOf>
std::string module_names(const Things& things, ModuleOf module_of) {
    std::string text;
    for (const auto& thing : things) {
        text += (text.empty() ? "" : ", ") + shown_name(module_of(thing));
    }
    return text;
}

} // namespace

std::string qualified_name(const Module& module, const std::string& name) {
    return module.qualified.empty() ? name : module.qualified + "." + name;
}

Meaning meaning_of_type(Globals& globals, const std::string& name) {
    const Module& module = *globals.module;
    const Named* own = find_name(module, name);
    std::vector<Named> opened;
    for (const Module* other : opened_modules(module)) {
        const Named* found = find_name(*other, name);
        if (found == nullptr) {
            continue;
        }
        // The type M of an opened module M comes before the module.
        if (own != nullptr && is_module(*own) && other->name == name) {
            return meaning(*found);
        }
        if (std::none_of(opened.begin(), opened.end(), [&](const Named& before) { return same(before, *found); })) {
            opened.push_back(*found);
        }
    }
    if (own != nullptr) {
        return meaning(*own);
    }
    if (opened.empty()) {
        return unknown(globals, name);
    }
    return opened.size() == 1 ? meaning(opened.front()) : Meaning(AmbiguousName{std::move(opened)});
}

Meaning meaning_of(Globals& globals, const std::string& name) {
    std::vector<ConstructorEntry> constructors = find_constructors(*globals.module, name);
    if (!constructors.empty()) {
        return meaning(std::move(constructors));
    }
    if (Member* own = find_member(*globals.module, name)) {
        return own;
    }
    for (const Module* other : opened_modules(*globals.module)) {
        const std::vector<ConstructorEntry> found = find_constructors(*other, name);
        constructors.insert(constructors.end(), found.begin(), found.end());
    }
    if (!constructors.empty()) {
        return meaning(std::move(constructors));
    }
    Meaning type = meaning_of_type(globals, name);
    if (!std::holds_alternative<Unknown>(type) && !std::holds_alternative<Forgiven>(type)) {
        return type;
    }
    std::vector<Module*> declaring;
    for (Module* other : opened_modules(*globals.module)) {
        if (find_member(*other, name) != nullptr) {
            declaring.push_back(other);
        }
    }
    if (declaring.empty()) {
        return type;
    }
    return declaring.size() == 1 ? Meaning(find_member(*declaring.front(), name))
                                 : Meaning(AmbiguousMember{std::move(declaring)});
}

Meaning meaning_of(Globals& globals, const ast::Expr& expr) {
    if (const auto* name = std::get_if<ast::Name>(&expr.node)) {
        const Meaning meaning = meaning_of(globals, name->name.text);
        note(globals, name->name.range, meaning);
        return meaning;
    }
    const auto* member = std::get_if<ast::Member>(&expr.node);
    if (member == nullptr) {
        return Unknown{};
    }
    const Meaning object = meaning_of(globals, *member->object);
    auto* const* module = std::get_if<Module*>(&object);
    if (module != nullptr) {
        const Meaning meaning = meaning_in(globals, **module, member->name.text);
        note_in(globals, **module, member->name.range, meaning);
        return meaning;
    }
    return std::holds_alternative<Forgiven>(object) ? Meaning(Forgiven{}) : Meaning(Unknown{});
}

Meaning meaning_of_type_in(Globals& globals, Module& module, const std::string& name) {
    const Named* found = find_name(module, name);
    return found == nullptr ? unknown(globals, name) : meaning(*found);
}

void check_module_use(Globals& globals, const Module& used, SourceRange at) {
    if (used.abstract && !globals.module->abstract && globals.abstract_uses.emplace(at.file, at.begin).second) {
        globals.reporter.error(
            Rule::Misplaced, at,
            fmt::format("a compiled module is not allowed to use an abstract module ({})", used.name));
    }
}

Meaning meaning_in(Globals& globals, Module& module, const std::string& name) {
    std::vector<ConstructorEntry> constructors = find_constructors(module, name);
    if (!constructors.empty()) {
        return meaning(std::move(constructors));
    }
    if (const Named* found = find_name(module, name)) {
        return meaning(*found);
    }
    Member* member = find_member(module, name);
    return member == nullptr ? unknown(globals, name) : Meaning(member);
}

Meaning meaning_in(Globals& globals, TypeEntry& datatype, const std::string& name) {
    for (const ConstructorEntry& entry : find_constructors(*datatype.module, name)) {
        if (entry.owner == &datatype) {
            return entry;
        }
    }
    Member* const found = find_member(datatype, name);
    return found == nullptr ? unknown(globals, name) : Meaning(found);
}

Member* find_member(TypeEntry& type, const std::string& name) {
    const auto own = type.members.find(name);
    if (own != type.members.end()) {
        return &own->second;
    }
    const auto above = type.inherited.find(name);
    return above == type.inherited.end() ? nullptr : above->second;
}

std::vector<std::string> declared_names(const Module& module, const NameSorts& sorts) {
    std::vector<std::string> result;
    for (const auto& [name, member] : module.members) {
        if (std::holds_alternative<FunctionEntry>(member) ? sorts.functions
            : std::holds_alternative<MethodEntry>(member) ? sorts.methods
                                                          : sorts.constants) {
            result.push_back(name);
        }
    }
    for (const auto& [name, named] : module.names) {
        if (is_module(named) ? sorts.modules : sorts.types) {
            result.push_back(name);
        }
    }
    for (const auto& each : module.constructors) {
        if (sorts.constructors) {
            result.push_back(each.first);
        }
    }
    return result;
}

std::vector<std::string> visible_names(const Globals& globals, const NameSorts& sorts) {
    std::vector<std::string> result = declared_names(*globals.module, sorts);
    for (const Module* other : opened_modules(*globals.module)) {
        const std::vector<std::string> more = declared_names(*other, sorts);
        result.insert(result.end(), more.begin(), more.end());
    }
    return result;
}

TypeEntry* entry_of(const Meaning& type) {
    auto* const* datatype = std::get_if<TypeEntry*>(&type);
    auto* const* other = std::get_if<DeclaredType*>(&type);
    return datatype != nullptr ? *datatype : other != nullptr ? (*other)->entry : nullptr;
}

std::string ambiguity(const std::string& name, const AmbiguousConstructor& ambiguous) {
    return fmt::format("the name '{}' denotes a datatype constructor, but does not do so uniquely; add an explicit "
                       "qualification (for example, '{}.{}')",
                       name, ambiguous.constructors.front().owner->ast->name.text, name);
}

std::string ambiguity(const std::string& name, const AmbiguousMember& ambiguous) {
    return fmt::format("the name {} ambiguously refers to a static member in one of the modules {} (try qualifying the "
                       "member name with the module name)",
                       name, module_names(ambiguous.modules, [](Module* module) { return module; }));
}

std::string ambiguity(const std::string& name, const AmbiguousName& ambiguous) {
    return fmt::format(
        "the name {} ambiguously refers to a type in one of the modules {} (try qualifying the type name "
        "with the module name)",
        name, module_names(ambiguous.meanings, home));
}

} // namespace daphnia::resolve
