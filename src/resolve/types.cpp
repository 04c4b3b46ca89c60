// ast types -> types of the kernel; synonyms are expanded, what is not in the language yet is refused by name.
#include "resolve/foreign_names.h"
#include "resolve/modules.h"
#include "resolve/noting.h"
#include "resolve/subset_types.h"
#include "resolve/type_parameters.h"
#include "support/match.h"
#include "support/spelling.h"

#include <fmt/format.h>

namespace daphnia::resolve {

namespace {

constexpr std::size_t kDeepestSynonym = 200;

class TypeResolver {
  public:
    TypeResolver(Globals& globals, SourceRange range) : globals_(globals), range_(range) {}

    using Result = std::optional<typed::Type>;

    Result operator()(const ast::PrimitiveType& type) const {
        switch (type.kind) {
        case ast::PrimitiveKind::Bool:
            return typed::bool_type();
        case ast::PrimitiveKind::Char:
            return typed::char_type();
        case ast::PrimitiveKind::Int:
            return typed::int_type();
        case ast::PrimitiveKind::Nat:
            return typed::nat_type();
        case ast::PrimitiveKind::String:
            return typed::seq_type(typed::char_type());
        case ast::PrimitiveKind::Real:
            return typed::real_type();
        case ast::PrimitiveKind::Object:
            return typed::object_type();
        case ast::PrimitiveKind::NullableObject:
            return typed::or_null(typed::object_type());
        case ast::PrimitiveKind::Ordinal:
            globals_.reporter.not_in_language(range_, "the type ORDINAL is");
            return std::nullopt;
        }
        return std::nullopt;
    }

    Result operator()(const ast::BitvectorType& type) const { return typed::bits_type(type.width); }

    Result operator()(const ast::CollectionType& type) const {
        switch (type.kind) {
        case ast::CollectionKind::Seq:
            return collection(typed::TypeKind::Seq, 1, type.arguments);
        case ast::CollectionKind::Set:
            return collection(typed::TypeKind::Set, 1, type.arguments);
        case ast::CollectionKind::Iset:
            return collection(typed::TypeKind::Iset, 1, type.arguments);
        case ast::CollectionKind::Multiset:
            return collection(typed::TypeKind::Multiset, 1, type.arguments);
        case ast::CollectionKind::Map:
            return collection(typed::TypeKind::Map, 2, type.arguments);
        case ast::CollectionKind::Imap:
            return collection(typed::TypeKind::Imap, 2, type.arguments);
        }
        return std::nullopt;
    }

    Result operator()(const ast::ArrayType& type) const {
        Result result = collection(typed::TypeKind::Reference, 1, type.arguments);
        if (result) {
            result->referent = typed::Referent::Array;
            result->nullable = type.nullable;
            result->width = type.dimensions > 1 ? type.dimensions : 0;
        }
        return result;
    }

    Result operator()(const ast::TupleType& type) const {
        typed::Type result = typed::tuple_type({});
        bool any_ghost = false;
        for (const ast::TupleComponent& component : type.components) {
            const Result resolved = resolve_type(globals_, *component.type);
            if (!resolved) {
                return std::nullopt;
            }
            result.arguments.push_back(*resolved);
            result.ghost_components.push_back(component.ghost);
            any_ghost = any_ghost || component.ghost;
        }
        if (!any_ghost) {
            result.ghost_components.clear();
        }
        return result;
    }
    Result operator()(const ast::ArrowType& type) const {
        std::vector<typed::Type> parameters;
        for (const ast::TypePtr& parameter : type.domain) {
            const Result resolved = resolve_type(globals_, *parameter);
            if (!resolved) {
                return std::nullopt;
            }
            parameters.push_back(*resolved);
        }
        const Result result = resolve_type(globals_, *type.result);
        return result ? Result(typed::arrow_type(std::move(parameters), *result,
                                                 type.kind == ast::ArrowKind::Total     ? typed::ArrowKind::Total
                                                 : type.kind == ast::ArrowKind::Partial ? typed::ArrowKind::Partial
                                                                                        : typed::ArrowKind::General))
                      : std::nullopt;
    }

    Result operator()(const ast::NamedType& type) const {
        const ast::TypeNameSegment& first = type.path.front();
        const auto parameter = globals_.type_names.find(first.name.text);
        if (type.path.size() == 1 && parameter != globals_.type_names.end()) {
            if (!first.arguments.empty()) {
                globals_.reporter.error(Rule::Arity, first.name.range,
                                        fmt::format("type parameter expects no type arguments: {}", first.name.text));
                return std::nullopt;
            }
            ++globals_.parameters_named;
            if (parameter->second.kind == typed::TypeKind::Parameter) {
                note(globals_, first.name.range, parameter->second.parameter->range);
            }
            return parameter->second;
        }
        if (asks(globals_, first.name.range)) {
            listener(globals_)->answer(Asked::TypeName, offers_of_scope(globals_, true));
        }
        Meaning found = meaning_of_type(globals_, first.name.text);
        note(globals_, first.name.range, found);
        for (std::size_t i = 1; i < type.path.size(); ++i) {
            auto* const* module = std::get_if<Module*>(&found);
            if (module == nullptr) {
                return not_a_module(type.path[i - 1], type.path[i], found);
            }
            check_module_use(globals_, **module, type.path[i - 1].name.range);
            const ast::Ident& name = type.path[i].name;
            Module& container = **module;
            if (asks(globals_, name.range)) {
                listener(globals_)->answer(Asked::TypeName, offers_of(container, true));
            }
            found = meaning_of_type_in(globals_, container, name.text);
            note_in(globals_, container, name.range, found);
            if (std::holds_alternative<Unknown>(found)) {
                globals_.reporter.error(
                    Rule::Unresolved, name.range,
                    fmt::format("module '{}' does not declare a type '{}'", container.name, name.text),
                    support::did_you_mean(name.text, declared_names(container, types_alone())));
                return std::nullopt;
            }
        }
        return meant(type.path.back(), found);
    }

  private:
    Result meant(const ast::TypeNameSegment& use, const Meaning& found) const {
        if (auto* const* synonym = std::get_if<Synonym*>(&found)) {
            return expand(use, **synonym);
        }
        if (auto* const* entry = std::get_if<TypeEntry*>(&found)) {
            return entry_with(use, **entry);
        }
        if (auto* const* type = std::get_if<DeclaredType*>(&found)) {
            return declared_with(use, **type);
        }
        if (const auto* several = std::get_if<AmbiguousName>(&found)) {
            return only_meaning(use, *several);
        }
        if (std::holds_alternative<Module*>(found)) {
            globals_.reporter.error(Rule::Type, use.name.range, "expected type");
        } else if (use.name.text == "fp32" || use.name.text == "fp64") {
            globals_.refused_names.insert(use.name.text);
            return unsupported("floating-point numbers are");
        } else if (std::holds_alternative<Unknown>(found)) {
            report_unknown(use.name);
        }
        return std::nullopt;
    }

    static NameSorts types_alone() {
        NameSorts sorts;
        sorts.types = true;
        return sorts;
    }

    std::string meant_by(const std::string& name) const {
        std::vector<std::string> names = visible_names(globals_, types_alone());
        for (const auto& parameter : globals_.type_names) {
            names.push_back(parameter.first);
        }
        if (std::string near = support::did_you_mean(name, names); !near.empty()) {
            return near;
        }
        std::string foreign = foreign_type(name);
        return !foreign.empty()
                   ? foreign
                   : support::did_you_mean(name, {"array", "bool", "char", "imap", "int", "iset", "map", "multiset",
                                                  "nat", "object", "real", "seq", "set", "string"});
    }

    void report_unknown(const ast::Ident& name) const {
        globals_.reporter.error(
            Rule::Unresolved, name.range,
            fmt::format("type or type parameter is not declared in this scope: {} (did you forget to qualify a name "
                        "or declare a module import 'opened'?) (note that names in outer modules are not visible "
                        "in contained modules)",
                        name.text),
            meant_by(name.text));
    }

    // Two synonyms of one type are as good as one.
    Result only_meaning(const ast::TypeNameSegment& use, const AmbiguousName& several) const {
        Result result;
        for (const Named& named : several.meanings) {
            const Result type = named_type(use, named);
            if (!type || (result && *result != *type)) {
                globals_.reporter.error(Rule::Unresolved, use.name.range, ambiguity(use.name.text, several));
                return std::nullopt;
            }
            result = type;
        }
        return result;
    }

    // Of what takes no type arguments, or is a synonym.
    Result named_type(const ast::TypeNameSegment& use, const Named& named) const {
        if (auto* const* synonym = std::get_if<Synonym*>(&named)) {
            return expand(use, **synonym);
        }
        auto* const* declared = std::get_if<DeclaredType*>(&named);
        if (declared != nullptr &&
            ((*declared)->type.kind != typed::TypeKind::Subset || (*declared)->type.subset->type_parameters.empty())) {
            return (*declared)->type;
        }
        auto* const* entry = std::get_if<TypeEntry*>(&named);
        const bool plain = entry != nullptr && (*entry)->datatype != nullptr && (*entry)->parameter_count() == 0;
        return plain ? Result((*entry)->type({})) : std::nullopt;
    }

    Result not_a_module(const ast::TypeNameSegment& name, const ast::TypeNameSegment& part,
                        const Meaning& found) const {
        if (const auto* several = std::get_if<AmbiguousName>(&found)) {
            globals_.reporter.error(Rule::Unresolved, name.name.range, ambiguity(name.name.text, *several));
        } else if (std::holds_alternative<Synonym*>(found) || std::holds_alternative<DeclaredType*>(found) ||
                   std::holds_alternative<TypeEntry*>(found)) {
            globals_.reporter.error(
                Rule::Unresolved, part.name.range,
                fmt::format("member '{}' does not exist in type '{}' or cannot be part of type name", part.name.text,
                            name.name.text));
        } else if (std::holds_alternative<Unknown>(found)) {
            report_unknown(name.name);
        }
        return std::nullopt;
    }

    Result unsupported(const char* what) const {
        globals_.reporter.unsupported(range_, what);
        return std::nullopt;
    }

    Result collection(typed::TypeKind kind, std::size_t count, const std::vector<ast::TypePtr>& arguments) const {
        if (arguments.empty() && can_fill_in(range_, count)) {
            return typed::Type{kind, filled_in(count), {}};
        }
        if (arguments.empty() && globals_.fill_in.parameters == nullptr) {
            return unsupported("collection types without their type argument are");
        }
        if (arguments.size() != count) {
            globals_.reporter.error(
                Rule::Arity, range_,
                fmt::format("wrong number of type arguments (got {}, expected {})", arguments.size(), count));
            return std::nullopt;
        }
        typed::Type result{kind, {}, {}};
        for (const ast::TypePtr& argument : arguments) {
            const Result resolved = resolve_type(globals_, *argument);
            if (!resolved) {
                return std::nullopt;
            }
            result.arguments.push_back(*resolved);
        }
        return result;
    }

    bool takes_arguments(const ast::TypeNameSegment& use, const char* what, std::size_t expected) const {
        if (use.arguments.size() == expected) {
            return true;
        }
        globals_.reporter.error(Rule::Arity, use.name.range,
                                fmt::format("wrong number of type arguments ({} instead of {}) passed to {}: {}",
                                            use.arguments.size(), expected, what, use.name.text));
        return false;
    }

    Result entry_with(const ast::TypeNameSegment& use, const TypeEntry& entry) const {
        const std::size_t count = entry.parameter_count();
        std::vector<typed::Type> arguments;
        if (use.arguments.empty() && can_fill_in(use.name.range, count)) {
            arguments = filled_in(count);
        } else if (!takes_arguments(use, what_is(entry), count)) {
            return std::nullopt;
        }
        for (const ast::TypePtr& written : use.arguments) {
            const Result argument = resolve_type(globals_, *written);
            if (!argument) {
                return std::nullopt;
            }
            arguments.push_back(*argument);
        }
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            check_argument(use.name, *entry.parameters()[i], count > 1 ? std::optional(i) : std::nullopt, arguments[i]);
        }
        const typed::Type type = entry.type(std::move(arguments));
        return use.name.text.ends_with('?') ? typed::or_null(type) : type; // a class has two names: C and C?
    }

    static const char* what_is(const TypeEntry& entry) {
        return entry.klass == nullptr ? "datatype" : entry.klass->trait ? "trait" : "class";
    }

    Result declared_with(const ast::TypeNameSegment& use, const DeclaredType& declared) const {
        const typed::SubsetType* const subset = declared.type.subset;
        const std::size_t count = subset == nullptr ? 0 : subset->type_parameters.size();
        std::vector<typed::Type> arguments;
        if (use.arguments.empty() && count > 0 && can_fill_in(use.name.range, count)) {
            arguments = filled_in(count);
        } else if (must_be_inferred(use, count)) {
            return unsupported("subset types without their type arguments are");
        } else if (!takes_arguments(use, declared.what, count)) {
            return std::nullopt;
        }
        if (count == 0) {
            find_base(globals_, declared.type);
            return declared.type;
        }
        for (const ast::TypePtr& written : use.arguments) {
            const Result argument = resolve_type(globals_, *written);
            if (!argument) {
                return std::nullopt;
            }
            arguments.push_back(*argument);
        }
        for (std::size_t i = 0; i < count; ++i) {
            check_argument(use.name, *subset->type_parameters[i], count > 1 ? std::optional(i) : std::nullopt,
                           arguments[i]);
        }
        return typed::subset_type(&typed::instance_of(*subset, arguments));
    }

    std::vector<typed::Type> filled_in(std::size_t count) const {
        const FillIn& known = globals_.fill_in;
        std::vector<typed::Type> result;
        for (std::size_t i = 0; i < count; ++i) {
            result.push_back(typed::parameter_type(known.parameters->at(known.first + i).get()));
        }
        return result;
    }

    bool can_fill_in(SourceRange use, std::size_t count) const {
        const FillIn& known = globals_.fill_in;
        if (known.parameters == nullptr) {
            return false;
        }
        while (known.parameters->size() < known.first + count && !known.extended.empty()) {
            typed::TypeParameter more;
            more.name = fmt::format("_T{}", known.parameters->size() - known.first);
            more.unique = known.extended + "." + more.name;
            more.range = use;
            known.parameters->push_back(std::make_unique<typed::TypeParameter>(std::move(more)));
        }
        return known.parameters->size() >= known.first + count;
    }

    // Outside of signatures and fields the type arguments follow from what the type is used for.
    bool must_be_inferred(const ast::TypeNameSegment& use, std::size_t count) const {
        return use.arguments.empty() && count > 0 && globals_.fill_in.parameters == nullptr;
    }

    Result expand(const ast::TypeNameSegment& use, Synonym& synonym) const {
        const std::size_t count = synonym.ast->type_parameters.size();
        std::vector<typed::Type> given;
        if (use.arguments.empty() && count > 0 && can_fill_in(use.name.range, count)) {
            given = filled_in(count);
        } else if (must_be_inferred(use, count)) {
            return unsupported("type synonyms without their type arguments are");
        } else if (!takes_arguments(use, "type synonym", count)) {
            return std::nullopt;
        }
        for (const ast::TypePtr& written : use.arguments) {
            const Result argument = resolve_type(globals_, *written);
            if (!argument) {
                return std::nullopt;
            }
            given.push_back(*argument);
        }
        std::map<std::string, typed::Type> arguments;
        for (std::size_t i = 0; i < count; ++i) {
            const ast::TypeParameter& parameter = synonym.ast->type_parameters[i];
            check_argument(use.name, type_parameter(parameter.name, parameter.characteristics, {}),
                           count > 1 ? std::optional(i) : std::nullopt, given[i]);
            arguments.emplace(parameter.name.text, given[i]);
        }
        if (globals_.synonyms_in_progress.size() > kDeepestSynonym) {
            globals_.reporter.error(Rule::Unsupported, use.name.range, "type synonyms that deep are not supported");
            return std::nullopt;
        }
        if (!globals_.synonyms_in_progress.insert(&synonym).second) {
            globals_.reporter.error(Rule::Type, synonym.ast->name.range,
                                    fmt::format("type-synonym cycle: {0} -> {0}", synonym.ast->name.text));
            return std::nullopt;
        }
        const TypeScope scope(globals_, std::move(arguments));
        const Inside inside(globals_, synonym.module);
        const Unnoted unnoted(globals_); // it is noted where it is declared
        const Result target = resolve_type(globals_, *synonym.ast->target);
        globals_.synonyms_in_progress.erase(&synonym);
        return target;
    }

    // Where a type is written, nothing says whether it is for ghost code: only what all code needs is asked.
    void check_argument(const ast::Ident& name, const typed::TypeParameter& parameter, std::optional<std::size_t> index,
                        const typed::Type& argument) const {
        if (globals_.reporter.muted() || !globals_.synonyms_in_progress.empty()) {
            return; // it is checked where it is resolved with a voice, or where the synonym is declared
        }
        globals_.argument_checks.push_back([&globals = globals_, name, parameter, index, argument] {
            const std::string lacks = missing_characteristic(parameter, argument, true);
            if (!lacks.empty()) {
                globals.reporter.error(Rule::Characteristic, name.range,
                                       fmt::format("type parameter{} ({}) passed to type {} must {}",
                                                   index ? fmt::format(" {}", *index) : std::string(), parameter.name,
                                                   name.text, lacks));
            }
        });
    }

    Globals& globals_;
    SourceRange range_;
};

} // namespace

void check_arguments(Globals& globals) {
    for (const auto& check : std::exchange(globals.argument_checks, {})) {
        check();
    }
}

std::optional<typed::Type> resolve_type(Globals& globals, const ast::Type& type) {
    return support::match(type.node, TypeResolver(globals, type.range));
}

} // namespace daphnia::resolve
