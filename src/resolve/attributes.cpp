// The attributes of the language and what becomes of each; see the header.
#include "resolve/attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace daphnia::resolve {

namespace {

// They say how a program is linked, or rewrite it before it is verified.
constexpr std::array kRefused{"extern",        "termination", "nativeType",   "abstemious", "autoReq",
                              "autocontracts", "assumption",  "autoRequires", "synthesize", "test_isolate"};

bool is_refused(const std::string& name) {
    return std::find(kRefused.begin(), kRefused.end(), name) != kRefused.end();
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

void induction(Reporter& reporter, const ast::Attribute& attribute, const std::vector<typed::VariablePtr>& parameters,
               typed::Attributes& result) {
    result.induction = !is_false(attribute);
    for (const ast::Argument& argument : attribute.arguments) {
        const auto* name = std::get_if<ast::Name>(&argument.value->node);
        if (name == nullptr) {
            continue;
        }
        const auto parameter =
            std::find_if(parameters.begin(), parameters.end(),
                         [&](const typed::VariablePtr& candidate) { return candidate->name == name->name.text; });
        if (parameter == parameters.end()) {
            reporter.error("unresolved", name->name.range, fmt::format("unresolved identifier: {}", name->name.text));
        } else {
            result.induction_variables.push_back(parameter->get());
        }
    }
}

} // namespace

bool has_attribute(const ast::Attributes& attributes, const std::string& name) {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const ast::Attribute& attribute) { return attribute.name.text == name; });
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
        if (is_refused(attribute.name.text)) {
            reporter.unsupported(attribute.range, fmt::format("the attribute {{:{}}} is", attribute.name.text));
        }
        if (place == AttributePlace::Declaration && attribute.name.text == "opaque") {
            reporter.unsupported(attribute.range, "opaque functions are");
        }
    }
}

typed::Attributes declaration_attributes(Reporter& reporter, const ast::Attributes& attributes,
                                         const std::vector<typed::VariablePtr>& parameters) {
    check_attributes(reporter, attributes, AttributePlace::Declaration);
    typed::Attributes result;
    for (const ast::Attribute& attribute : attributes) {
        const std::string& name = attribute.name.text;
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
            induction(reporter, attribute, parameters, result);
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
                result.fuel = clamped<int>(*number);
            }
        }
    }
    return result;
}

} // namespace daphnia::resolve
