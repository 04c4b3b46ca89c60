// The state of the role pass, shared by the files that implement it. Private to parse.
#pragma once

#include "parse/levels.h"
#include "parse/lookahead.h"
#include "parse/roles.h"

#include <string>
#include <string_view>
#include <unordered_set>

namespace daphnia::parse {

class RolePass {
  public:
    RolePass(const std::vector<Token>& tokens, const support::SourceFile& file, support::DiagnosticSink& sink);
    RoleResult run();

  private:
    // ---- roles.cpp: the walk, names and separators
    void step();
    void word();
    void name();
    void brackets_and_separators();
    void comma();
    void semicolon();

    // ---- role_operators.cpp
    void operators();
    void real_number();
    void number();
    void body_colons();
    void bar();
    void less();
    void greater();
    void arrow();
    void at_sign();
    void gets();
    bool is_type_bracket(std::size_t open);

    // ---- role_braces.cpp: what opens and closes levels
    void open_paren();
    void open_brace();
    void open_brace_of_declaration();
    void open_brace_of_statement();
    bool forall_proof();
    void close(std::size_t open_type);
    void push(Mode mode, std::size_t open, Close close_as);
    void pop();
    void check_depth();

    // ---- role_words.cpp: keywords
    void keyword(std::size_t type);
    void binder_keyword(std::size_t type);
    void case_keyword();
    void else_keyword();
    void proof_keyword(std::size_t type);
    void clause_keyword(std::size_t type);
    bool contextual_keyword(std::size_t type) const;

    // ---- role_chunks.cpp: declarations
    bool declaration_word(std::size_t type);
    void start_chunk();
    void finish_chunk(Chunk::Kind kind, std::size_t end);
    void leave_unclosed(std::size_t type);
    bool in_container_of_modules() const;
    void stray();

    // ---- helpers
    Level& level() { return levels_.back(); }
    const Level& level() const { return levels_.back(); }
    const Token& token() const { return tokens_[position_]; }
    std::size_t next_type(std::size_t ahead = 1) const { return look_.type(position_ + ahead); }
    bool next_is_name() const { return is_name(next_type()); }
    std::string_view text(const Token& token) const {
        return file_.text().substr(token.begin, token.end - token.begin);
    }
    void emit(std::size_t type, std::size_t consumed = 1);
    void operand(std::size_t type);                             // ends an operand
    void operator_(std::size_t type, std::size_t consumed = 1); // an operand must follow
    void end_statement();
    Binder* active_binder(); // null when there is none since the last let
    bool binder_in(Binder::Part part);
    bool let_pattern() const { return !level().semicolons.empty() && level().semicolons.back().in_pattern; }
    bool in_expression() const;
    bool label_place() const;
    // Whether a name followed by `reads` or `requires` starts a lambda expression and not the next clause.
    bool lambda_clauses_allowed() const;
    void add_operator();
    void reset_operators();
    void drop_binders(std::size_t keep);
    void drop_inner_binders();
    void drop_openers();

    const std::vector<Token>& tokens_;
    const support::SourceFile& file_;
    support::DiagnosticSink& sink_;
    Lookahead look_;

    std::size_t position_ = 0;
    std::vector<Token> out_;
    std::vector<Chunk> chunks_;
    std::vector<Level> levels_;
    std::unordered_set<std::size_t> type_brackets_; // positions in tokens_

    std::size_t previous_ = 0; // type of the last token; attributes do not count
    std::size_t before_previous_ = 0;
    bool operand_end_ = false;     // the last token ended an operand
    bool statement_start_ = false; // a statement may start here
    bool pending_forall_ = false;  // `forall (`: the variables are behind the parenthesis

    // The declaration being read.
    bool in_chunk_ = false;
    std::size_t chunk_begin_ = 0;
    std::size_t head_ = 0; // its main keyword; 0 before it
    bool too_deep_ = false;
    bool depth_reported_ = false;
    enum class HeadPart { Keyword, Name, Rest } head_part_ = HeadPart::Keyword;
    std::vector<std::size_t> containers_; // main keywords of the open containers

    std::size_t depth_ = 0; // operators and open cases of all levels
};

} // namespace daphnia::parse
