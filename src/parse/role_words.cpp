// Keywords in the role pass: each says whether an operand or a statement may follow and what is to come on its level.
#include "parse/role_pass.h"

#include "DafnyLexer.h"

namespace daphnia::parse {

using L = DafnyLexer;

bool RolePass::contextual_keyword(std::size_t type) const {
    const std::size_t next = next_type();
    switch (type) {
    case L::LEAST:
    case L::GREATEST:
        return next == L::PREDICATE || next == L::LEMMA;
    case L::OLDER:
        return level().open == L::LPAREN &&
               (is_name(next) || next == L::NEW || next == L::NAMEONLY || next == L::GHOST);
    case L::NONINCREASES:
        return is_name(next);
    case L::OPAQUE:
        return statement_start_ && (next == L::LBRACE || next == L::ENSURES || next == L::MODIFIES);
    case L::REVEAL:
    case L::HIDE:
        return !operand_end_ && previous_ != L::DOT &&
               (is_name(next) || next == L::DIGITS || next == L::STAR || next == L::THIS) && previous_ != L::VAR &&
               previous_ != L::LABEL;
    default:
        return false;
    }
}

void RolePass::keyword(std::size_t type) {
    switch (type) {
    case L::FORALL:
    case L::EXISTS:
    case L::SET:
    case L::ISET:
    case L::MAP:
    case L::IMAP:
        binder_keyword(type);
        break;
    case L::IF:
    case L::WHILE:
    case L::FOR: {
        const bool statement = statement_start_ || previous_ == L::ELSE_IF;
        emit(type);
        operand_end_ = false;
        if (statement) {
            const auto kind = type == L::IF      ? Opener::Kind::If
                              : type == L::WHILE ? Opener::Kind::While
                                                 : Opener::Kind::For;
            level().openers.push_back({kind, true, out_.size() - 1});
        } else {
            add_operator();
        }
        break;
    }
    case L::MATCH: {
        const bool statement = statement_start_;
        emit(type);
        operand_end_ = false;
        level().openers.push_back({Opener::Kind::Match, statement, out_.size() - 1, level().binders.size()});
        if (!statement) {
            add_operator();
        }
        break;
    }
    case L::CASE:
        case_keyword();
        break;
    case L::THEN:
        emit(type);
        push(Mode::Expression, L::THEN, Close::Operand);
        break;
    case L::ELSE:
        else_keyword();
        break;
    case L::ASSERT:
    case L::ASSUME:
    case L::EXPECT:
    case L::REVEAL:
    case L::HIDE:
    case L::CALC:
        proof_keyword(type);
        break;
    case L::VAR: {
        const bool let = in_expression();
        operator_(type);
        if (let) {
            level().semicolons.push_back({true, false, level().binders.size()});
        }
        break;
    }
    case L::GHOST: {
        const bool statement = statement_start_;
        if (next_type() == L::WITNESS) {
            operator_(L::GHOST_WITNESS, 2);
        } else if (next_type() == L::VAR && !statement) {
            operator_(L::GHOST_LET);
        } else {
            emit(type);
            operand_end_ = false;
        }
        break;
    }
    case L::REQUIRES:
    case L::ENSURES:
    case L::READS:
    case L::MODIFIES:
    case L::DECREASES:
    case L::INVARIANT:
    case L::NONINCREASES:
        clause_keyword(type);
        break;
    case L::BY:
        if (!level().semicolons.empty() && level().mode != Mode::Statements && level().semicolons.back().by_allowed) {
            level().semicolons.pop_back();
        }
        drop_binders(0);
        emit(type);
        operand_end_ = false;
        break;
    case L::THIS:
    case L::NULL_LIT:
    case L::TRUE_LIT:
    case L::FALSE_LIT:
    case L::BOOL:
    case L::CHAR:
    case L::INT:
    case L::NAT:
    case L::REAL:
    case L::STRING:
    case L::OBJECT:
    case L::OBJECT_Q:
    case L::ORDINAL:
    case L::BV:
    case L::ARRAY:
    case L::SEQ:
    case L::MULTISET:
    case L::OLD:
    case L::FRESH:
    case L::UNCHANGED:
    case L::ALLOCATED:
    case L::ASSIGNED:
    case L::OPAQUE:
        operand(type);
        break;
    case L::AS:
    case L::IS:
    case L::IN:
        operator_(type);
        break;
    default:
        emit(type);
        operand_end_ = false;
    }
}

void RolePass::binder_keyword(std::size_t type) {
    const std::size_t next = next_type();
    if ((type == L::MAP || type == L::IMAP) && next == L::LBRACKET) {
        operand(type == L::MAP ? L::MAP_DISPLAY : L::IMAP_DISPLAY);
        return;
    }
    if (type == L::ISET && next == L::LBRACE && !operand_end_ && previous_ != L::COLON) {
        operand(L::ISET_DISPLAY);
        return;
    }
    const bool quantifier = type == L::FORALL || type == L::EXISTS;
    if (!quantifier && !is_name(next)) {
        operand(type); // a type
        return;
    }
    operator_(type);
    if (next == L::LPAREN) {
        pending_forall_ = true;
    } else if (is_name(next)) {
        level().binders.push_back(Binder{type, out_.size() - 1});
    }
}

void RolePass::case_keyword() {
    Level& here = level();
    Cases cases = here.open_cases.empty() ? here.cases : here.open_cases.back().kind;
    std::size_t binders = here.open_cases.empty() ? 0 : here.open_cases.back().binders;
    bool first_of_expression = false;
    if (!here.openers.empty() && here.openers.back().kind != Opener::Kind::For &&
        here.openers.back().kind != Opener::Kind::Calc) {
        const Opener opener = here.openers.back();
        here.openers.pop_back();
        cases = opener.kind != Opener::Kind::Match ? Cases::Guards
                : opener.statement                 ? Cases::StatementPatterns
                                                   : Cases::ExpressionPatterns;
        first_of_expression = cases == Cases::ExpressionPatterns;
        binders = opener.binders;
        here.open_cases.push_back({cases, binders});
        ++depth_;
        check_depth();
    }
    drop_binders(binders);
    here.in_clauses = false;
    switch (cases) {
    case Cases::None:
        emit(L::CASE);
        operand_end_ = false;
        return;
    case Cases::Guards:
        emit(L::GUARD_CASE);
        break;
    case Cases::StatementPatterns:
        emit(L::MATCH_CASE);
        break;
    case Cases::ExpressionPatterns:
        emit(first_of_expression ? L::FIRST_EXPR_CASE : L::EXPR_CASE);
        break;
    }
    operand_end_ = false;
    level().arrows.push_back(
        {cases == Cases::ExpressionPatterns ? PendingArrow::Kind::ExpressionCase : PendingArrow::Kind::StatementCase});
}

void RolePass::else_keyword() {
    if (level().open == L::THEN) {
        pop();
        emit(L::ELSE);
    } else if (next_type() == L::IF) {
        emit(L::ELSE_IF);
        ++level().else_branches;
        ++depth_;
        check_depth();
    } else {
        emit(L::ELSE);
    }
    operand_end_ = false;
}

void RolePass::proof_keyword(std::size_t type) {
    const bool statement = statement_start_;
    if (type == L::CALC) {
        const bool hint = level().after_line;
        emit(hint ? L::HINT_CALC : L::CALC);
        operand_end_ = false;
        level().openers.push_back({Opener::Kind::Calc, statement || hint, out_.size() - 1});
        if (!statement) {
            add_operator();
        }
        return;
    }
    emit(type);
    operand_end_ = false;
    if (!statement) {
        level().semicolons.push_back({false, type == L::ASSERT, level().binders.size()});
        add_operator();
    }
}

void RolePass::clause_keyword(std::size_t type) {
    const bool two_words = (type == L::DECREASES || type == L::NONINCREASES) && next_is_name() &&
                           text(tokens_[position_ + 1]) == "to" && (operand_end_ || previous_ == L::LPAREN);
    if (two_words && next_type(2) == L::RPAREN) {
        operator_(L::DECREASES_TO_NOTHING, 2);
        return;
    }
    if (two_words) {
        operator_(type == L::DECREASES ? L::DECREASES_TO : L::NONINCREASES_TO, 2);
        return;
    }
    if (Binder* binder = active_binder();
        type == L::ENSURES && binder != nullptr && binder->keyword == L::FORALL && level().mode == Mode::Expression) {
        out_[binder->index].type = L::FORALL_PROOF;
        level().forall_proof = true;
    }
    emit(type);
    operand_end_ = false;
    drop_binders(0);
    reset_operators();
    const bool of_lambda = !level().arrows.empty();
    if (!of_lambda && (level().mode == Mode::Declarations || level().mode == Mode::Statements)) {
        level().in_clauses = true;
    }
}

} // namespace daphnia::parse
