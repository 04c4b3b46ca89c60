// A program as text in, what its run says out.
#pragma once

#include "interpret/interpret.h"
#include "parse/parse.h"
#include "resolve/resolve.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <sstream>
#include <string>

namespace daphnia::interpret {

struct Source {
    std::unique_ptr<support::SourceFile> file;
    typed::Program program;

    explicit Source(const std::string& text) : file(std::make_unique<support::SourceFile>("test.dfy", text)) {
        support::DiagnosticList list;
        const ast::Program tree = parse::parse(*file, list);
        std::optional<typed::Program> resolved;
        if (!list.has_errors()) {
            resolved = resolve::resolve(tree, list, {});
        }
        for (const support::Diagnostic& diagnostic : list.sorted()) {
            if (diagnostic.severity != support::Severity::Error) {
                continue;
            }
            const support::LineColumn at = diagnostic.range.begin_place();
            ADD_FAILURE() << at.line << ":" << at.column << " " << diagnostic.message;
        }
        if (resolved) {
            program = std::move(*resolved);
        }
    }

    template <typename Kind>
    const Kind& find(const std::string& name) const {
        for (const typed::Declaration& declaration : program.declarations) {
            const auto* candidate = std::get_if<std::unique_ptr<Kind>>(&declaration);
            if (candidate != nullptr && (*candidate)->name == name) {
                return **candidate;
            }
        }
        throw std::logic_error("no declaration " + name);
    }
    const typed::Method& method(const std::string& name) const { return find<typed::Method>(name); }
};

inline Value number(std::int64_t value) {
    return Value::integer(value);
}

// How a run ended: "finished", "rejected: why", "3:5 index-range: index out of range {i = 4, |s| = 4}", …
inline std::string ended(const Result& result) {
    switch (result.status) {
    case Status::Finished:
        return "finished";
    case Status::Failed: {
        const Failure& failure = *result.failure;
        const support::LineColumn at = failure.range.begin_place();
        std::string parts;
        for (const EvaluatedPart& part : failure.parts) {
            parts += (parts.empty() ? "" : ", ") + part.text + " = " + part.value;
        }
        return fmt::format("{}:{} {}: {} {{{}}}", at.line, at.column, support::info(failure.rule).id, failure.message,
                           parts);
    }
    case Status::Rejected:
        return "rejected: " + result.reason;
    case Status::Undetermined:
        return "undetermined: " + result.reason;
    case Status::OutOfSteps:
        return "out of steps: " + result.reason;
    case Status::OutOfStack:
        return "out of stack: " + result.reason;
    case Status::OutOfMemory:
        return "out of memory: " + result.reason;
    }
    return {};
}

inline Options checking() {
    Options options;
    options.checking = true;
    options.limits.steps = 10'000'000;
    return options;
}

// Runs the method M in checking mode.
inline std::string checked(const std::string& text, const Values& arguments = {}) {
    const Source source(text);
    Machine machine(source.program, checking());
    return ended(machine.call(source.method("M"), arguments));
}

// A body, run as that of a method without parameters.
inline std::string checked_body(const std::string& body) {
    return checked("method M()\n{\n" + body + "\n}");
}

// What compiled code prints, or how it ended otherwise.
inline std::string output(const std::string& text) {
    const Source source(text);
    std::ostringstream out;
    Options options;
    options.output = &out;
    options.limits.steps = 10'000'000;
    Machine machine(source.program, options);
    const Result result = machine.call(source.method("Main"), {});
    return result.status == Status::Finished ? out.str() : out.str() + "|" + ended(result);
}

} // namespace daphnia::interpret
