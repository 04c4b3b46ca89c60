// The wording of syntax errors.
#include "parse/syntax_errors.h"

#include "parse/slips.h"

#include <fmt/format.h>

#include <vector>

namespace daphnia::parse {

using P = DafnyParser;

namespace {

constexpr std::size_t kMostHints = 200;

// How the types that the role pass gives are written; empty for all others.
std::string special_spelling(std::size_t type) {
    switch (type) {
    case P::TYPE_LT:
        return "<";
    case P::TYPE_GT:
        return ">";
    case P::BAR_CLOSE:
    case P::RANGE_BAR:
        return "|";
    case P::FROM_ARROW:
        return "<-";
    case P::NAMED_LPAREN:
    case P::LAMBDA_LPAREN:
    case P::STMT_LPAREN:
        return "(";
    case P::CASES_LBRACE:
    case P::BLOCK_LBRACE:
        return "{";
    case P::MATCH_CASE:
    case P::GUARD_CASE:
    case P::EXPR_CASE:
    case P::FIRST_EXPR_CASE:
        return "case";
    case P::TO:
        return "to";
    case P::DOWNTO:
        return "downto";
    default:
        return "";
    }
}

std::string spelling(const antlr4::Parser& parser, std::size_t type) {
    switch (type) {
    case P::IDENT:
    case P::LABEL_NAME:
    case P::NAMED_ARG:
        return "a name";
    case P::DIGITS:
        return "a number";
    case P::STRING_LIT:
        return "a string";
    case antlr4::Token::EOF:
        return "the end of the declaration";
    default:
        break;
    }
    const std::string special = special_spelling(type);
    if (!special.empty()) {
        return "'" + special + "'";
    }
    return parser.getVocabulary().getLiteralName(type); // in quotes already
}

// What is expected, in the reader's words: kinds of things before single tokens.
std::string expectation(const antlr4::Parser& parser, const antlr4::misc::IntervalSet& expected) {
    const auto contains = [&](std::size_t type) { return expected.contains(type); };
    if (contains(P::CLASS) && contains(P::MODULE)) {
        return "a declaration";
    }
    if (contains(P::PRINT) && contains(P::WHILE)) {
        return contains(P::RBRACE) ? "a statement or '}'" : "a statement";
    }
    if (contains(P::TRUE_LIT) && contains(P::LBRACKET)) {
        return "an expression";
    }
    if (contains(P::BOOL) && contains(P::SEQ)) {
        return "a type";
    }
    constexpr std::size_t kMostListed = 5;
    std::vector<std::string> names;
    for (const auto type : expected.toList()) {
        const auto name = spelling(parser, static_cast<std::size_t>(type));
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    if (names.size() > kMostListed && contains(P::IDENT)) {
        return "a name";
    }
    if (names.empty() || names.size() > kMostListed) {
        return "";
    }
    std::string list = names.front();
    for (std::size_t i = 1; i < names.size(); ++i) {
        list += (i + 1 == names.size() ? " or " : ", ") + names[i];
    }
    return list;
}

bool is_statement_rule(std::size_t rule) {
    switch (rule) {
    case P::RuleEnd:
    case P::RuleStatement:
    case P::RuleAssertStatement:
    case P::RuleAssumeStatement:
    case P::RuleExpectStatement:
    case P::RuleRevealStatement:
    case P::RuleJump:
    case P::RuleAssignment:
    case P::RuleVariableDeclaration:
        return true;
    default:
        return false;
    }
}

// What an earlier error in the declaration leaves without its beginning.
bool is_left_over(std::size_t type) {
    return type == P::RBRACE || type == P::RPAREN || type == P::ELSE;
}

} // namespace

void SyntaxErrors::report(antlr4::Parser* parser, const antlr4::Token* found,
                          const antlr4::misc::IntervalSet& expected) {
    const std::size_t index = begin_ + found->getTokenIndex();
    const std::size_t rule = parser->getContext()->getRuleIndex();
    const Token& own = (*tokens_)[index];
    const support::SourceRange place{&file_, own.begin, own.end};
    const bool at_end = own.begin == own.end;
    const std::string text = at_end ? "the end of the file" : fmt::format("'{}'", place.text());
    const bool semicolon = expected.contains(static_cast<std::size_t>(P::SEMI)) && is_statement_rule(rule);
    auto shown = place;
    std::string message;
    if (semicolon) {
        message = fmt::format("expected ';' after this statement, found {}", text);
        if (found->getTokenIndex() > 0) {
            const Token& before = (*tokens_)[index - 1];
            shown = {&file_, before.end > before.begin ? before.end - 1 : before.begin, before.end};
        }
    } else if (expected.size() == 1 && expected.contains(static_cast<std::size_t>(antlr4::Token::EOF))) {
        message = fmt::format("unexpected {} after this declaration", text);
    } else if (const auto what = expectation(*parser, expected); !what.empty()) {
        message = fmt::format("expected {}, found {}", what, text);
    } else {
        message = at_end ? "unexpected end of the file" : "unexpected " + text;
    }
    const auto line = shown.begin_place().line;
    const bool behind = expected.contains(static_cast<std::size_t>(antlr4::Token::EOF));
    suppressed_ = line == last_line_ || (met_ && !semicolon && (behind || is_left_over(own.type)));
    met_ = true;
    if (!suppressed_) {
        // Looking for a hint takes time that grows with the declaration, and nobody reads so many.
        const ErrorSite site{file_, *tokens_, begin_, index, expected, parser->getVocabulary(), rule, semicolon};
        sink_.error(support::Rule::Syntax, shown, std::move(message),
                    ++hints_ <= kMostHints ? way_out(site) : std::string());
    }
    last_line_ = line;
}

void SyntaxErrors::reportNoViableAlternative(antlr4::Parser* parser, const antlr4::NoViableAltException& e) {
    report(parser, e.getOffendingToken(), parser->getExpectedTokens());
}

void SyntaxErrors::reportInputMismatch(antlr4::Parser* parser, const antlr4::InputMismatchException& e) {
    report(parser, e.getOffendingToken(), e.getExpectedTokens());
}

void SyntaxErrors::reportUnwantedToken(antlr4::Parser* parser) {
    if (!inErrorRecoveryMode(parser)) {
        beginErrorCondition(parser);
        report(parser, parser->getCurrentToken(), getExpectedTokens(parser));
    }
}

void SyntaxErrors::reportMissingToken(antlr4::Parser* parser) {
    if (!inErrorRecoveryMode(parser)) {
        beginErrorCondition(parser);
        report(parser, parser->getCurrentToken(), getExpectedTokens(parser));
    }
}

} // namespace daphnia::parse
