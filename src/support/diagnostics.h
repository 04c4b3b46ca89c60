// What is said to the user about his program. Stages report into a sink; whoever runs the stages decides what is
// shown and how. Nothing here knows how diagnostics look.
#pragma once

#include "support/explanation.h"
#include "support/rules.h"
#include "support/source.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace daphnia::support {

enum class Severity { Error, Warning };

struct Related {
    SourceRange range;
    std::string message;
};

struct Diagnostic {
    Severity severity = Severity::Error;
    Rule rule = Rule::Internal;
    // Dafny's wording where Dafny has a message for the same thing; lower case, no final period.
    std::string message;
    SourceRange range;
    std::vector<Related> related;
    // For failed proofs only: "unproved", "exhausted", "refuted". Empty for static errors.
    std::string verdict;
    std::shared_ptr<const Explanation> explanation = nullptr; // of a failed proof; may be null
    std::string hint = {};                                    // the way out of a static error, one line; may be empty
};

class DiagnosticSink {
  public:
    virtual ~DiagnosticSink() = default;
    virtual void report(Diagnostic diagnostic) = 0;

    void error(Rule rule, SourceRange range, std::string message);
    // `hint`: the way out.
    void error(Rule rule, SourceRange range, std::string message, std::string hint);
    void warning(Rule rule, SourceRange range, std::string message);
};

// By file, begin, end, rule, message: never by the order of discovery.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

// Keeps everything. Two diagnostics with the same rule, range and message are one.
class DiagnosticList final : public DiagnosticSink {
  public:
    void report(Diagnostic diagnostic) override;

    bool has_errors() const { return errors_ > 0; }
    std::size_t error_count() const { return errors_; }
    const std::vector<Diagnostic>& all() const { return diagnostics_; }
    // In the order of sort_by_place.
    std::vector<Diagnostic> sorted() const;

  private:
    using Key = std::tuple<const SourceFile*, std::uint32_t, std::uint32_t, Rule, std::string>;

    std::vector<Diagnostic> diagnostics_;
    std::set<Key> known_;
    std::size_t errors_ = 0;
};

} // namespace daphnia::support
