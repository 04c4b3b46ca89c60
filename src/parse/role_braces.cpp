// Brackets in the role pass: what kind of body a brace opens, and what may follow when it closes.
#include "parse/role_pass.h"

#include "DafnyLexer.h"

#include <algorithm>

namespace daphnia::parse {

using L = DafnyLexer;

namespace {

// Later passes recurse over the tree; a tree this deep is no program that a person wrote.
constexpr std::size_t kMaxDepth = 1000;

bool is_calc_operator(std::size_t type) {
    switch (type) {
    case L::EQ:
    case L::NEQ:
    case L::LT:
    case L::LE:
    case L::GT:
    case L::GE:
    case L::IFF:
    case L::IMPLIES:
    case L::EXPLIES:
    case L::CALC:
    case L::HINT_CALC:
    case L::RBRACKET: // ==#[k]
        return true;
    default:
        return false;
    }
}

} // namespace

void RolePass::push(Mode mode, std::size_t open, Close close_as) {
    levels_.push_back(Level{mode, open, close_as});
    operand_end_ = false;
    statement_start_ = mode == Mode::Statements;
    check_depth();
}

void RolePass::pop() {
    drop_binders(0);
    drop_openers();
    depth_ -= level().operators + level().else_branches + level().open_cases.size();
    levels_.pop_back();
}

void RolePass::add_operator() {
    ++level().operators;
    ++depth_;
    check_depth();
}

void RolePass::reset_operators() {
    depth_ -= level().operators;
    level().operators = 0;
}

void RolePass::check_depth() {
    if (levels_.size() + depth_ <= kMaxDepth) {
        return;
    }
    too_deep_ = true;
    if (!depth_reported_) {
        depth_reported_ = true;
        const Token& last = token();
        sink_.error(support::Rule::Syntax, {&file_, last.begin, last.end},
                    "this is nested too deeply: more than 1000 levels of brackets and operators");
    }
}

void RolePass::open_paren() {
    if (statement_start_) {
        emit(L::STMT_LPAREN);
        push(Mode::Expression, L::LPAREN, Close::Operand);
        return;
    }
    if (level().mode == Mode::Declarations && previous_ == L::COLON && look_.named_result(position_)) {
        emit(L::NAMED_LPAREN);
        push(Mode::Expression, L::LPAREN, Close::Operand);
        return;
    }
    const bool lambda_place = !operand_end_ && level().arrows.empty() && !let_pattern() &&
                              previous_ != L::CONSTRUCTOR && previous_ != L::RETURNS && previous_ != L::YIELDS &&
                              previous_ != L::VAR && previous_ != L::FORALL && previous_ != L::COLON &&
                              previous_ != L::DOT;
    const auto head = lambda_place ? look_.lambda_head(position_) : Lookahead::LambdaHead{};
    const bool lambda = head.found && (head.certain || head.follower == L::ARROW || lambda_clauses_allowed());
    if (lambda) {
        level().arrows.push_back({PendingArrow::Kind::Lambda});
        add_operator();
    }
    if (operand_end_) {
        add_operator(); // a call
    }
    emit(lambda ? L::LAMBDA_LPAREN : L::LPAREN);
    push(Mode::Expression, L::LPAREN, Close::Operand);
    if (pending_forall_) {
        pending_forall_ = false;
        level().binders.push_back(Binder{L::FORALL, out_.size() - 2});
    }
}

void RolePass::open_brace() {
    if (previous_ == L::ISET_DISPLAY || previous_ == L::MULTISET) {
        emit(L::LBRACE);
        push(Mode::Expression, L::LBRACE, Close::Operand);
        return;
    }
    auto& openers = level().openers;
    if (next_type() == L::CASE && !openers.empty() && openers.back().kind != Opener::Kind::Calc) {
        const Opener opener = openers.back();
        openers.pop_back();
        const bool match = opener.kind == Opener::Kind::Match;
        if (match && !opener.statement) {
            out_[opener.index].type = L::MATCH_BRACED;
        }
        emit(L::CASES_LBRACE);
        push(opener.statement ? Mode::Statements : Mode::Expression, L::LBRACE,
             opener.statement ? Close::Statement : Close::Operand);
        level().cases = !match             ? Cases::Guards
                        : opener.statement ? Cases::StatementPatterns
                                           : Cases::ExpressionPatterns;
        statement_start_ = false;
        return;
    }
    const bool calculation =
        !openers.empty() && openers.back().kind == Opener::Kind::Calc && is_calc_operator(previous_);
    if (calculation) {
        const bool statement = openers.back().statement;
        openers.pop_back();
        emit(L::LBRACE);
        const Close close_as = level().mode == Mode::Calculation && statement ? Close::Hint
                               : statement                                    ? Close::Statement
                                                                              : Close::Prefix;
        push(Mode::Calculation, L::LBRACE, close_as);
        return;
    }
    switch (level().mode) {
    case Mode::Declarations:
        open_brace_of_declaration();
        break;
    case Mode::Statements:
        open_brace_of_statement();
        break;
    case Mode::Calculation:
    case Mode::Expression:
        if (level().after_line) {
            emit(L::BLOCK_LBRACE);
            push(Mode::Statements, L::LBRACE, Close::Hint);
        } else if (previous_ == L::BY || (operand_end_ && forall_proof())) {
            level().forall_proof = false;
            emit(L::LBRACE);
            push(Mode::Statements, L::LBRACE, Close::Prefix);
        } else {
            // A display, or the braces of a match without cases.
            if (operand_end_ && !openers.empty() && openers.back().kind == Opener::Kind::Match) {
                out_[openers.back().index].type = L::MATCH_BRACED;
                openers.pop_back();
            }
            emit(L::LBRACE);
            push(Mode::Expression, L::LBRACE, Close::Operand);
        }
    }
}

// Whether the brace opens the block of a `forall` in an expression.
bool RolePass::forall_proof() {
    if (const Binder* binder = active_binder(); binder != nullptr && binder->keyword == L::FORALL) {
        out_[binder->index].type = L::FORALL_PROOF;
        drop_inner_binders();
        return true;
    }
    return level().forall_proof;
}

void RolePass::open_brace_of_statement() {
    if (statement_start_) {
        emit(L::BLOCK_LBRACE);
        push(Mode::Statements, L::LBRACE, Close::Statement);
        return;
    }
    const bool body = operand_end_ || previous_ == L::ELSE || previous_ == L::BY || previous_ == L::FORALL;
    const bool match = operand_end_ && !level().openers.empty() && level().openers.back().kind == Opener::Kind::Match;
    if (match && !level().openers.back().statement) {
        out_[level().openers.back().index].type = L::MATCH_BRACED;
        level().openers.pop_back();
        emit(L::LBRACE);
        push(Mode::Expression, L::LBRACE, Close::Operand);
        return;
    }
    if (!body) {
        emit(L::LBRACE);
        push(Mode::Expression, L::LBRACE, Close::Operand);
        return;
    }
    // An assertion in the middle of an expression: its proof is followed by the rest of the expression.
    const bool proof_in_expression = previous_ == L::BY && !level().semicolons.empty();
    if (proof_in_expression) {
        level().semicolons.pop_back();
    } else {
        end_statement();
    }
    emit(L::LBRACE);
    push(Mode::Statements, L::LBRACE, proof_in_expression ? Close::Prefix : Close::Statement);
}

void RolePass::open_brace_of_declaration() {
    const bool by_method = previous_ == L::METHOD && before_previous_ == L::BY;
    if ((!operand_end_ && !by_method) || previous_ == L::BACKTICK) {
        emit(L::LBRACE);
        push(Mode::Expression, L::LBRACE, Close::Operand);
        return;
    }
    switch (head_) {
    case L::MODULE:
    case L::CLASS:
    case L::TRAIT:
    case L::DATATYPE:
    case L::CODATATYPE:
    case L::NEWTYPE:
    case L::TYPE:
        containers_.push_back(head_);
        finish_chunk(Chunk::Kind::Container, out_.size());
        emit(L::LBRACE);
        push(Mode::Declarations, L::LBRACE, Close::Statement);
        break;
    case L::METHOD:
    case L::LEMMA:
    case L::CONSTRUCTOR:
    case L::ITERATOR:
        emit(L::LBRACE);
        push(Mode::Statements, L::LBRACE, Close::Operand);
        break;
    default:
        emit(L::LBRACE);
        push(by_method ? Mode::Statements : Mode::Expression, L::LBRACE, Close::Operand);
    }
}

void RolePass::close(std::size_t open_type) {
    const std::size_t type = token().type;
    // What the bracket closes may have been left open inside it: `(|x)`, `{ ( }`.
    const auto matching = std::find_if(levels_.rbegin(), levels_.rend(), [&](const Level& candidate) {
        return candidate.open == open_type || candidate.mode == Mode::Declarations ||
               (candidate.open == L::LBRACE && open_type != L::LBRACE);
    });
    if (matching->mode == Mode::Declarations) {
        if (open_type == L::LBRACE && &*matching != &levels_.front()) {
            while (level().mode != Mode::Declarations) {
                pop();
            }
            if (in_chunk_) {
                finish_chunk(Chunk::Kind::Declaration, out_.size());
            }
            pop();
            containers_.pop_back();
            chunks_.push_back({Chunk::Kind::Close, out_.size(), out_.size() + 1});
            emit(type);
            return;
        }
        if (!in_chunk_) {
            stray();
        }
    }
    if (matching->open != open_type) {
        emit(type); // nothing to close: the parser will say so
        return;
    }
    while (&level() != &*matching) {
        pop();
    }
    const Level closed = level();
    pop();
    emit(type);
    operand_end_ = true;
    switch (closed.close) {
    case Close::Operand:
        break;
    case Close::Prefix:
        operand_end_ = false;
        break;
    case Close::Statement:
        operand_end_ = false;
        statement_start_ = true;
        break;
    case Close::Hint:
        operand_end_ = false;
        level().after_line = true;
        break;
    case Close::Restore:
        operand_end_ = closed.saved_operand_end;
        statement_start_ = closed.saved_statement_start;
        previous_ = closed.saved_previous;
        break;
    }
}

} // namespace daphnia::parse
