#include "resolve/noting.h"

#include "support/match.h"

#include <algorithm>

namespace daphnia::resolve {

namespace {

constexpr std::string_view kReveal = "reveal_";

struct PlaceOf {
    SourceRange operator()(const FunctionEntry& entry) const { return entry.ast->name.range; }
    SourceRange operator()(const MethodEntry& entry) const {
        return entry.ast->name ? entry.ast->name->range : entry.ast->keyword;
    }
    SourceRange operator()(const ConstantEntry& entry) const { return entry.ast->name.range; }
    SourceRange operator()(const PerValueConstant& entry) const { return entry.ast->name.range; }
    SourceRange operator()(const FieldEntry& entry) const { return entry.field->range; }

    SourceRange operator()(const Unknown&) const { return {}; }
    SourceRange operator()(const Forgiven&) const { return {}; }
    SourceRange operator()(const AmbiguousMember&) const { return {}; }
    SourceRange operator()(const AmbiguousName&) const { return {}; }
    SourceRange operator()(const AmbiguousConstructor&) const { return {}; }
    SourceRange operator()(const Module* module) const { return module->range; }
    SourceRange operator()(const Synonym* synonym) const { return synonym->ast->name.range; }
    SourceRange operator()(const DeclaredType* type) const { return type->range; }
    SourceRange operator()(const TypeEntry* entry) const { return declared_at(*entry); }
    SourceRange operator()(const ConstructorEntry& entry) const { return entry.ast->name.range; }
    SourceRange operator()(const Member* member) const { return declared_at(*member); }
    SourceRange operator()(const Import* import) const {
        return import->ast->alias          ? import->ast->alias->range
               : import->target != nullptr ? import->target->range
                                           : SourceRange();
    }
};

// The import that the name is introduced by, if it is one that has a name of its own.
const Import* alias_in(const Module& module, std::string_view name) {
    const auto found = module.names.find(std::string(name));
    auto* const* import = found == module.names.end() ? nullptr : std::get_if<Import*>(&found->second);
    return import != nullptr && (*import)->ast->alias ? *import : nullptr;
}

const Import* alias_seen_from(const Module& module, std::string_view name) {
    if (const Import* const own = alias_in(module, name)) {
        return own;
    }
    for (const auto& import : module.imports) {
        if (import->ast->opened && import->target != nullptr) {
            if (const Import* const other = alias_in(*import->target, name)) {
                return other;
            }
        }
    }
    return nullptr;
}

SourceRange place_of(const Meaning& meaning, const Import* alias) {
    auto* const* module = std::get_if<Module*>(&meaning);
    return module != nullptr && alias != nullptr && alias->target == *module ? alias->ast->alias->range
                                                                             : support::match(meaning, PlaceOf());
}

void add(std::vector<Offer>& offers, std::string name, SourceRange declaration) {
    offers.push_back({std::move(name), declaration});
}

} // namespace

SourceRange declared_at(const TypeEntry& type) {
    return type.datatype != nullptr ? type.ast->name.range
           : type.klass != nullptr  ? type.class_ast->name.range
                                    : type.other->range;
}

SourceRange declared_at(const Member& member) {
    return std::visit(PlaceOf(), member);
}

void note(const Globals& globals, SourceRange use, SourceRange declaration) {
    References* const references = listener(globals);
    if (references == nullptr || !use.has_file() || !declaration.has_file() || use == declaration) {
        return;
    }
    const std::string_view name = declaration.text();
    std::string_view text = use.text();
    if (text != name && text.ends_with('?')) { // of a constructor: a test; of a class: with null
        --use.end;
        text.remove_suffix(1);
    }
    if (text != name && text.starts_with(kReveal)) {
        use.begin += static_cast<std::uint32_t>(kReveal.size());
        text.remove_prefix(kReveal.size());
    }
    // Where something stands for a name, as `this` does for a field's object, it is no use of the name.
    if (text == name) {
        references->note(use, declaration);
    }
}

void note(const Globals& globals, SourceRange use, const Meaning& meaning) {
    if (listener(globals) != nullptr) {
        note(globals, use, place_of(meaning, alias_seen_from(*globals.module, use.text())));
    }
}

void note_in(const Globals& globals, const Module& module, SourceRange use, const Meaning& meaning) {
    if (listener(globals) != nullptr) {
        note(globals, use, place_of(meaning, alias_in(module, use.text())));
    }
}

void note_built_in(const Globals& globals, SourceRange use) {
    if (References* const references = listener(globals)) {
        references->note(use, {});
    }
}

std::vector<Offer> offers_of(const Module& module, bool types_alone) {
    std::vector<Offer> result;
    for (const auto& [name, named] : module.names) {
        add(result, name, std::visit(PlaceOf(), named));
    }
    if (types_alone) {
        return result;
    }
    for (const auto& [name, member] : module.members) {
        add(result, name, declared_at(member));
    }
    for (const auto& [name, constructors] : module.constructors) {
        for (const ConstructorEntry& constructor : constructors) {
            add(result, name, constructor.ast->name.range);
        }
    }
    return result;
}

std::vector<Offer> offers_of_scope(const Globals& globals, bool types_alone) {
    std::vector<Offer> result;
    for (const auto& [name, type] : globals.type_names) {
        if (type.kind == typed::TypeKind::Parameter) {
            add(result, name, type.parameter->range);
        }
    }
    const auto append = [&](const Module& module) {
        for (Offer& offer : offers_of(module, types_alone)) {
            result.push_back(std::move(offer));
        }
    };
    append(*globals.module);
    for (const auto& import : globals.module->imports) {
        if (import->ast->opened && import->target != nullptr) {
            append(*import->target);
        }
    }
    return result;
}

void answer_constructors(const Globals& globals, SourceRange name, const typed::Datatype* datatype) {
    if (!asks(globals, name)) {
        return;
    }
    std::vector<Offer> offers;
    for (std::size_t i = 0; datatype != nullptr && i < datatype->constructors.size(); ++i) {
        add(offers, datatype->constructors[i].name, datatype->constructors[i].name_range);
    }
    listener(globals)->answer(Asked::Value, std::move(offers));
}

void answer_destructors(const Globals& globals, SourceRange name, const typed::Datatype& datatype) {
    if (!asks(globals, name)) {
        return;
    }
    std::vector<Offer> offers;
    for (const typed::Constructor& constructor : datatype.constructors) {
        for (const typed::VariablePtr& field : constructor.fields) {
            if (!field->name.empty()) {
                add(offers, field->name, field->range);
            }
        }
    }
    listener(globals)->answer(Asked::MemberName, std::move(offers));
}

std::vector<Offer> offers_of(const TypeEntry& type, bool of_value) {
    std::vector<Offer> result;
    for (const auto& [name, member] : type.members) {
        if (name != "_ctor") {
            add(result, name, declared_at(member));
        }
    }
    for (const auto& [name, member] : type.inherited) {
        if (!type.members.contains(name)) {
            add(result, name, declared_at(*member));
        }
    }
    if (type.datatype == nullptr) {
        return result;
    }
    for (const typed::Constructor& constructor : type.datatype->constructors) {
        add(result, constructor.name + (of_value ? "?" : ""), constructor.name_range);
        for (const typed::VariablePtr& field : constructor.fields) {
            if (of_value && !field->name.empty()) {
                add(result, field->name, field->range);
            }
        }
    }
    return result;
}

} // namespace daphnia::resolve
