// Patterns against tokens; see slip_table.h for how they are written.
#include "parse/slip_matcher.h"

#include "DafnyParser.h"
#include "support/foreign_types.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace daphnia::parse {

using P = DafnyParser;

namespace {

constexpr std::size_t kFarthest = 60;       // tokens before the error that are looked at
constexpr std::size_t kLongestCapture = 40; // characters that a hint repeats

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> result;
    while (true) {
        const std::size_t end = text.find(separator);
        result.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return result;
        }
        text.remove_prefix(end + 1);
    }
}

bool is_open_brace(std::size_t type) {
    return type == P::LBRACE || type == P::BLOCK_LBRACE || type == P::CASES_LBRACE || type == P::LBRACE_COLON ||
           type == P::DOMAIN_ATTRIBUTE;
}

bool is_modifier(std::size_t type) {
    constexpr std::array kModifiers = {P::ABSTRACT,    P::GHOST,    P::STATIC, P::OPAQUE,
                                       P::REPLACEABLE, P::TWOSTATE, P::LEAST,  P::GREATEST};
    return std::find(kModifiers.begin(), kModifiers.end(), type) != kModifiers.end();
}

bool is_type_word(std::size_t type) {
    constexpr std::array kTypes = {P::BOOL, P::CHAR,     P::INT, P::NAT,  P::REAL,  P::STRING, P::OBJECT, P::BV,
                                   P::SEQ,  P::MULTISET, P::SET, P::ISET, P::ARRAY, P::MAP,    P::IMAP};
    return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

bool is_wildcard(std::string_view element) {
    constexpr std::array<std::string_view, 7> kWildcards = {"NAME", "WORD", "NUMBER", "STRING", "TYPE", "EXPR", "ANY"};
    return std::find(kWildcards.begin(), kWildcards.end(), element) != kWildcards.end();
}

// What says, right behind the first word of a statement, that the word is a variable or a method.
bool is_after_variable(std::string_view sign) {
    constexpr std::array<std::string_view, 8> kSigns = {":=", ",", ".", "[", ";", ":|", ":-", "="};
    return std::find(kSigns.begin(), kSigns.end(), sign) != kSigns.end();
}

} // namespace

SlipMatcher::SlipMatcher(const ErrorSite& site) : site_(site), statement_(site.begin) {
    for (std::size_t i = site.begin; i < site.found; ++i) {
        if (head_ == 0 && !is_modifier(type(i))) {
            head_ = type(i);
        }
        depth_ += is_open_brace(type(i)) ? 1 : type(i) == P::RBRACE ? -1 : 0;
    }
    int open = 0;
    for (std::size_t i = site.found; i > site.begin; --i) {
        const std::string_view before = text(i - 1);
        if (before == ")" || before == "]") {
            ++open;
        } else if (before == "(" || before == "[") {
            --open;
        } else if (open <= 0 && (before == ";" || before == "{" || before == "}")) {
            statement_ = i;
            break;
        }
    }
}

std::string_view SlipMatcher::text(std::size_t token) const {
    const Token& own = site_.tokens[token];
    return site_.file.text().substr(own.begin, own.end - own.begin);
}

bool SlipMatcher::behind_brace() const {
    return site_.found > site_.begin && type(site_.found - 1) == P::RBRACE;
}

bool SlipMatcher::of_method() const {
    return head_ == P::METHOD || head_ == P::LEMMA || head_ == P::CONSTRUCTOR;
}

bool SlipMatcher::of_function() const {
    return head_ == P::FUNCTION || head_ == P::PREDICATE;
}

bool SlipMatcher::wants_declaration() const {
    return site_.expected.contains(static_cast<std::size_t>(P::CLASS)) &&
           site_.expected.contains(static_cast<std::size_t>(P::MODULE));
}

bool SlipMatcher::wants_end() const {
    return site_.expected.contains(static_cast<std::size_t>(antlr4::Token::EOF));
}

bool SlipMatcher::wants_statement() const {
    return site_.semicolon || (site_.expected.contains(static_cast<std::size_t>(P::PRINT)) &&
                               site_.expected.contains(static_cast<std::size_t>(P::WHILE)));
}

bool SlipMatcher::wants_expression() const {
    return site_.expected.contains(static_cast<std::size_t>(P::TRUE_LIT)) &&
           site_.expected.contains(static_cast<std::size_t>(P::LBRACKET));
}

std::string SlipMatcher::unbalanced() const {
    int open = 0;
    for (std::size_t i = site_.begin; i < site_.found; ++i) {
        open += text(i) == "(" ? 1 : text(i) == ")" ? -1 : 0;
    }
    const std::string_view here = text(site_.found);
    if (here == ")" && open == 0) {
        return "there is no '(' for this ')'";
    }
    if (open == 0 || here == ")" || !wants_expression()) {
        return {};
    }
    return text(site_.found - 1) == ";" ? "a ')' is missing before the ';'" : "a ')' is missing";
}

bool SlipMatcher::fits(SlipPlace place) const {
    const auto wants = [&](std::size_t token) { return site_.expected.contains(token); };
    switch (place) {
    case SlipPlace::Anywhere:
        return !wants_declaration();
    case SlipPlace::Declaration:
        return wants_declaration() ||
               (depth_ == 0 && wants_end() && (behind_brace() || !(of_method() || of_function())));
    case SlipPlace::Ended:
        return wants_end();
    case SlipPlace::AfterBody:
        return depth_ == 0 && behind_brace() && (wants_end() || wants_declaration());
    case SlipPlace::Head:
        return in_head() && (of_method() || of_function());
    case SlipPlace::MethodHead:
        return in_head() && of_method();
    case SlipPlace::FunctionHead:
        return in_head() && of_function();
    case SlipPlace::Statement:
        return in_body() && of_method() && wants_statement();
    case SlipPlace::FunctionBody:
        return in_body() && of_function();
    case SlipPlace::MethodBody:
        return in_body() && of_method();
    case SlipPlace::Type:
        return site_.rule == P::RuleType || site_.rule == P::RuleTypeAtom;
    case SlipPlace::Binder:
        return site_.rule == P::RuleBinders || site_.rule == P::RuleBoundVar || site_.rule == P::RuleDomain;
    case SlipPlace::Block:
        return site_.rule == P::RuleBlock && wants(P::LBRACE);
    case SlipPlace::CaseArrow:
        return wants(P::ARROW) && !wants_expression();
    case SlipPlace::ThenBranch:
        return wants(P::THEN);
    case SlipPlace::ElseBranch:
        return wants(P::ELSE) && site_.rule == P::RulePrefix;
    }
    return false;
}

bool SlipMatcher::starts_statement(std::size_t token) const {
    if (token == site_.begin) {
        return false; // of the declaration
    }
    const std::string_view before = text(token - 1);
    return before == ";" || before == "{" || before == "}" || before == "else" || before == "=>";
}

std::optional<std::string> SlipMatcher::match(const Slip& slip) {
    if (!fits(slip.place)) {
        return std::nullopt;
    }
    elements_ = split(slip.pattern, ' ');
    // The pattern may begin with what ends the statement before.
    std::size_t first = std::max(site_.begin, statement_ > 0 ? statement_ - 1 : 0);
    first = std::max(first, site_.found > kFarthest ? site_.found - kFarthest : 0);
    for (std::size_t start = site_.found + 1; start > first; --start) {
        captures_.clear();
        if (match_from(0, start - 1)) {
            return filled_in(slip.hint);
        }
    }
    return std::nullopt;
}

bool SlipMatcher::match_from(std::size_t element, std::size_t token) {
    if (element == elements_.size()) {
        return token > site_.found;
    }
    std::string_view wanted = elements_[element];
    if (wanted == "^") {
        return starts_statement(token) && match_from(element + 1, token);
    }
    if (wanted == "~") {
        return token > 0 && site_.tokens[token - 1].end == site_.tokens[token].begin && match_from(element + 1, token);
    }
    const bool here = wanted.size() > 1 && wanted.front() == '@';
    if (here) {
        if (token != site_.found) {
            return false;
        }
        wanted.remove_prefix(1);
    } else if (token == site_.found && wanted != "…") {
        return false;
    }
    return match_element(wanted, element, token);
}

bool SlipMatcher::match_element(std::string_view wanted, std::size_t element, std::size_t token) {
    if (wanted == "…" || wanted == "EXPR") {
        const bool variable = element > 1 && elements_[element - 2] == "^" && is_after_variable(text(token));
        return !variable && match_any_number(element, token, wanted == "EXPR");
    }
    const std::size_t captured = captures_.size();
    for (const std::string_view alternative : wanted == "," ? std::vector{wanted} : split(wanted, ',')) {
        if (is_wildcard(alternative)) {
            if (match_wildcard(alternative, element, token)) {
                return true;
            }
            captures_.resize(captured);
        } else if (text(token) == (alternative.empty() ? "," : alternative) && match_from(element + 1, token + 1)) {
            return true;
        }
    }
    captures_.resize(captured);
    return false;
}

bool SlipMatcher::is_word(std::size_t token) const {
    const std::string_view word = text(token);
    return !word.empty() && (std::isalpha(static_cast<unsigned char>(word.front())) != 0 || word.front() == '_');
}

bool SlipMatcher::match_wildcard(std::string_view wildcard, std::size_t element, std::size_t token) {
    if (type(token) == antlr4::Token::EOF && wildcard != "ANY") {
        return false;
    }
    if (wildcard == "TYPE") {
        // The word of a type alone, too: the parser may have stopped at its brackets.
        for (const bool whole : {true, false}) {
            std::string spelled;
            const std::optional<std::size_t> behind = type_at(token, spelled, whole);
            captures_.push_back(std::move(spelled));
            if (behind && match_from(element + 1, *behind)) {
                return true;
            }
            captures_.pop_back();
        }
        return false;
    }
    const std::size_t own = type(token);
    const bool named = own == P::IDENT || own == P::LABEL_NAME || own == P::NAMED_ARG || own == P::BINDING_IDENT ||
                       own == P::LAMBDA_IDENT;
    const bool fits = wildcard == "NAME"     ? named
                      : wildcard == "WORD"   ? is_word(token)
                      : wildcard == "NUMBER" ? own == P::DIGITS || own == P::HEX_LIT
                      : wildcard == "STRING" ? own == P::STRING_LIT || own == P::VERBATIM_LIT
                                             : true;
    if (!fits) {
        return false;
    }
    if (wildcard != "ANY") {
        captures_.emplace_back(text(token));
    }
    return match_from(element + 1, token + 1);
}

bool SlipMatcher::match_any_number(std::size_t element, std::size_t token, bool captured) {
    const std::size_t before = captures_.size();
    for (std::size_t behind = captured ? token + 1 : token; behind <= std::min(end(), token + kFarthest); ++behind) {
        if (captured) {
            const std::string_view last = text(behind - 1);
            if (last == "{" || last == "}" || last == ";") {
                return false;
            }
            captures_.push_back(source(token, behind));
        }
        if (match_from(element + 1, behind)) {
            return true;
        }
        captures_.resize(before);
        if (behind < end() && (is_open_brace(type(behind)) || type(behind) == P::RBRACE) && behind >= site_.found) {
            return false;
        }
    }
    return false;
}

std::string SlipMatcher::source(std::size_t from, std::size_t to) const {
    if (from >= to) {
        return {};
    }
    const std::string line = support::one_line({&site_.file, site_.tokens[from].begin, site_.tokens[to - 1].end});
    return line.size() > kLongestCapture ? "…" : line;
}

std::string SlipMatcher::filled_in(const char* hint) const {
    std::string result;
    for (std::string_view rest = hint; !rest.empty();) {
        if (rest.size() >= 3 && rest[0] == '{' && rest[2] == '}' && rest[1] != ' ') {
            const auto index = static_cast<std::size_t>(rest[1] - '0');
            result += rest[1] == 'w'             ? std::string(text(site_.found))
                      : rest[1] == 's'           ? source(statement_, site_.found)
                      : index < captures_.size() ? captures_[index]
                                                 : "…";
            rest.remove_prefix(3);
        } else {
            result += rest.front();
            rest.remove_prefix(1);
        }
    }
    return result;
}

// ---- types

std::optional<std::size_t> SlipMatcher::type_list(std::size_t token, std::string_view close,
                                                  std::string& spelled) const {
    for (std::size_t i = token; i < end();) {
        const std::optional<std::size_t> behind = type_at(i, spelled);
        if (!behind) {
            return std::nullopt;
        }
        if (text(*behind) == close) {
            return *behind + 1;
        }
        if (text(*behind) != ",") {
            return std::nullopt;
        }
        spelled += ", ";
        i = *behind + 1;
    }
    return std::nullopt;
}

// A word that is no type of any language is one when it has a capital.
std::optional<std::size_t> SlipMatcher::type_at(std::size_t token, std::string& spelled, bool whole) const {
    std::optional<std::size_t> behind;
    if (text(token) == "(" || text(token) == "[") {
        const bool list = text(token) == "[";
        spelled += list ? "seq<" : "(";
        behind = type_list(token + 1, list ? "]" : ")", spelled);
        spelled += list ? ">" : ")";
        return behind;
    }
    const std::string_view word = text(token);
    const std::string_view called = support::type_called(word);
    const bool capital = !word.empty() && std::isupper(static_cast<unsigned char>(word.front())) != 0;
    if (!is_type_word(type(token)) && called.empty() && !(capital && type(token) == P::IDENT)) {
        return std::nullopt;
    }
    std::string result(called.empty() ? word : called);
    std::size_t next = token + 1;
    if (!whole) {
        spelled += result;
        return next;
    }
    if (text(next) == "<" || (text(next) == "[" && text(next + 1) != "]")) {
        result += '<';
        behind = type_list(next + 1, text(next) == "<" ? ">" : "]", result);
        if (!behind) {
            return std::nullopt;
        }
        result += '>';
        next = *behind;
    }
    while (next < end() && text(next) == "[" && text(next + 1) == "]") {
        result = "array<" + result + ">";
        next += 2;
    }
    spelled += result;
    return next;
}

} // namespace daphnia::parse
