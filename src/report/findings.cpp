#include "report/findings.h"

#include "report/explanation.h"
#include "report/report.h"
#include "support/digest.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <tuple>
#include <utility>

namespace daphnia::report {

namespace {

using support::SourceRange;
using verify::ObligationOutcome;
using verify::Outcome;

// What tells obligations apart: those with the same rule and places are reported as one.
using PlaceList = std::vector<std::tuple<const support::SourceFile*, std::uint32_t, std::uint32_t>>;
using Key = std::pair<support::Rule, PlaceList>;

template <typename Related>
Key key(support::Rule rule, const SourceRange& range, const std::vector<Related>& related) {
    Key result{rule, {{range.file, range.begin, range.end}}};
    for (const Related& each : related) {
        result.second.emplace_back(each.range.file, each.range.begin, each.range.end);
    }
    return result;
}

// An obligation that is not proved.
struct Failure {
    const Outcome* outcome;
    const ObligationOutcome* obligation;
    std::size_t number; // among those of its rule in its declaration, which a proof of others does not change
};

std::map<Key, Failure> failures(const verify::FileResult& file) {
    std::map<Key, Failure> result;
    for (const Outcome& outcome : file.declarations) {
        std::map<Key, std::size_t> numbers;
        std::map<support::Rule, std::size_t> count;
        for (const ObligationOutcome& each : outcome.obligations) {
            const Key own = key(each.rule(), each.origin.range, each.origin.related);
            const auto [number, is_new] = numbers.try_emplace(own, count[each.rule()]);
            count[each.rule()] += is_new ? 1 : 0;
            if (each.verdict != verify::Verdict::Proved) {
                result.try_emplace(own, Failure{&outcome, &each, number->second});
            }
        }
    }
    return result;
}

class Collector {
  public:
    Collector(const verify::Run& run, const Places& places) : run_(run), places_(places) {}

    std::vector<Finding> collect() && {
        for (const verify::FileResult& file : run_.files) {
            const std::map<Key, Failure> failed = failures(file);
            for (const support::Diagnostic& each : file.diagnostics) {
                Finding finding = diagnostic(file, each);
                const std::string distinction = attribute(finding, failed);
                add(std::move(finding), distinction);
            }
            for (const verify::Assumption& each : file.assumptions) {
                add(assumption(file, each), each.message);
            }
        }
        if (run_.nothing_selected) {
            Finding finding;
            finding.rule = support::Rule::Unresolved;
            finding.message = "no declaration to verify has a name that --filter-symbol asks for" +
                              (run_.selection_meant.empty() ? "" : "; " + run_.selection_meant);
            add(std::move(finding), {});
        }
        return std::move(found_);
    }

  private:
    Finding diagnostic(const verify::FileResult& file, const support::Diagnostic& diagnostic) const {
        Finding result;
        result.file = &file;
        result.rule = diagnostic.rule;
        result.level = diagnostic.severity == support::Severity::Error || !run_.strictness.allow_warnings
                           ? Level::Error
                           : Level::Warning;
        result.message = diagnostic.message;
        result.range = diagnostic.range;
        result.diagnostic = &diagnostic;
        return result;
    }

    Finding assumption(const verify::FileResult& file, const verify::Assumption& assumption) const {
        Finding result;
        result.file = &file;
        result.rule = assumption.rule;
        result.level = run_.strictness.fail_on_assumptions && !assumption.accepted ? Level::Error : Level::Note;
        result.message = assumption.message;
        result.range = assumption.range;
        result.declaration = assumption.declaration;
        return result;
    }

    // The declaration, and the obligation, that a failed proof is about; gives the text that the fingerprint is made
    // of.
    std::string attribute(Finding& finding, const std::map<Key, Failure>& failures) const {
        const support::Diagnostic& diagnostic = *finding.diagnostic;
        const auto known = failures.find(key(diagnostic.rule, diagnostic.range, diagnostic.related));
        if (known != failures.end()) {
            finding.outcome = known->second.outcome;
            finding.obligation = known->second.obligation;
        } else if (diagnostic.rule == support::Rule::Verification || diagnostic.rule == support::Rule::CheckSolver) {
            const std::vector<Outcome>& all = finding.file->declarations;
            const auto whole = std::find_if(
                all.begin(), all.end(), [&](const Outcome& outcome) { return outcome.name_range == diagnostic.range; });
            finding.outcome = whole == all.end() ? nullptr : &*whole;
        }
        finding.declaration = finding.outcome == nullptr ? std::string() : finding.outcome->name;
        return known == failures.end() ? diagnostic.message : std::to_string(known->second.number);
    }

    // `distinction`: what tells it from others of its rule in its declaration, or in its file.
    void add(Finding finding, const std::string& distinction) {
        std::string text;
        for (const std::string& part :
             {places_.path(finding.path()), finding.declaration, std::string(finding.id()), distinction}) {
            text += part;
            text += '\0'; // no path, name or message has one
        }
        if (finding.obligation == nullptr) {
            text += std::to_string(seen_[{finding.file, text}]++);
        }
        finding.fingerprint = support::sha256_hex(text);
        found_.push_back(std::move(finding));
    }

    const verify::Run& run_;
    const Places& places_;
    std::vector<Finding> found_;
    std::map<std::pair<const verify::FileResult*, std::string>, std::size_t> seen_; // how often, in a program
};

} // namespace

std::string_view to_string(Level level) {
    switch (level) {
    case Level::Error:
        return "error";
    case Level::Warning:
        return "warning";
    case Level::Note:
        return "note";
    }
    return {};
}

std::string_view Finding::verdict() const {
    return diagnostic == nullptr ? std::string_view() : std::string_view(diagnostic->verdict);
}

std::string Finding::path() const {
    return range.has_file() ? range.file->path() : file != nullptr ? file->path : std::string();
}

std::vector<Finding> findings(const verify::Run& run, const Places& places) {
    return Collector(run, places).collect();
}

std::string reason(const Finding& finding) {
    if (finding.diagnostic == nullptr) {
        return {};
    }
    std::ostringstream out;
    const Terminal terminal(false, out);
    if (finding.diagnostic->explanation != nullptr) {
        write_explanation(*finding.diagnostic->explanation, terminal);
    }
    write_hint(finding.diagnostic->hint, terminal);
    return out.str();
}

std::string as_text(const Finding& finding) {
    std::ostringstream out;
    if (finding.diagnostic != nullptr) {
        write_diagnostics({*finding.diagnostic}, {.trace = true}, out);
    } else {
        Terminal(false, out).place(finding.range);
        out << (finding.file == nullptr ? "error: " : "assuming: ") << finding.message << '\n';
    }
    return out.str();
}

std::string headline(const Finding& finding) {
    if (finding.diagnostic == nullptr || finding.diagnostic->explanation == nullptr) {
        return {};
    }
    const std::string text = reason(finding);
    const std::string first = text.substr(0, text.find('\n'));
    return first.starts_with("hint:") ? std::string() : first;
}

} // namespace daphnia::report
