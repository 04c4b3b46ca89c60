// See the header. The rules are those of Dafny's ModuleResolver.ProcessInheritedTraitMembers.
#include "resolve/overrides.h"

#include "resolve/attributes.h"
#include "resolve/modules.h"
#include "support/match.h"
#include "typed/parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

struct NameOf {
    std::string operator()(const FunctionEntry& entry) const { return entry.ast->name.text; }
    std::string operator()(const MethodEntry& entry) const { return entry.ast->name ? entry.ast->name->text : "_ctor"; }
    std::string operator()(const ConstantEntry& entry) const { return entry.ast->name.text; }
    std::string operator()(const PerValueConstant& entry) const { return entry.ast->name.text; }
    std::string operator()(const FieldEntry& entry) const { return entry.field->name; }
};

struct NameRange {
    SourceRange operator()(const FunctionEntry& entry) const { return entry.function->name_range; }
    SourceRange operator()(const MethodEntry& entry) const { return entry.method->name_range; }
    SourceRange operator()(const ConstantEntry& entry) const { return entry.constant->name_range; }
    SourceRange operator()(const PerValueConstant& entry) const { return entry.function->name_range; }
    SourceRange operator()(const FieldEntry& entry) const { return entry.field->range; }
};

struct WhatKind {
    std::string operator()(const FunctionEntry& entry) const {
        return std::string(entry.function->two_state ? "twostate " : "") +
               (entry.function->predicate ? "predicate" : "function");
    }
    std::string operator()(const MethodEntry& entry) const {
        return std::string(entry.method->two_state ? "twostate " : "") +
               (entry.method->kind == typed::MethodKind::Lemma ? "lemma" : "method");
    }
    std::string operator()(const ConstantEntry&) const { return "const field"; }
    std::string operator()(const PerValueConstant&) const { return "const field"; }
    std::string operator()(const FieldEntry& entry) const { return entry.field->constant ? "const field" : "field"; }
};

TypeEntry& owner_of(const Member& member) {
    return *std::visit([](const auto& entry) { return entry.owner; }, member);
}

bool is_static(const Member& member) {
    return ast::has_modifier(*std::visit([](const auto& entry) { return entry.decl; }, member),
                             ast::ModifierKind::Static);
}

std::string own_name(const TypeEntry& entry) {
    return typed::own_name(entry.name());
}

std::string quoted(const TypeEntry& entry) {
    return fmt::format("{} '{}'", entry.klass->trait ? "trait" : "class", own_name(entry));
}

std::string quoted(const Member& member) {
    return fmt::format("{} '{}'", support::match(member, WhatKind()), support::match(member, NameOf()));
}

// A function or method that leaves it to others what it does.
bool lacks_body(const Member& member) {
    const auto* function = std::get_if<FunctionEntry>(&member);
    const auto* method = std::get_if<MethodEntry>(&member);
    return (function != nullptr && function->ast->body == nullptr) ||
           (method != nullptr && !method->ast->body.has_value());
}

// What a member of the type that has the name stands for.
Member* inherited(const TypeEntry& type, const std::string& name) {
    const auto found = type.inherited.find(name);
    return found == type.inherited.end() ? nullptr : found->second;
}

bool stands_for(const Member& member, const Member& base, const std::string& name) {
    for (const Member* above = inherited(owner_of(member), name); above != nullptr;
         above = inherited(owner_of(*above), name)) {
        if (above == &base) {
            return true;
        }
    }
    return false;
}

class Inheritance {
  public:
    explicit Inheritance(Globals& globals) : globals_(globals), reporter_(globals.reporter) {}

    void inherit(TypeEntry& entry) {
        if (!done_.insert(&entry).second) {
            return;
        }
        std::set<std::string> ambiguous;
        for (const typed::Type& parent : entry.klass->parents) {
            TypeEntry& trait = *globals_.classes.at(parent.klass);
            inherit(trait);
            for (const auto& [name, member] : trait.inherited) {
                if (!trait.members.contains(name)) {
                    add(entry, name, *member, ambiguous);
                }
            }
            for (auto& [name, member] : trait.members) {
                add(entry, name, member, ambiguous);
            }
        }
        for (const auto& [name, member] : entry.inherited) {
            const auto own = entry.members.find(name);
            if (own != entry.members.end()) {
                check(entry, own->second, *member);
            } else if (!entry.klass->trait && lacks_body(*member) && !is_static(*member) && !ambiguous.contains(name)) {
                reporter_.error(Rule::Override, entry.klass->name_range,
                                fmt::format("class '{}' does not implement trait {} '{}.{}'", own_name(entry),
                                            support::match(*member, WhatKind()), own_name(owner_of(*member)), name));
            }
        }
    }

  private:
    void add(TypeEntry& entry, const std::string& name, Member& member, std::set<std::string>& ambiguous) {
        Member*& known = entry.inherited[name];
        if (known == nullptr || stands_for(member, *known, name)) {
            known = &member;
        } else if (known != &member && !stands_for(*known, member, name)) {
            ambiguous.insert(name);
            reporter_.error(Rule::Override, entry.klass->name_range,
                            fmt::format("{} inherits a member named '{}' from both {} and {}", quoted(entry), name,
                                        quoted(owner_of(*known)), quoted(owner_of(member))));
        }
    }

    void check(TypeEntry& entry, Member& member, const Member& base) {
        const SourceRange at = support::match(member, NameRange());
        const std::string trait = quoted(owner_of(base));
        const auto error = [&](const std::string& message) { reporter_.error(Rule::Override, at, message); };
        const std::string redeclared =
            fmt::format("{} is inherited from {} and is not allowed to be re-declared", quoted(base), trait);
        const auto* const base_function = std::get_if<FunctionEntry>(&base);
        const auto* const base_method = std::get_if<MethodEntry>(&base);
        const auto* const function = std::get_if<FunctionEntry>(&member);
        const auto* const method = std::get_if<MethodEntry>(&member);
        if (is_static(base)) {
            error("static " + redeclared);
        } else if (is_static(member)) {
            error(fmt::format("static member '{}' overrides non-static member in {}", support::match(member, NameOf()),
                              trait));
        } else if (base_function == nullptr && base_method == nullptr) {
            error(redeclared);
        } else if (!lacks_body(base)) {
            error("fully defined " + redeclared);
        } else if ((base_function == nullptr) != (function == nullptr) ||
                   (base_method == nullptr) != (method == nullptr) ||
                   (method != nullptr && method->method->kind != base_method->method->kind) ||
                   is_two_state(member) != is_two_state(base)) {
            error(fmt::format("{} in {} can only be overridden by a {} (got {})", quoted(base), trait,
                              support::match(base, WhatKind()), support::match(member, WhatKind())));
        } else if (is_ghost(member) != is_ghost(base)) {
            error(fmt::format("overridden {} in '{}' has different ghost/compiled status than in {}", quoted(base),
                              own_name(entry), trait));
        } else if (is_opaque(base) && !is_opaque(member)) {
            error(fmt::format("overridden {} in '{}' must be 'opaque' since the member is 'opaque' in {}", quoted(base),
                              own_name(entry), trait));
        } else if (function != nullptr) {
            overrides(*function, *base_function);
        } else {
            overrides(*method, *base_method);
        }
    }

    static bool is_ghost(const Member& member) {
        const auto* const function = std::get_if<FunctionEntry>(&member);
        return function != nullptr ? function->function->ghost : std::get<MethodEntry>(member).method->ghost;
    }

    static bool is_two_state(const Member& member) {
        const auto* const function = std::get_if<FunctionEntry>(&member);
        return function != nullptr ? function->function->two_state : std::get<MethodEntry>(member).method->two_state;
    }

    static bool is_opaque(const Member& member) {
        const auto* const function = std::get_if<FunctionEntry>(&member);
        return function != nullptr && resolve::is_opaque(*function->decl);
    }

    void overrides(const FunctionEntry& own, const FunctionEntry& base) {
        typed::Function& function = *own.function;
        const std::string& name = own.ast->name.text;
        if (!record(function, *base.function, name, "function")) {
            return;
        }
        const typed::TypeMap map = type_map(function);
        parameters(function.name_range, function.parameters, base.function->parameters, map, name, "function",
                   "parameter");
        const typed::Type expected = typed::substitute(base.function->result->type, map);
        if (!(function.result->type == expected)) {
            reporter_.error(Rule::Override, function.name_range,
                            fmt::format("the result type of function '{}' ({}) differs from that in the overridden "
                                        "function ({})",
                                        name, typed::to_string(function.result->type), typed::to_string(expected)));
        }
    }

    void overrides(const MethodEntry& own, const MethodEntry& base) {
        typed::Method& method = *own.method;
        const std::string& name = own.ast->name->text;
        if (!record(method, *base.method, name, "method")) {
            return;
        }
        const typed::TypeMap map = type_map(method);
        const SourceRange at = method.name_range;
        parameters(at, method.parameters, base.method->parameters, map, name, "method", "in-parameter");
        parameters(at, method.results, base.method->results, map, name, "method", "out-parameter");
        if (own.may_diverge && !base.may_diverge) {
            reporter_.error(
                Rule::Override, method.name_range,
                fmt::format("not allowed to override a terminating method with a possibly non-terminating method "
                            "('{}')",
                            name));
        }
    }

    // What the type parameters of the base stand for in what overrides it.
    template <typename Node>
    static typed::TypeMap type_map(const Node& node) {
        return typed::type_map(node.overrides.member->type_parameters, node.overrides.type_arguments);
    }

    template <typename Node>
    bool record(Node& node, const Node& base, const std::string& name, const char* thing) {
        const std::size_t count = node.type_parameters.size() - node.of_owner;
        const std::size_t expected = base.type_parameters.size() - base.of_owner;
        if (count != expected) {
            reporter_.error(Rule::Override, node.name_range,
                            fmt::format("{0} '{1}' is declared with a different number of type parameters ({2} instead "
                                        "of {3}) than in the overridden {0}",
                                        thing, name, count, expected));
            return false;
        }
        const typed::Type& own_type = node.parameters.front()->type;
        node.overrides.member = &base;
        node.overrides.type_arguments = typed::as_supertype(own_type, *base.parameters.front()->type.klass).arguments;
        for (std::size_t i = 0; count > 0 && i < node.of_owner; ++i) {
            const bool follows = std::any_of(
                node.overrides.type_arguments.begin(), node.overrides.type_arguments.end(),
                [&](const typed::Type& each) {
                    const std::vector<const typed::TypeParameter*> inside = typed::parameters_in(each);
                    return std::find(inside.begin(), inside.end(), node.type_parameters[i].get()) != inside.end();
                });
            if (!follows) {
                reporter_.unsupported(node.name_range, "generic members of traits in a class with type parameters that "
                                                       "the trait does not have are");
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            const typed::TypeParameter& own = *node.type_parameters[node.of_owner + i];
            characteristics(own, *base.type_parameters[base.of_owner + i]);
            node.overrides.type_arguments.push_back(typed::parameter_type(&own));
        }
        return true;
    }

    void characteristics(const typed::TypeParameter& own, const typed::TypeParameter& base) {
        const auto changes = [&](const char* what) {
            reporter_.error(Rule::Override, own.range,
                            fmt::format("type parameter '{}' is not allowed to change the {}", own.name, what));
        };
        if (own.equality != base.equality) {
            changes("requirement of supporting equality");
        }
        if (own.auto_init != base.auto_init) {
            changes("requirement of supporting auto-initialization");
        } else if (own.nonempty != base.nonempty) {
            changes("requirement of being nonempty");
        }
        if (own.no_references != base.no_references) {
            changes("no-reference-type requirement");
        }
    }

    void parameters(SourceRange at, const std::vector<typed::VariablePtr>& own,
                    const std::vector<typed::VariablePtr>& base, const typed::TypeMap& map, const std::string& name,
                    const char* thing, const char* kind) {
        const std::size_t first = typed::has_receiver(base) ? 1 : 0;
        if (own.size() != base.size()) {
            reporter_.error(Rule::Override, at,
                            fmt::format("{0} '{1}' is declared with a different number of {2} ({3} instead of {4}) "
                                        "than in the overridden {0}",
                                        thing, name, kind, own.size() - first, base.size() - first));
            return;
        }
        for (std::size_t i = first; i < own.size(); ++i) {
            const typed::Type expected = typed::substitute(base[i]->type, map);
            const auto changed = [&](const char* from_to) {
                reporter_.error(
                    Rule::Override, own[i]->range,
                    fmt::format("{0} '{1}' of {2} {3} cannot be changed, compared to in the overridden {2}, "
                                "from {4}",
                                kind, own[i]->name, thing, name, from_to));
            };
            if (own[i]->ghost != base[i]->ghost) {
                changed(own[i]->ghost ? "non-ghost to ghost" : "ghost to non-ghost");
            } else if (own[i]->is_new != base[i]->is_new) {
                changed(own[i]->is_new ? "non-new to new" : "new to non-new");
            } else if (!(own[i]->type == expected)) {
                reporter_.error(Rule::Override, own[i]->range,
                                fmt::format("the type of {0} '{1}' is different from the type of the corresponding {0} "
                                            "in trait {2} ('{3}' instead of '{4}')",
                                            kind, own[i]->name, thing, typed::to_string(own[i]->type),
                                            typed::to_string(expected)));
            }
        }
    }

    Globals& globals_;
    Reporter& reporter_;
    std::set<const TypeEntry*> done_;
};

} // namespace

void inherit_members(Globals& globals) {
    Inheritance inheritance(globals);
    for (TypeEntry* entry : globals.classes_in_order) {
        inheritance.inherit(*entry);
    }
}

} // namespace daphnia::resolve
