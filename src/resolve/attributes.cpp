// The attributes of the language and what becomes of each; see the header.
#include "resolve/attributes.h"

#include "resolve/attribute_names.h"
#include "resolve/modules.h"
#include "resolve/noting.h"
#include "support/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace daphnia::resolve {

namespace {

// They say how a program is linked, or rewrite it before it is verified.
constexpr std::array kRefused{"extern",     "nativeType",   "abstemious", "autoReq",     "autocontracts",
                              "assumption", "autoRequires", "synthesize", "test_isolate"};

bool is_refused(const std::string& name) {
    return std::find(kRefused.begin(), kRefused.end(), name) != kRefused.end();
}

// What only the form with @ has: names of arguments, and the name of a function behind the numbers.
bool has_own_arguments(const ast::Attribute& attribute) {
    return attribute.at_form && ((attribute.name.text == "Fuel" && attribute.arguments.size() > 2) ||
                                 std::any_of(attribute.arguments.begin(), attribute.arguments.end(),
                                             [](const ast::Argument& argument) { return argument.name.has_value(); }));
}

std::optional<support::Integer> first_number(const ast::Attribute& attribute) {
    for (const ast::Argument& argument : attribute.arguments) {
        if (const auto* literal = std::get_if<ast::IntLit>(&argument.value->node)) {
            return literal->value;
        }
    }
    return std::nullopt;
}

// At most what fits; the budgets are not meant to be exact beyond that.
template <typename Number>
Number clamped(const support::Integer& value) {
    const support::Integer largest(std::to_string(std::numeric_limits<Number>::max()));
    if (value < 0) {
        return 0;
    }
    return value > largest ? std::numeric_limits<Number>::max() : static_cast<Number>(value.get_ui());
}

// {:fuel n} of a function itself, {:fuel f, n} of another.
void fuel(Globals& globals, const ast::Attribute& attribute, int number, typed::Attributes& result) {
    const ast::Expr& first = *attribute.arguments.front().value;
    if (std::holds_alternative<ast::IntLit>(first.node)) {
        result.fuel = number;
        return;
    }
    const Meaning found = meaning_of(globals, first);
    auto* const* member = std::get_if<Member*>(&found);
    const auto* function = member == nullptr ? nullptr : std::get_if<FunctionEntry>(*member);
    if (function != nullptr) {
        result.fuel_of.emplace_back(function->function, number);
    } else if (!std::holds_alternative<Forgiven>(found)) {
        NameSorts functions;
        functions.functions = true;
        globals.reporter.error(Rule::Unresolved, first.range,
                               fmt::format("there is no function of this name: {}", first.range.text()),
                               support::did_you_mean(first.range.text(), visible_names(globals, functions)));
    }
}

} // namespace

bool has_attribute(const ast::Attributes& attributes, const std::string& name) {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const ast::Attribute& attribute) { return name_of(attribute) == name; });
}

bool is_false(const ast::Attribute& attribute) {
    if (attribute.arguments.size() != 1) {
        return false;
    }
    const auto* literal = std::get_if<ast::BoolLit>(&attribute.arguments.front().value->node);
    return literal != nullptr && !literal->value;
}

std::string error_message(const ast::Attributes& attributes) {
    for (const ast::Attribute& attribute : attributes) {
        if (attribute.name.text != "error" || attribute.arguments.empty()) {
            continue;
        }
        const ast::Expr& value = *attribute.arguments.front().value;
        if (std::holds_alternative<ast::StringLit>(value.node) && value.range.end - value.range.begin >= 2) {
            // As written, without the quotes: diagnostics are UTF-8 like the source.
            const std::string_view text = value.range.text();
            const std::size_t start = text.front() == '@' ? 2 : 1;
            return std::string(text.substr(start, text.size() - start - 1));
        }
    }
    return {};
}

void check_attributes(Reporter& reporter, const ast::Attributes& attributes, AttributePlace place) {
    for (const ast::Attribute& attribute : attributes) {
        const std::string name = name_of(attribute);
        // How a newtype is stored says nothing about its values.
        const bool heeded = (place == AttributePlace::Newtype && name == "nativeType") ||
                            (place == AttributePlace::Local && name == "assumption");
        if (name.empty() || (is_refused(name) && !heeded)) {
            reporter.unsupported(attribute.range, fmt::format("the attribute {} is", as_written(attribute)),
                                 meant_by(attribute));
        } else if (has_own_arguments(attribute)) {
            reporter.unsupported(
                attribute.range,
                fmt::format("arguments of {} that have names, or name a function, are", as_written(attribute)));
        } else if ((place == AttributePlace::Statement || place == AttributePlace::Local) &&
                   attribute.name.text == "fuel") {
            reporter.unsupported(attribute.range, "the attribute {:fuel} on statements is");
        } else if (const std::string hint = meant_by(attribute); !hint.empty()) {
            // No error: names that Dafny does not know are the programmer's own.
            reporter.warning(Rule::Attribute, attribute.range,
                             fmt::format("{} is no known attribute, and means nothing", as_written(attribute)), hint);
        }
    }
}

bool is_opaque(const ast::Decl& decl) {
    return has_attribute(decl.attributes, "opaque") ||
           std::any_of(decl.modifiers.begin(), decl.modifiers.end(),
                       [](const ast::Modifier& modifier) { return modifier.kind == ast::ModifierKind::Opaque; });
}

typed::Induction induction(Globals& globals, const ast::Attribute& attribute,
                           const std::vector<typed::VariablePtr>& variables) {
    typed::Induction result{!is_false(attribute), {}};
    for (const ast::Argument& argument : attribute.arguments) {
        const auto* name = std::get_if<ast::Name>(&argument.value->node);
        if (name == nullptr) {
            continue;
        }
        const auto variable =
            std::find_if(variables.begin(), variables.end(),
                         [&](const typed::VariablePtr& candidate) { return candidate->name == name->name.text; });
        if (variable == variables.end()) {
            std::vector<std::string> names;
            for (const typed::VariablePtr& each : variables) {
                names.push_back(each->name);
            }
            globals.reporter.error(Rule::Unresolved, name->name.range,
                                   fmt::format("unresolved identifier: {}", name->name.text),
                                   support::did_you_mean(name->name.text, names));
        } else {
            note(globals, name->name.range, (*variable)->range);
            result.variables.push_back(variable->get());
        }
    }
    return result;
}

typed::Attributes declaration_attributes(Globals& globals, const ast::Decl& decl,
                                         const std::vector<typed::VariablePtr>& parameters) {
    check_attributes(globals.reporter, decl.attributes, AttributePlace::Declaration);
    typed::Attributes result;
    result.opaque = is_opaque(decl);
    for (const ast::Attribute& attribute : decl.attributes) {
        const std::string name = name_of(attribute);
        if (name == "axiom") {
            result.axiom = true;
        } else if (name == "verify") {
            result.verify = !is_false(attribute);
        } else if (name == "only") {
            result.only = true;
        } else if (name == "main") {
            result.main = true;
        } else if (name == "test") {
            result.test = true;
        } else if (name == "induction") {
            result.induction = induction(globals, attribute, parameters);
        } else if (const std::optional<support::Integer> number = first_number(attribute)) {
            if (name == "resource_limit") {
                result.resource_limit = clamped<std::uint64_t>(*number);
            } else if (name == "rlimit") {
                result.resource_limit = clamped<std::uint64_t>(support::Integer(*number * 1000));
            } else if (name == "timeLimit") {
                result.time_limit = clamped<std::uint32_t>(*number);
            } else if (name == "timeLimitMultiplier") {
                result.time_limit = clamped<std::uint32_t>(support::Integer(*number * 30));
            } else if (name == "fuel") {
                fuel(globals, attribute, clamped<int>(*number), result);
            }
        }
    }
    return result;
}

} // namespace daphnia::resolve
