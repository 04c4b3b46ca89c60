// The methods that run and test start, and the rules for them; see execution.h.
#include "driver/execution.h"

#include "interpret/interpret.h"
#include "support/spelling.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::driver {

namespace {

using typed::Method;
using typed::TypeKind;

// Those of abstract modules are not compiled.
std::vector<const Method*> methods_where(const typed::Program& program, bool (*wanted)(const Method&)) {
    std::vector<const Method*> result;
    for (const typed::Declaration& declaration : program.declarations) {
        const auto* method = std::get_if<std::unique_ptr<Method>>(&declaration);
        if (method != nullptr && !(*method)->abstract && wanted(**method)) {
            result.push_back(method->get());
        }
    }
    return result;
}

// Without the names of its modules.
std::string simple_name(const Method& method) {
    return method.name.substr(method.name.rfind('.') + 1);
}

bool is_argument_list(const typed::Type& type) {
    return type.kind == TypeKind::Seq && type.arguments.front().kind == TypeKind::Seq &&
           type.arguments.front().arguments.front().kind == TypeKind::Char;
}

// Why a program cannot start with the method; empty when it can.
std::string obstacle(const Method& method) {
    if (method.ghost) {
        return "the method is ghost";
    }
    if (!method.type_parameters.empty()) {
        return "the method has type parameters";
    }
    std::size_t inputs = 0;
    for (const typed::VariablePtr& parameter : method.parameters) {
        if (parameter->ghost) {
            if (!interpret::default_value(parameter->type)) {
                return fmt::format("the ghost parameter '{}' has a type without a default value", parameter->name);
            }
        } else if (++inputs > 1) {
            return "the method has two or more non-ghost parameters";
        }
    }
    for (const typed::VariablePtr& parameter : method.parameters) {
        if (!parameter->ghost && !is_argument_list(parameter->type)) {
            return fmt::format("the method's non-ghost argument type should be an seq<string>, got {}",
                               typed::to_string(parameter->type));
        }
    }
    if (std::any_of(method.results.begin(), method.results.end(),
                    [](const typed::VariablePtr& result) { return !result->ghost; })) {
        return "the method has non-ghost out parameters";
    }
    if (method.attributes.main) {
        return {};
    }
    if (!method.preconditions.empty()) {
        return "the method has requires clauses";
    }
    return method.modifies.entries.empty() ? std::string() : "the method has modifies clauses";
}

// The method of that name, or null with an error.
const Method* stipulated_main(const typed::Program& program, const std::string& name, support::DiagnosticSink& sink) {
    for (const Method* method : methods_where(program, [](const Method&) { return true; })) {
        if (method->name == name) {
            const std::string reason = obstacle(*method);
            if (reason.empty()) {
                return method;
            }
            sink.error(support::Rule::Main, method->name_range,
                       fmt::format("the method '{}' is not permitted as a main method ({})", name, reason));
            return nullptr;
        }
    }
    sink.error(support::Rule::Main, {},
               fmt::format("could not find the method named by the --main-method option: {}", name));
    return nullptr;
}

// Of methods that are called nearly 'Main', as they are in other languages; empty when there is not one.
std::string meant_as_main(const typed::Program& program) {
    std::vector<std::string> names;
    for (const Method* method : methods_where(program, [](const Method&) { return true; })) {
        names.push_back(simple_name(*method));
    }
    const std::vector<std::string> near = support::near_misses("Main", names);
    return near.size() != 1
               ? std::string()
               : fmt::format("call the method '{0}' 'Main', or choose it by --main-method {0}", near.front());
}

// The method marked {:main}, else the one called Main, or null with an error.
const Method* default_main(const typed::Program& program, support::DiagnosticSink& sink) {
    const auto marked = methods_where(program, [](const Method& method) { return method.attributes.main; });
    if (marked.size() > 1) {
        sink.report({support::Severity::Error,
                     support::Rule::Main,
                     "more than one method is marked {:main}",
                     marked[1]->name_range,
                     {{marked[0]->name_range, "the first declaration is here"}},
                     {}});
        return nullptr;
    }
    const auto named = methods_where(program, [](const Method& method) { return simple_name(method) == "Main"; });
    const auto& candidates = marked.empty() ? named : marked;
    if (candidates.empty()) {
        sink.error(support::Rule::Main, {},
                   "the program has no method 'Main' and no method marked {:main}, so it cannot be run",
                   meant_as_main(program));
        return nullptr;
    }
    if (candidates.size() > 1) {
        sink.report({support::Severity::Error,
                     support::Rule::Main,
                     "more than one method is declared as 'Main'",
                     candidates[1]->name_range,
                     {{candidates[0]->name_range, "the first declaration is here"}},
                     {}});
        return nullptr;
    }
    const Method& method = *candidates.front();
    const std::string reason = obstacle(method);
    if (reason.empty()) {
        return &method;
    }
    sink.error(support::Rule::Main, method.name_range,
               fmt::format("this method {} is not permitted as a main method ({})",
                           marked.empty() ? "'Main'" : "marked {:main}", reason));
    return nullptr;
}

std::vector<const Method*> tests(const typed::Program& program, const support::SourceFiles& files,
                                 support::DiagnosticSink& sink) {
    auto marked = methods_where(program, [](const Method& method) { return method.attributes.test; });
    // Like proofs, tests are of the files that are named.
    marked.erase(std::remove_if(marked.begin(), marked.end(),
                                [&](const Method* method) { return files.includes(method->name_range); }),
                 marked.end());
    for (const Method* method : marked) {
        if (!method->parameters.empty()) {
            sink.error(support::Rule::Test, method->name_range,
                       "methods with the :test attribute may not have input arguments");
        } else if (!method->type_parameters.empty()) {
            sink.error(support::Rule::Test, method->name_range,
                       "methods with the :test attribute may not have type parameters");
        } else if (method->results.size() > 1) {
            sink.error(support::Rule::Test, method->name_range,
                       "methods with the :test attribute can have at most one return value");
        } else if (method->ghost) {
            sink.error(support::Rule::Test, method->name_range, "methods with the :test attribute may not be ghost");
        }
    }
    return marked;
}

} // namespace

std::vector<const Method*> entry_methods(const typed::Program& program, const support::SourceFiles& files,
                                         const EntryPoint& entry, support::DiagnosticSink& sink) {
    for (const auto& type : program.abstract_types) {
        sink.error(support::Rule::Main, type->range,
                   fmt::format("abstract type ('{}') cannot be compiled; perhaps make it a type synonym", type->name));
    }
    if (entry.kind == EntryKind::Tests) {
        return tests(program, files, sink);
    }
    const Method* const method =
        entry.main_method.empty() ? default_main(program, sink) : stipulated_main(program, entry.main_method, sink);
    return method == nullptr ? std::vector<const Method*>() : std::vector{method};
}

} // namespace daphnia::driver
