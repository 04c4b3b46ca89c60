// Headline, broken clause with the values of its parts, hint; see the header.
#include "report/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <ostream>
#include <vector>

namespace daphnia::report {

namespace {

using support::Explanation;
using support::ExplanationKind;
using support::NamedValue;

constexpr std::size_t kLineWidth = 100;
constexpr std::size_t kClauseWidth = 70;
constexpr std::size_t kValueWidth = 60;
constexpr std::size_t kValueLines = 3; // for one list of values

std::string assignment(const NamedValue& value) {
    return fmt::format("{} = {}", on_one_line(value.name), on_one_line(value.value));
}

std::string shortened(const NamedValue& value) {
    return fmt::format("{} = {}", cut(on_one_line(value.name), kClauseWidth),
                       cut(on_one_line(value.value), kValueWidth));
}

// Whether the text says `x = 3`, and not only something that ends or begins like it.
bool says(std::string_view text, const std::string& phrase) {
    const auto inside_word = [&](std::size_t at) {
        return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_');
    };
    for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        if ((at == 0 || !inside_word(at - 1)) && !inside_word(at + phrase.size())) {
            return true;
        }
    }
    return false;
}

// Those with a value that neither the headline nor the broken clause itself says.
std::vector<std::string> unsaid(const std::vector<NamedValue>& values, const Explanation& explanation,
                                const std::string& clause) {
    std::vector<std::string> result;
    for (const NamedValue& value : values) {
        if (value.value.empty() || value.name == value.value || // a literal says itself
            says(explanation.headline, assignment(value)) || on_one_line(value.name) == clause) {
            continue;
        }
        std::string text = shortened(value);
        if (std::find(result.begin(), result.end(), text) == result.end()) {
            result.push_back(std::move(text));
        }
    }
    return result;
}

// Items behind a lead, with commas between them, over as few lines as they need and at most a few.
void write_list(const std::string& lead, const std::vector<std::string>& items, const Terminal& terminal) {
    std::string line = lead;
    std::size_t lines = 1;
    bool begun = false; // the line has an item
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string item = items[i] + (i + 1 < items.size() ? "," : "");
        if (begun && width(line) + 1 + width(item) > kLineWidth) {
            if (lines++ == kValueLines) {
                line += " …";
                break;
            }
            terminal.out() << line << '\n';
            line = "   ";
        }
        line += ' ' + item;
        begun = true;
    }
    terminal.out() << line << '\n';
}

void write_headline(const Explanation& explanation, const Terminal& terminal) {
    const bool refuted = explanation.kind == ExplanationKind::Counterexample;
    const std::vector<std::string> inputs = unsaid(explanation.inputs, explanation, {});
    if (explanation.headline.empty() && inputs.empty()) {
        return;
    }
    terminal.place(explanation.subject);
    const std::string label =
        refuted ? terminal.paint(Style::Error, "refuted:") : terminal.paint(Style::Note, "because:");
    if (explanation.headline.empty()) {
        write_list(label + " fails for", inputs, terminal);
        return;
    }
    terminal.out() << label << ' ' << on_one_line(explanation.headline) << '\n';
    if (!inputs.empty()) {
        write_list("  with", inputs, terminal);
    }
}

} // namespace

void write_explanation(const Explanation& explanation, const Terminal& terminal) {
    write_headline(explanation, terminal);
    const std::string clause = explanation.clause.has_file() ? support::one_line(explanation.clause) : "";
    const std::vector<std::string> parts = unsaid(explanation.parts, explanation, clause);
    std::vector<std::string> state = unsaid(explanation.state, explanation, clause);
    state.erase(std::remove_if(state.begin(), state.end(),
                               [&](const std::string& item) {
                                   return std::find(parts.begin(), parts.end(), item) != parts.end();
                               }),
                state.end());
    if (!state.empty()) {
        write_list("  in the state", state, terminal);
    }
    if (!clause.empty()) {
        write_list(fmt::format("  {} is false{}", cut(clause, kClauseWidth), parts.empty() ? "" : ":"), parts,
                   terminal);
    } else if (!parts.empty()) {
        write_list(" ", parts, terminal);
    }
    write_hint(explanation.hint, terminal);
}

void write_hint(const std::string& hint, const Terminal& terminal) {
    if (!hint.empty()) {
        terminal.out() << terminal.paint(Style::Note, "hint:") << ' ' << on_one_line(hint) << '\n';
    }
}

} // namespace daphnia::report
