// The table first, then near misses of the keywords that may stand at the place.
#include "parse/slips.h"

#include "DafnyParser.h"
#include "parse/slip_matcher.h"
#include "support/spelling.h"

#include <algorithm>
#include <cctype>

namespace daphnia::parse {

using P = DafnyParser;

namespace {

using Words = std::vector<std::string>;

Words declaration_words() {
    return {"abstract", "class",  "const",     "constructor", "datatype", "export",   "function",
            "ghost",    "import", "include",   "iterator",    "lemma",    "method",   "module",
            "newtype",  "opaque", "predicate", "static",      "trait",    "twostate", "type"};
}

Words clause_words(bool of_method) {
    Words result = {"decreases", "ensures", "modifies", "reads", "requires"};
    if (of_method) {
        result.emplace_back("returns");
    }
    return result;
}

Words statement_words(bool behind_brace) {
    Words result = {"assert", "assume", "break", "calc",  "continue", "expect", "forall", "for",  "ghost",
                    "if",     "label",  "match", "print", "return",   "reveal", "var",    "while"};
    if (behind_brace) {
        result.emplace_back("else");
    }
    return result;
}

Words operand_words() {
    return {"exists", "forall", "fresh", "if", "map", "match", "multiset", "old", "set", "unchanged"};
}

// Words that are nearly keywords, at the error or right before it.
class NearMiss {
  public:
    NearMiss(const ErrorSite& site, const SlipMatcher& matcher) : site_(site), matcher_(matcher) {}

    std::string hint() const {
        std::string result = is_word(site_.found) ? of_found() : std::string();
        if (result.empty() && matcher_.in_body() && matcher_.of_method() && matcher_.wants_statement()) {
            result = of_statement();
        }
        const bool operand =
            matcher_.in_body() || (matcher_.in_head() && (matcher_.of_method() || matcher_.of_function()));
        if (result.empty() && operand && site_.found > site_.begin && is_name(site_.found - 1)) {
            result = support::did_you_mean(matcher_.text(site_.found - 1), operand_words());
        }
        return result;
    }

  private:
    bool is_word(std::size_t token) const {
        const std::string_view text = matcher_.text(token);
        return !text.empty() && std::isalpha(static_cast<unsigned char>(text.front())) != 0;
    }
    bool is_name(std::size_t token) const { return matcher_.type(token) == P::IDENT; }

    std::string of_found() const {
        Words candidates;
        if (matcher_.wants_declaration()) {
            candidates = declaration_words();
        } else if (matcher_.wants_end() && matcher_.in_head()) {
            candidates = clause_words(matcher_.of_method());
        } else if (matcher_.wants_end() && !matcher_.in_body()) {
            candidates = declaration_words();
        } else {
            candidates = expected_words();
        }
        const std::string_view found = matcher_.text(site_.found);
        if (!is_name(site_.found)) {
            // A keyword is misspelled only by what is missing at its end: `return` for `returns`.
            std::erase_if(candidates, [&](const std::string& each) { return !each.starts_with(found); });
        }
        return support::did_you_mean(found, candidates);
    }

    Words expected_words() const {
        Words result;
        for (const auto type : site_.expected.toList()) {
            const std::string literal = site_.vocabulary.getLiteralName(static_cast<std::size_t>(type)); // in quotes
            if (literal.size() > 2 && std::isalpha(static_cast<unsigned char>(literal[1])) != 0) {
                result.push_back(literal.substr(1, literal.size() - 2));
            }
        }
        return result;
    }

    // The word that a statement starts with, or that follows the head of a loop.
    std::string of_statement() const {
        const std::size_t first = matcher_.statement();
        const bool alone = first + 1 == site_.found || matcher_.text(site_.found) == "{";
        if (first < site_.found && alone && is_name(first)) {
            const bool behind_brace = first > site_.begin && matcher_.text(first - 1) == "}";
            return support::did_you_mean(matcher_.text(first), statement_words(behind_brace));
        }
        if (first + 1 < site_.found && is_name(site_.found - 1)) {
            return support::did_you_mean(matcher_.text(site_.found - 1), {"decreases", "invariant", "modifies"});
        }
        return {};
    }

    const ErrorSite& site_;
    const SlipMatcher& matcher_;
};

std::string from_table(SlipMatcher& matcher, std::span<const Slip> table) {
    for (const Slip& slip : table) {
        if (std::optional<std::string> hint = matcher.match(slip)) {
            return std::move(*hint);
        }
    }
    return {};
}

// `x // 2;` has its semicolon in a comment.
bool is_semicolon_in_comment(const ErrorSite& site) {
    if (!site.semicolon || site.found == 0) {
        return false;
    }
    const std::uint32_t end = site.tokens[site.found - 1].end;
    const std::string_view gap = site.file.text().substr(end, site.tokens[site.found].begin - end);
    const std::string_view line = gap.substr(0, gap.find('\n'));
    const std::size_t comment = line.find("//");
    if (comment == std::string_view::npos) {
        return false;
    }
    // Nothing but an operand before the semicolon: other comments are comments.
    std::string_view rest = line.substr(comment + 2);
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const std::size_t operand =
        rest.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_()");
    return operand != 0 && operand != std::string_view::npos && rest.substr(operand, 1) == ";";
}

} // namespace

std::string way_out(const ErrorSite& site) {
    if (is_semicolon_in_comment(site)) {
        return "'//' starts a comment, and the ';' is in it; division is written '/'";
    }
    SlipMatcher matcher(site);
    for (const std::span<const Slip> table : {slips_of_declarations(), slips_of_statements(), slips_of_expressions()}) {
        if (std::string hint = from_table(matcher, table); !hint.empty()) {
            return hint;
        }
    }
    if (std::string hint = NearMiss(site, matcher).hint(); !hint.empty()) {
        return hint;
    }
    std::string hint = matcher.unbalanced();
    return hint.empty() ? from_table(matcher, slips_after_near_misses()) : hint;
}

std::string way_out_of_character(std::string_view text, std::size_t at) {
    if (at > 0 && text.substr(at - 1).starts_with("/\\")) {
        return "'and' is written '&&'";
    }
    for (const CharacterSlip& slip : slips_of_characters()) {
        if (text.substr(at).starts_with(slip.text)) {
            return slip.hint;
        }
    }
    return {};
}

} // namespace daphnia::parse
