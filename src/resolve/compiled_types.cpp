// See the header.
#include "resolve/compiled_types.h"

#include "resolve/generic_rules.h"
#include "resolve/ghost_expressions.h"
#include "resolve/type_parameters.h"
#include "typed/bounds.h"
#include "typed/type_test.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

using support::SourceRange;
using typed::Type;
using typed::TypeKind;
using typed::Variable;

class EqualityCheck {
  public:
    EqualityCheck(SourceRange at, support::DiagnosticSink& sink) : at_(at), sink_(sink) {}

    void operator()(const Type& type) const {
        switch (type.kind) {
        case TypeKind::Set:
            require(type, "set argument");
            break;
        case TypeKind::Iset:
            require(type, "iset argument");
            break;
        case TypeKind::Multiset:
            require(type, "multiset argument");
            break;
        case TypeKind::Map:
            require(type, "map domain");
            break;
        case TypeKind::Imap:
            require(type, "imap domain");
            break;
        case TypeKind::Datatype:
            report(missing_equality(type.datatype->type_parameters, type.arguments, type.datatype->name));
            break;
        case TypeKind::Subset:
            if (type.subset->origin != nullptr) {
                report(missing_equality(type.subset->origin->type_parameters, type.subset->type_arguments,
                                        type.subset->origin->name));
                std::for_each(type.subset->type_arguments.begin(), type.subset->type_arguments.end(), *this);
            }
            break;
        default:
            break;
        }
        std::for_each(type.arguments.begin(), type.arguments.end(), *this);
    }

  private:
    void require(const Type& type, const char* what) const {
        const Type& compared = type.arguments.at(0);
        if (!typed::supports_equality(compared)) {
            report({fmt::format("{} type must support equality (got {}){}", what, typed::to_string(compared),
                                equality_hint(compared))});
        }
    }

    void report(const std::vector<std::string>& messages) const {
        for (const std::string& message : messages) {
            sink_.error(support::Rule::Characteristic, at_, message);
        }
    }

    SourceRange at_;
    support::DiagnosticSink& sink_;
};

bool runs(const typed::SubsetType& subset) {
    return subset.constraint->body != nullptr && can_run(*subset.constraint->body);
}

bool is_known_or_testable(const typed::Restriction& restriction) {
    const Type& to = restriction.variable->type;
    const std::vector<Type> from = typed::sources(restriction);
    return std::any_of(from.begin(), from.end(), [&](const Type& type) { return typed::is_subtype(type, to); }) ||
           std::all_of(from.begin(), from.end(), [&](const Type& type) { return is_testable(type, to); });
}

template <typename Node>
std::vector<const Variable*> untestable(const Node& node, const std::vector<const Variable*>& variables) {
    std::vector<const Variable*> result;
    const bool all_known = std::all_of(variables.begin(), variables.end(), [](const Variable* variable) {
        return typed::base_type(variable->type) == variable->type;
    });
    if (all_known) {
        return result;
    }
    for (const typed::Restriction& restriction : typed::restrictions(node)) {
        if (!is_known_or_testable(restriction)) {
            result.push_back(restriction.variable);
        }
    }
    return result;
}

std::vector<const Variable*> addresses(const std::vector<typed::VariablePtr>& variables) {
    std::vector<const Variable*> result;
    for (const typed::VariablePtr& variable : variables) {
        result.push_back(variable.get());
    }
    return result;
}

} // namespace

void check_compiled_type(const Type& type, SourceRange at, support::DiagnosticSink& sink) {
    EqualityCheck(at, sink)(type);
}

void check_compiled_types(const std::vector<Type>& types, SourceRange at, support::DiagnosticSink& sink) {
    std::for_each(types.begin(), types.end(), EqualityCheck(at, sink));
}

void check_compiled_types(const std::vector<typed::VariablePtr>& variables, support::DiagnosticSink& sink) {
    for (const typed::VariablePtr& variable : variables) {
        if (!variable->ghost) {
            check_compiled_type(variable->type, variable->range, sink);
        }
    }
}

void check_declared_types(const typed::Program& program, support::DiagnosticSink& sink) {
    for (const auto& datatype : program.datatypes) {
        for (const typed::Constructor& constructor : datatype->constructors) {
            check_compiled_types(constructor.fields, sink);
        }
    }
    for (const auto& subset : program.subset_types) {
        check_compiled_type(subset->base, subset->range, sink);
    }
}

bool is_testable(const Type& from, const Type& to) {
    return typed::can_be_tested(from, to, {true, runs});
}

std::vector<const Variable*> untestable_variables(const typed::Quantifier& node) {
    return untestable(node, addresses(node.variables));
}

std::vector<const Variable*> untestable_variables(const typed::SetComprehension& node) {
    return untestable(node, addresses(node.variables));
}

std::vector<const Variable*> untestable_variables(const typed::MapComprehension& node) {
    return untestable(node, addresses(node.variables));
}

std::vector<const Variable*> untestable_variables(const typed::LetSuchThat& node) {
    return untestable(node, addresses(node.variables));
}

std::vector<const Variable*> untestable_variables(const typed::ForallStatement& node) {
    return untestable(node, addresses(node.variables));
}

std::vector<const Variable*> untestable_variables(const typed::AssignSuchThat& node) {
    std::vector<const Variable*> variables;
    for (const typed::Target& target : node.targets) {
        if (const auto* variable = std::get_if<typed::VariableTarget>(&target.node)) {
            variables.push_back(variable->variable);
        }
    }
    return untestable(node, variables);
}

} // namespace daphnia::resolve
