// Runs made by hand.
#pragma once

#include "verify/run.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace daphnia::report {

constexpr const char* kText = "method M() returns (r: int)\n"
                              "  ensures r >= 0\n"
                              "{\n"
                              "\treturn -1; // ä\n"
                              "}\n";

inline support::SourceRange range_of(const support::SourceFile& file, std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(file.text().find(text));
    return {&file, begin, begin + static_cast<std::uint32_t>(text.size())};
}

inline verify::FileResult failing_file(const std::string& path) {
    verify::FileResult file;
    file.path = path;
    file.stage = verify::Stage::Verified;
    file.source = std::make_unique<const support::SourceFile>(path, kText);
    const support::SourceFile& source = *file.source;
    verify::Outcome outcome;
    outcome.name = "M";
    outcome.kind = "method";
    outcome.name_range = range_of(source, "M");
    outcome.obligations.push_back(
        {{support::Rule::Postcondition,
          range_of(source, "return -1;"),
          {{range_of(source, "r >= 0"), "this is the postcondition that could not be proved"}},
          {}},
         verify::Verdict::Unproved,
         verify::Limit::None,
         1234,
         0.5});
    file.diagnostics = verify::failures(outcome);
    file.declarations.push_back(std::move(outcome));
    file.assumptions.push_back({support::Rule::Assume, "method 'M' assumes this", "M", range_of(source, "return -1;")});
    return file;
}

inline verify::FileResult unreadable_file(const std::string& path) {
    verify::FileResult file;
    file.path = path;
    file.diagnostics.push_back({support::Severity::Error, support::Rule::Input, path + ": no such file", {}, {}, {}});
    return file;
}

inline verify::FileResult rejected_file(const std::string& path, support::Rule rule) {
    verify::FileResult file;
    file.path = path;
    file.stage = verify::Stage::Rejected;
    file.source = std::make_unique<const support::SourceFile>(path, kText);
    file.diagnostics.push_back({support::Severity::Error, rule, "odd", range_of(*file.source, "returns"), {}, {}});
    return file;
}

inline verify::FileResult proved_file(const std::string& path) {
    verify::FileResult file = failing_file(path);
    file.diagnostics.clear();
    file.assumptions.clear();
    file.declarations[0].obligations[0].verdict = verify::Verdict::Proved;
    return file;
}

template <typename... Files>
verify::Run run_of(Files... files) {
    verify::Run run;
    (run.files.push_back(std::move(files)), ...);
    return run;
}

} // namespace daphnia::report
