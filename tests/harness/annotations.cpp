// Text of a suite program in, what its comments expect of Daphnia out; and the comparison with what it said.
#include "annotations.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

namespace daphnia::harness {

namespace {

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool is_identifier_part(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '\'';
}

// Where the line's `//` comment starts, after the slashes; nothing if there is none.
std::optional<std::size_t> comment_start(std::string_view line) {
    char quote = '\0';
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote != '\0') {
            if (c == '\\') {
                ++i;
            } else if (c == quote) {
                quote = '\0';
            }
        } else if (c == '"' || (c == '\'' && (i == 0 || !is_identifier_part(line[i - 1])))) {
            quote = c;
        } else if (c == '/' && line.substr(i, 2) == "//") {
            return i + 2;
        }
    }
    return std::nullopt;
}

std::optional<Word> word_of(std::string_view name) {
    if (name == "error") {
        return Word::Error;
    }
    if (name == "unproved") {
        return Word::Unproved;
    }
    if (name == "refuted") {
        return Word::Refuted;
    }
    if (name == "exhausted") {
        return Word::Exhausted;
    }
    if (name == "warning") {
        return Word::Warning;
    }
    return std::nullopt;
}

std::string_view name_of(Word word) {
    switch (word) {
    case Word::Error:
        return "error";
    case Word::Unproved:
        return "unproved";
    case Word::Refuted:
        return "refuted";
    case Word::Exhausted:
        return "exhausted";
    case Word::Warning:
        return "warning";
    }
    return "?";
}

// Reads one comment: word[id] or word[id]: "text", any number of them, and nothing else.
class CommentReader {
  public:
    CommentReader(std::string_view comment, std::size_t line, Annotations& result)
        : rest_(comment), line_(line), result_(result) {}

    void read() {
        skip_spaces();
        if (!starts_directive(rest_)) {
            refuse_hidden_directives();
            return;
        }
        while (!rest_.empty()) {
            if (!read_one()) {
                return;
            }
            skip_spaces();
        }
    }

  private:
    static bool starts_directive(std::string_view text) {
        const auto bracket = std::find_if_not(text.begin(), text.end(), is_letter);
        return bracket != text.begin() && bracket != text.end() && *bracket == '[';
    }

    void mistake(const std::string& what) { result_.mistakes.push_back(fmt::format("line {}: {}", line_, what)); }

    void skip_spaces() {
        while (!rest_.empty() && std::isspace(static_cast<unsigned char>(rest_.front())) != 0) {
            rest_.remove_prefix(1);
        }
    }

    // A directive after other text, or a run line that is not the first, would expect something that nobody checks.
    void refuse_hidden_directives() {
        for (const char* word : {"error[", "unproved[", "refuted[", "exhausted[", "warning["}) {
            if (rest_.find(word) != std::string_view::npos) {
                mistake(fmt::format("text before the directive {}…]", word));
            }
        }
        if (rest_.substr(0, 4) == "run:" && line_ != 1) {
            mistake("a run directive must be the first line");
        }
    }

    bool read_one() {
        if (!starts_directive(rest_)) {
            mistake(fmt::format("not a directive: {}", rest_));
            return false;
        }
        const std::size_t bracket = rest_.find('[');
        const std::string_view name = rest_.substr(0, bracket);
        const std::size_t end = rest_.find(']');
        const std::optional<Word> word = word_of(name);
        if (!word || end == std::string_view::npos) {
            mistake(!word ? fmt::format("unknown directive: {}", name) : "missing ']'");
            return false;
        }
        Expectation expectation{line_, *word, std::string(rest_.substr(bracket + 1, end - bracket - 1)), ""};
        const bool is_id = !expectation.id.empty() && std::all_of(expectation.id.begin(), expectation.id.end(),
                                                                  [](char c) { return is_letter(c) || c == '-'; });
        if (!is_id) {
            mistake(fmt::format("not an id: '{}'", expectation.id));
            return false;
        }
        rest_.remove_prefix(end + 1);
        if (!read_text(expectation) || !read_hint(expectation)) {
            return false;
        }
        result_.expectations.push_back(std::move(expectation));
        return true;
    }

    // : "text"
    bool read_text(Expectation& expectation) {
        if (rest_.empty() || rest_.front() != ':') {
            return true;
        }
        rest_.remove_prefix(1);
        return read_quoted(expectation.text);
    }

    // hint: "text", or hint: none
    bool read_hint(Expectation& expectation) {
        constexpr std::string_view kHint = "hint:";
        constexpr std::string_view kNone = "none";
        const std::string_view before = rest_;
        skip_spaces();
        if (!rest_.starts_with(kHint)) {
            rest_ = before;
            return true;
        }
        rest_.remove_prefix(kHint.size());
        skip_spaces();
        if (rest_.starts_with(kNone)) {
            expectation.no_hint = true;
            rest_.remove_prefix(kNone.size());
            return true;
        }
        return read_quoted(expectation.hint);
    }

    // Text in quotes, which contains no quote.
    bool read_quoted(std::string& text) {
        skip_spaces();
        const std::size_t end = rest_.empty() || rest_.front() != '"' ? std::string_view::npos : rest_.find('"', 1);
        if (end == std::string_view::npos || end == 1) {
            mistake("expected text in double quotes after ':'");
            return false;
        }
        text = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        return true;
    }

    std::string_view rest_;
    std::size_t line_;
    Annotations& result_;
};

std::vector<std::string> words(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::vector<std::string> result;
    for (std::string word; stream >> word;) {
        result.push_back(word);
    }
    return result;
}

bool accepts(const Expectation& expectation, const Finding& finding) {
    if (expectation.line != finding.line || expectation.id != finding.id ||
        finding.message.find(expectation.text) == std::string::npos ||
        finding.hint.find(expectation.hint) == std::string::npos || (expectation.no_hint && !finding.hint.empty()) ||
        finding.severity != (expectation.word == Word::Warning ? "warning" : "error")) {
        return false;
    }
    switch (expectation.word) {
    case Word::Error:
        return finding.verdict.empty() || finding.verdict == "unproved" || finding.verdict == "refuted";
    case Word::Unproved:
    case Word::Refuted:
    case Word::Exhausted:
        return finding.verdict == name_of(expectation.word);
    case Word::Warning:
        return true;
    }
    return false;
}

// Expectations that say more choose first, so that they are not left with what they refuse.
bool is_more_specific(const Expectation& a, const Expectation& b) {
    const auto rank = [](const Expectation& e) {
        return (e.text.empty() ? 0 : 4) + (e.hint.empty() && !e.no_hint ? 0 : 2) + (e.word == Word::Error ? 0 : 1);
    };
    return rank(a) > rank(b);
}

} // namespace

Annotations read_annotations(std::string_view text) {
    constexpr std::string_view kRun = "// run:";
    Annotations result;
    result.command = {"verify"};
    std::istringstream stream{std::string(text)};
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (number == 1 && line.rfind(kRun, 0) == 0) {
            result.command = words(std::string_view(line).substr(kRun.size()));
            if (result.command.empty() || (result.command[0] != "verify" && result.command[0] != "resolve")) {
                result.mistakes.emplace_back("line 1: run expects the command verify or resolve");
            }
        } else if (const std::optional<std::size_t> start = comment_start(line)) {
            CommentReader(std::string_view(line).substr(*start), number, result).read();
        }
    }
    return result;
}

std::vector<std::string> differences(const std::vector<Expectation>& expected, const std::vector<Finding>& found) {
    std::vector<Expectation> open = expected;
    std::stable_sort(open.begin(), open.end(), is_more_specific);
    std::vector<Finding> unexpected;
    for (const Finding& finding : found) {
        if (finding.severity != "note") {
            unexpected.push_back(finding);
        }
    }
    std::vector<std::string> result;
    for (const Expectation& expectation : open) {
        const auto match = std::find_if(unexpected.begin(), unexpected.end(),
                                        [&](const Finding& finding) { return accepts(expectation, finding); });
        if (match == unexpected.end()) {
            result.push_back("expected, not found: " + to_string(expectation));
        } else {
            unexpected.erase(match);
        }
    }
    for (const Finding& finding : unexpected) {
        result.push_back("found, not expected: " + to_string(finding));
    }
    return result;
}

std::string to_string(const Expectation& expectation) {
    const std::string hint = expectation.no_hint        ? " hint: none"
                             : expectation.hint.empty() ? ""
                                                        : fmt::format(" hint: \"{}\"", expectation.hint);
    return fmt::format("line {}: {}[{}]{}{}", expectation.line, name_of(expectation.word), expectation.id,
                       expectation.text.empty() ? "" : fmt::format(": \"{}\"", expectation.text), hint);
}

std::string to_string(const Finding& finding) {
    return fmt::format("line {}: {}[{}] {}{}{}", finding.line, finding.severity, finding.id,
                       finding.verdict.empty() ? "" : "(" + finding.verdict + ") ", finding.message,
                       finding.hint.empty() ? "" : fmt::format(" hint: {}", finding.hint));
}

} // namespace daphnia::harness
