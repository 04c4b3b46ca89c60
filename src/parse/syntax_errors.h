// How the parser goes on after a syntax error and what it says about it. Private to parse.
#pragma once

#include "parse/tokens.h"
#include "support/diagnostics.h"

#include "DafnyParser.h"

#include <vector>

namespace daphnia::parse {

// ANTLR's recovery, with sentences of our own, and at most one error per line: what follows on the same line is most
// often a consequence.
class SyntaxErrors final : public antlr4::DefaultErrorStrategy {
  public:
    SyntaxErrors(const support::SourceFile& file, support::DiagnosticSink& sink) : file_(file), sink_(sink) {}

    // The tokens of the file, and the one at which the declaration starts that the parser reads next: to it the index
    // of a token of ANTLR's is added.
    void use(const std::vector<Token>& tokens, std::size_t begin) {
        tokens_ = &tokens;
        begin_ = begin;
        met_ = false;
    }
    // Whether the last error found was left unsaid because another has been said that it may come from.
    bool suppressed() const { return suppressed_; }

  protected:
    void reportNoViableAlternative(antlr4::Parser* parser, const antlr4::NoViableAltException& e) override;
    void reportInputMismatch(antlr4::Parser* parser, const antlr4::InputMismatchException& e) override;
    void reportUnwantedToken(antlr4::Parser* parser) override;
    void reportMissingToken(antlr4::Parser* parser) override;
    // Deleting a token to go on, as ANTLR would, joins what a semicolon or bracket keeps apart.
    antlr4::Token* singleTokenDeletion(antlr4::Parser*) override { return nullptr; }
    // Stands for a token that is missing. No tree with an error in it is ever looked at, so that any token will do.
    antlr4::Token* getMissingSymbol(antlr4::Parser* parser) override { return parser->getCurrentToken(); }

  private:
    void report(antlr4::Parser* parser, const antlr4::Token* found, const antlr4::misc::IntervalSet& expected);

    const support::SourceFile& file_;
    support::DiagnosticSink& sink_;
    const std::vector<Token>* tokens_ = nullptr;
    std::size_t begin_ = 0;
    std::uint32_t last_line_ = 0;
    bool suppressed_ = false;
    bool met_ = false;      // there was an error in this declaration
    std::size_t hints_ = 0; // that were looked for
};

} // namespace daphnia::parse
