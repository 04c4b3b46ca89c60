// Operators in the role pass: bars, angle brackets, arrows and whatever else has more than one role.
#include "parse/role_pass.h"

#include "DafnyLexer.h"

namespace daphnia::parse {

using L = DafnyLexer;

void RolePass::operators() {
    switch (token().type) {
    case L::BAR:
        bar();
        break;
    case L::LT:
        less();
        break;
    case L::GT:
        greater();
        break;
    case L::ARROW:
        arrow();
        break;
    case L::AT:
        at_sign();
        break;
    case L::GETS:
    case L::SUCH_THAT:
    case L::OR_FAIL:
        gets();
        break;
    case L::STAR: {
        const bool wildcard = !operand_end_; // `decreases *`, `if *`, `x := *`
        operator_(L::STAR);
        operand_end_ = wildcard;
        break;
    }
    case L::BANG:
        if (operand_end_ && next_type() == L::BANG && look_.touches_next(position_)) {
            operator_(L::DISJOINT, 2);
        } else if (operand_end_ && next_type() == L::IN && look_.touches_next(position_)) {
            operator_(L::NOT_IN, 2);
        } else {
            operator_(L::BANG);
        }
        break;
    case L::COLON_COLON:
        body_colons();
        break;
    case L::COLON: {
        const bool after_label = before_previous_ == L::LABEL && level().mode == Mode::Statements;
        emit(L::COLON);
        operand_end_ = false;
        statement_start_ = after_label;
        break;
    }
    case L::REAL_LIT:
        real_number();
        break;
    case L::DIGITS:
        number();
        break;
    case L::HEX_LIT:
    case L::CHAR_LIT:
    case L::STRING_LIT:
    case L::VERBATIM_LIT:
    case L::ELLIPSIS:
    case L::STAR_STAR:
        operand(token().type);
        break;
    default: {
        const bool of_line = level().after_line; // `== { hint }`
        operator_(token().type);
        level().after_line = of_line;
    }
    }
}

// The second component of the first component: t.0.1
void RolePass::real_number() {
    const std::string_view digits = text(token());
    const auto dot = digits.find('.');
    if (previous_ != L::DOT || dot == std::string_view::npos || digits.find('e') != std::string_view::npos) {
        operand(L::REAL_LIT);
        return;
    }
    const std::uint32_t middle = token().begin + static_cast<std::uint32_t>(dot);
    const std::uint32_t end = token().end;
    out_.push_back({L::DIGITS, token().begin, middle});
    out_.push_back({L::DOT, middle, middle + 1});
    operand(L::DIGITS);
    out_.back().begin = middle + 1;
    out_.back().end = end;
}

// Numbers may be names: of tuple components, labels and even methods.
void RolePass::number() {
    const bool argument_place = previous_ == L::LPAREN || previous_ == L::COMMA || previous_ == L::GHOST;
    if (argument_place && next_type() == L::GETS && level().open == L::LPAREN) {
        operand(L::NAMED_ARG);
    } else if (next_type() == L::COLON && label_place()) {
        operand(L::LABEL_NAME);
    } else {
        operand(L::DIGITS);
    }
    if (level().mode == Mode::Declarations && head_part_ == HeadPart::Keyword) {
        head_part_ = HeadPart::Name;
    }
}

void RolePass::body_colons() {
    operator_(L::COLON_COLON);
    Binder* binder = active_binder();
    if (binder == nullptr || binder->part == Binder::Part::Term) {
        return;
    }
    binder->separated = true;
    binder->part = Binder::Part::Term;
    if (binder->keyword != L::MAP && binder->keyword != L::IMAP) {
        level().binders.pop_back();
    }
}

void RolePass::bar() {
    if (!operand_end_) {
        const bool leading = previous_ == L::ASSIGN_EQ || previous_ == L::MATCH_CASE || previous_ == L::EXPR_CASE ||
                             previous_ == L::FIRST_EXPR_CASE;
        if (leading) {
            operator_(L::BAR);
        } else {
            emit(L::BAR_OPEN);
            push(Mode::Expression, L::BAR_OPEN, Close::Operand);
        }
    } else if (binder_in(Binder::Part::Variables) || binder_in(Binder::Part::Domain)) {
        active_binder()->part = Binder::Part::Range;
        active_binder()->separated = true;
        operator_(L::RANGE_BAR);
    } else if (level().open == L::BAR_OPEN) {
        pop();
        operand(L::BAR_CLOSE);
    } else {
        operator_(L::BAR);
    }
}

bool RolePass::is_type_bracket(std::size_t open) {
    if (type_brackets_.count(open) != 0) {
        return true;
    }
    std::size_t end = 0;
    if (level().mode == Mode::Declarations && head_part_ == HeadPart::Name) {
        end = look_.type_parameters_end(open);
    } else {
        end = look_.type_arguments_end(open);
        // In front of the dotted name: where only a type can stand, no further condition.
        std::size_t name = open;
        while (name >= 2 && look_.type(name - 2) == L::DOT) {
            name -= 2;
        }
        const std::size_t before = name >= 2 ? look_.type(name - 2) : 0;
        const bool type_place = !is_name(look_.type(open - 1)) || before == L::COLON || before == L::TOTAL_ARROW ||
                                before == L::PARTIAL_ARROW || before == L::ANY_ARROW || before == L::NEW ||
                                before == L::EXTENDS;
        if (end != 0 && !type_place && !Lookahead::may_follow_type_arguments(look_.type(end))) {
            end = 0;
        }
    }
    for (std::size_t i = open; i < end; ++i) {
        if (look_.type(i) == L::LT || look_.type(i) == L::GT) {
            type_brackets_.insert(i);
        }
    }
    return end != 0;
}

void RolePass::less() {
    if (binder_in(Binder::Part::Variables) && operand_end_ && next_type() == L::MINUS &&
        look_.touches_next(position_)) {
        active_binder()->part = Binder::Part::Domain;
        active_binder()->separated = true;
        operator_(L::FROM_ARROW, 2);
    } else if (position_ > 0 && is_type_bracket(position_)) {
        operator_(L::TYPE_LT);
    } else if (next_type() == L::LT && look_.touches_next(position_)) {
        operator_(L::SHL, 2);
    } else {
        const bool of_line = level().after_line;
        operator_(L::LT);
        level().after_line = of_line;
    }
}

void RolePass::greater() {
    if (type_brackets_.count(position_) != 0) {
        operand(L::TYPE_GT);
    } else if (next_type() == L::GT && look_.touches_next(position_) && type_brackets_.count(position_ + 1) == 0) {
        operator_(L::SHR, 2);
    } else {
        const bool of_line = level().after_line;
        operator_(L::GT);
        level().after_line = of_line;
    }
}

void RolePass::arrow() {
    emit(L::ARROW);
    operand_end_ = false;
    if (!level().arrows.empty()) {
        statement_start_ = level().arrows.back().kind == PendingArrow::Kind::StatementCase;
        level().arrows.pop_back();
    }
}

void RolePass::at_sign() {
    const bool label = previous_ == L::OLD || previous_ == L::FRESH || previous_ == L::UNCHANGED ||
                       (position_ > 0 && look_.touches_next(position_ - 1));
    emit(label ? L::AT_CALL : L::AT);
    operand_end_ = false;
}

void RolePass::gets() {
    const std::size_t type = token().type;
    const bool prefix = type == L::OR_FAIL && !operand_end_ && !statement_start_;
    const bool of_let = let_pattern();
    if (type == L::GETS && binder_in(Binder::Part::Term) && !of_let) {
        level().binders.pop_back();
        operator_(L::MAP_GETS);
        return;
    }
    emit(type);
    operand_end_ = false;
    if (of_let) {
        level().semicolons.back().in_pattern = false;
        return;
    }
    if (prefix) {
        level().semicolons.push_back({false, false, level().binders.size()});
        add_operator();
        return;
    }
    drop_binders(0);
    const std::size_t keyword = token().type;
    const bool stands_alone =
        level().mode == Mode::Statements && type != L::GETS &&
        (keyword == L::ASSUME || (type == L::OR_FAIL && (keyword == L::EXPECT || keyword == L::ASSERT)));
    if (stands_alone) {
        emit(L::FAIL_KEYWORD);
    }
}

} // namespace daphnia::parse
