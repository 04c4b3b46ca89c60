// The walk of the role pass over the tokens: names and separators.
#include "parse/roles.h"

#include "parse/role_pass.h"

#include "DafnyLexer.h"

#include <algorithm>

namespace daphnia::parse {

using L = DafnyLexer;

namespace {

// Keywords that cannot continue an expression.
bool only_starts_statement(std::size_t type) {
    switch (type) {
    case L::ASSERT:
    case L::ASSUME:
    case L::BREAK:
    case L::CALC:
    case L::CONTINUE:
    case L::EXPECT:
    case L::FOR:
    case L::FORALL:
    case L::GHOST:
    case L::IF:
    case L::LABEL:
    case L::MATCH:
    case L::MODIFY:
    case L::PRINT:
    case L::RETURN:
    case L::VAR:
    case L::WHILE:
    case L::YIELD:
        return true;
    default:
        return false;
    }
}

} // namespace

RoleResult assign_roles(const std::vector<Token>& tokens, const support::SourceFile& file,
                        support::DiagnosticSink& sink) {
    return RolePass(tokens, file, sink).run();
}

RolePass::RolePass(const std::vector<Token>& tokens, const support::SourceFile& file, support::DiagnosticSink& sink)
    : tokens_(tokens), file_(file), sink_(sink), look_(tokens) {
    out_.reserve(tokens.size());
    levels_.push_back(Level{Mode::Declarations, antlr4::Token::EOF});
}

RoleResult RolePass::run() {
    while (token().type != antlr4::Token::EOF) {
        step();
    }
    if (in_chunk_) {
        finish_chunk(Chunk::Kind::Declaration, out_.size());
    }
    for (std::size_t open = containers_.size(); open > 0; --open) {
        sink_.error(support::Rule::Syntax, {&file_, token().begin, token().end},
                    "expected '}': the body of a declaration is not closed at the end of the file");
        chunks_.push_back({Chunk::Kind::Close, out_.size(), out_.size()});
    }
    emit(antlr4::Token::EOF, 0);
    return {std::move(out_), std::move(chunks_)};
}

void RolePass::step() {
    if (declaration_word(token().type)) {
        return;
    }
    if (level().mode == Mode::Declarations && !in_chunk_ && token().type != L::RBRACE) {
        stray();
    }
    if (level().mode == Mode::Statements && operand_end_ && only_starts_statement(token().type)) {
        // A loop without a body ends here, or a semicolon is missing.
        end_statement();
        operand_end_ = false;
        statement_start_ = true;
    }
    if (statement_start_ && token().type != L::ELSE) {
        reset_operators();
        depth_ -= level().else_branches;
        level().else_branches = 0;
    }
    if (is_name(token().type) || token().type >= L::ABSTRACT || token().type == L::ARRAY || token().type == L::BV) {
        word();
    } else {
        brackets_and_separators();
    }
}

void RolePass::emit(std::size_t type, std::size_t consumed) {
    Token result = token();
    result.type = type;
    if (consumed > 1) {
        result.end = tokens_[position_ + consumed - 1].end;
    }
    out_.push_back(result);
    before_previous_ = previous_;
    previous_ = type;
    position_ += consumed;
    statement_start_ = false;
    level().after_line = false;
}

void RolePass::operand(std::size_t type) {
    emit(type);
    operand_end_ = true;
}

void RolePass::operator_(std::size_t type, std::size_t consumed) {
    emit(type, consumed);
    operand_end_ = false;
    add_operator();
}

// Those outside of a let that is not complete are out of reach.
Binder* RolePass::active_binder() {
    Level& here = level();
    const std::size_t outer = here.semicolons.empty() ? 0 : here.semicolons.back().binders;
    return here.binders.size() > outer ? &here.binders.back() : nullptr;
}

bool RolePass::binder_in(Binder::Part part) {
    const Binder* binder = active_binder();
    return binder != nullptr && binder->part == part;
}

void RolePass::drop_binders(std::size_t keep) {
    auto& binders = level().binders;
    while (binders.size() > keep) {
        const Binder& last = binders.back();
        if (!last.separated && (last.keyword == L::SET || last.keyword == L::ISET)) {
            out_[last.index].type = L::SET_ALONE;
            if (last.index + 2 < out_.size() && out_[last.index + 2].type == L::COLON) {
                out_[last.index + 2].type = L::SET_COLON;
            }
        }
        binders.pop_back();
    }
}

void RolePass::drop_inner_binders() {
    drop_binders(level().semicolons.empty() ? 0 : level().semicolons.back().binders);
}

void RolePass::drop_openers() {
    for (const Opener& opener : level().openers) {
        if (opener.kind == Opener::Kind::Match && !opener.statement) {
            out_[opener.index].type = L::MATCH_EMPTY;
        }
    }
    level().openers.clear();
}

bool RolePass::in_expression() const {
    return !statement_start_ && !(previous_ == L::GHOST && level().mode == Mode::Statements);
}

bool RolePass::label_place() const {
    return previous_ == L::ASSERT || previous_ == L::ASSUME || previous_ == L::REQUIRES || previous_ == L::ENSURES ||
           previous_ == L::INVARIANT;
}

bool RolePass::lambda_clauses_allowed() const {
    return !level().in_clauses && (level().mode != Mode::Declarations || head_ == L::CONST);
}

// ---- words

void RolePass::word() {
    const std::size_t type = token().type;
    if (previous_ == L::LBRACE_COLON || previous_ == L::DOMAIN_ATTRIBUTE) {
        emit(L::IDENT); // the name of an attribute may be any word
        operand_end_ = false;
        return;
    }
    if (previous_ == L::DOT && (type == L::REQUIRES || type == L::READS)) {
        operand(L::IDENT); // f.requires(x)
        return;
    }
    if (is_name(type) ? contextual_keyword(type) : true) {
        keyword(type);
    } else {
        name();
    }
}

void RolePass::name() {
    const std::size_t next = next_type();
    if (label_place() && next == L::COLON) {
        operand(L::LABEL_NAME);
        return;
    }
    const bool guard_place = previous_ == L::IF || previous_ == L::GUARD_CASE;
    if (guard_place && (next == L::COLON || next == L::COMMA || next == L::SUCH_THAT || next == L::LBRACE_COLON)) {
        operand(L::BINDING_IDENT);
        return;
    }
    if (previous_ == L::ASSIGN_EQ && (head_ == L::TYPE || head_ == L::NEWTYPE) &&
        (next == L::COLON || next == L::BAR)) {
        operand(L::BINDING_IDENT);
        return;
    }
    const bool argument_place =
        previous_ == L::LPAREN || previous_ == L::STMT_LPAREN || previous_ == L::COMMA || previous_ == L::GHOST;
    if (argument_place && next == L::GETS && (level().open == L::LPAREN) && !let_pattern()) {
        operand(L::NAMED_ARG);
        return;
    }
    if (level().mode == Mode::Statements && text(token()) == "to" && operand_end_ && !level().openers.empty() &&
        level().openers.back().kind == Opener::Kind::For) {
        operator_(L::TO);
        return;
    }
    if (level().mode == Mode::Statements && text(token()) == "downto" && operand_end_ && !level().openers.empty() &&
        level().openers.back().kind == Opener::Kind::For) {
        operator_(L::DOWNTO);
        return;
    }
    const bool lambda = !operand_end_ && level().arrows.empty() && previous_ != L::DOT &&
                        (next == L::ARROW || ((next == L::READS || next == L::REQUIRES) && lambda_clauses_allowed()));
    if (lambda) {
        operand(L::LAMBDA_IDENT);
        level().arrows.push_back({PendingArrow::Kind::Lambda});
        add_operator();
        return;
    }
    const bool is_declared_name = level().mode == Mode::Declarations && head_ != 0 && head_part_ == HeadPart::Keyword;
    operand(L::IDENT);
    if (is_declared_name) {
        head_part_ = HeadPart::Name;
    }
}

// ---- everything else

void RolePass::brackets_and_separators() {
    if (level().mode == Mode::Declarations && head_part_ == HeadPart::Name && token().type != L::LT &&
        !(token().type == L::LPAREN && head_ == L::TYPE)) {
        head_part_ = HeadPart::Rest;
    }
    switch (token().type) {
    case L::LPAREN:
        open_paren();
        break;
    case L::LBRACKET:
        if (operand_end_) {
            add_operator(); // a suffix
        }
        emit(L::LBRACKET);
        push(Mode::Expression, L::LBRACKET, Close::Operand);
        break;
    case L::LBRACE:
        open_brace();
        break;
    case L::LBRACE_COLON: {
        const bool of_domain = operand_end_ && binder_in(Binder::Part::Domain);
        const bool operand_end = operand_end_;
        const bool statement_start = statement_start_;
        const std::size_t previous = previous_;
        emit(of_domain ? L::DOMAIN_ATTRIBUTE : L::LBRACE_COLON);
        push(Mode::Expression, L::LBRACE, Close::Restore);
        level().saved_operand_end = operand_end;
        level().saved_statement_start = statement_start;
        level().saved_previous = previous;
        break;
    }
    case L::RPAREN:
        close(L::LPAREN);
        break;
    case L::RBRACKET:
        close(L::LBRACKET);
        break;
    case L::RBRACE:
        close(L::LBRACE);
        break;
    case L::COMMA:
        comma();
        break;
    case L::SEMI:
        semicolon();
        break;
    default:
        operators();
    }
}

void RolePass::comma() {
    Binder* binder = active_binder();
    const bool next_variable = binder != nullptr &&
                               (binder->part == Binder::Part::Domain || binder->part == Binder::Part::Range) &&
                               operand_end_ && next_is_name();
    if (next_variable) {
        binder->part = Binder::Part::Variables;
        operator_(L::BINDER_COMMA);
        return;
    }
    const bool variables = binder_in(Binder::Part::Variables) && next_is_name();
    emit(L::COMMA);
    operand_end_ = false;
    if (!variables) {
        drop_inner_binders();
        reset_operators();
    }
}

void RolePass::semicolon() {
    auto& semicolons = level().semicolons;
    if (!semicolons.empty()) {
        drop_binders(semicolons.back().binders);
        semicolons.pop_back();
        emit(L::SEMI);
        operand_end_ = false;
        return;
    }
    // `Lemma(); e` needs brackets around it, or a keyword that e belongs to.
    const auto& openers = level().openers;
    const bool in_guard = level().mode == Mode::Statements && !openers.empty() && !level().in_clauses &&
                          openers.back().statement && openers.back().kind != Opener::Kind::For &&
                          openers.back().kind != Opener::Kind::Calc;
    if (level().mode == Mode::Expression || in_guard) {
        drop_binders(0);
        operator_(L::LEMMA_SEMI);
        return;
    }
    // Old style: `invariant P;` before further clauses or the body.
    const std::size_t next = next_type();
    const bool clauses_go_on = level().mode == Mode::Statements && level().in_clauses &&
                               (next == L::INVARIANT || next == L::DECREASES || next == L::MODIFIES ||
                                next == L::ENSURES || next == L::LBRACE);
    emit(L::SEMI);
    if (clauses_go_on || level().mode == Mode::Declarations) {
        operand_end_ = true; // so that a brace opens the body
        drop_binders(0);
        reset_operators();
        return;
    }
    operand_end_ = false;
    end_statement();
    statement_start_ = level().mode == Mode::Statements;
    level().after_line = level().mode == Mode::Calculation;
}

void RolePass::end_statement() {
    drop_binders(0);
    drop_openers();
    Level& here = level();
    here.arrows.clear();
    here.semicolons.clear();
    here.in_clauses = false;
    while (!here.open_cases.empty() && here.open_cases.back().kind == Cases::ExpressionPatterns) {
        here.open_cases.pop_back();
        --depth_;
    }
    reset_operators();
}

} // namespace daphnia::parse
