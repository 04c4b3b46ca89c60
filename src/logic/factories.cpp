// The factories of terms: they check sorts, and simplify where both sides mean the same in every interpretation.
// Each rule names what it matches and what it results in; each is put to the solver by a test.
#include "logic/term.h"

#include "logic/term_store_impl.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace daphnia::logic {

namespace {

bool is_integer(Term term) {
    return term->kind == TermKind::Integer;
}
// Literals that one can calculate with: of one sort, when the terms are.
bool is_number(Term term) {
    return is_integer(term) || term->kind == TermKind::Real;
}
bool is_number(Term term, long value) {
    return is_number(term) && term->value == value;
}
bool is_true(Term term) {
    return term->kind == TermKind::True;
}
bool is_false(Term term) {
    return term->kind == TermKind::False;
}

void check_sort(Term term, Sort sort, const char* where) {
    DAPHNIA_CHECK(term->sort == sort,
                  fmt::format("{} wants sort {}, but the term has sort {}", where, sort->name, term->sort->name));
}

void check_numbers(Term a, Term b, const char* where) {
    DAPHNIA_CHECK(
        a->sort == b->sort &&
            (a->sort->kind == SortKind::Int || a->sort->kind == SortKind::Real || a->sort->kind == SortKind::Bits),
        fmt::format("{} wants two numbers of one sort, but gets {} and {}", where, a->sort->name, b->sort->name));
}

void check_bits(Term a, Term b, const char* where) {
    check_numbers(a, b, where);
    DAPHNIA_CHECK(a->sort->kind == SortKind::Bits, fmt::format("{} wants bits", where));
}

// The remainder of Euclidean division: 0 <= result < |b|.
support::Integer euclidean_modulo(const support::Integer& a, const support::Integer& b) {
    support::Integer result;
    mpz_mod(result.get_mpz_t(), a.get_mpz_t(), b.get_mpz_t());
    return result;
}

support::Integer euclidean_quotient(const support::Integer& a, const support::Integer& b) {
    return (a - euclidean_modulo(a, b)) / b;
}

} // namespace

Term TermStore::true_() const {
    return impl_->true_term;
}
Term TermStore::false_() const {
    return impl_->false_term;
}

Term TermStore::apply(Function function, std::vector<Term> arguments) {
    DAPHNIA_CHECK(function->arguments.size() == arguments.size(),
                  fmt::format("{} wants {} arguments, but gets {}", function->name, function->arguments.size(),
                              arguments.size()));
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        check_sort(arguments[i], function->arguments[i], function->name.c_str());
    }
    TermNode node;
    node.kind = TermKind::Apply;
    node.sort = function->result;
    node.function = function;
    node.children = std::move(arguments);
    return impl_->intern(std::move(node));
}

Term TermStore::not_(Term a) {
    check_sort(a, bool_sort(), "not");
    // match: not true; not false    result: false; true
    if (is_true(a) || is_false(a)) {
        return bool_(is_false(a));
    }
    // match: not (not x)    result: x
    if (a->kind == TermKind::Not) {
        return a->children.front();
    }
    return impl_->make(TermKind::Not, bool_sort(), {a});
}

Term TermStore::and_(Term a, Term b) {
    return and_(std::vector<Term>{a, b});
}

Term TermStore::and_(std::vector<Term> operands) {
    std::vector<Term> kept;
    std::unordered_set<Term> seen;
    for (Term operand : operands) {
        check_sort(operand, bool_sort(), "and");
        // match: and(.., false, ..)    result: false
        if (is_false(operand)) {
            return false_();
        }
        // match: and(.., true, ..)    result: and without it
        // match: and(.., x, .., x, ..)    result: and with the first x only
        if (!is_true(operand) && seen.insert(operand).second) {
            kept.push_back(operand);
        }
    }
    // match: and(); and(x)    result: true; x
    if (kept.size() < 2) {
        return kept.empty() ? true_() : kept.front();
    }
    return impl_->make(TermKind::And, bool_sort(), std::move(kept));
}

Term TermStore::or_(Term a, Term b) {
    return or_(std::vector<Term>{a, b});
}

Term TermStore::or_(std::vector<Term> operands) {
    std::vector<Term> kept;
    std::unordered_set<Term> seen;
    for (Term operand : operands) {
        check_sort(operand, bool_sort(), "or");
        // match: or(.., true, ..)    result: true
        if (is_true(operand)) {
            return true_();
        }
        // match: or(.., false, ..)    result: or without it
        // match: or(.., x, .., x, ..)    result: or with the first x only
        if (!is_false(operand) && seen.insert(operand).second) {
            kept.push_back(operand);
        }
    }
    // match: or(); or(x)    result: false; x
    if (kept.size() < 2) {
        return kept.empty() ? false_() : kept.front();
    }
    return impl_->make(TermKind::Or, bool_sort(), std::move(kept));
}

Term TermStore::implies(Term a, Term b) {
    check_sort(a, bool_sort(), "=>");
    check_sort(b, bool_sort(), "=>");
    // match: false => x; x => true; x => x    result: true
    if (is_false(a) || is_true(b) || a == b) {
        return true_();
    }
    // match: true => x    result: x
    if (is_true(a)) {
        return b;
    }
    // match: x => false    result: not x
    if (is_false(b)) {
        return not_(a);
    }
    return impl_->make(TermKind::Implies, bool_sort(), {a, b});
}

Term TermStore::equal(Term a, Term b) {
    check_sort(b, a->sort, "=");
    // match: x = x    result: true
    if (a == b) {
        return true_();
    }
    // match: m = n, distinct literals    result: false
    if ((is_number(a) && is_number(b)) || (a->kind == TermKind::Bits && b->kind == TermKind::Bits)) {
        return false_();
    }
    // match: true = x; x = true    result: x
    if (is_true(a) || is_true(b)) {
        return is_true(a) ? b : a;
    }
    // match: false = x; x = false    result: not x
    if (is_false(a) || is_false(b)) {
        return not_(is_false(a) ? b : a);
    }
    return impl_->make(TermKind::Equal, bool_sort(), {a, b});
}

Term TermStore::ite(Term condition, Term then, Term otherwise) {
    check_sort(condition, bool_sort(), "ite");
    check_sort(otherwise, then->sort, "ite");
    // match: ite(true, x, y); ite(false, x, y)    result: x; y
    if (is_true(condition) || is_false(condition)) {
        return is_true(condition) ? then : otherwise;
    }
    // match: ite(c, x, x)    result: x
    if (then == otherwise) {
        return then;
    }
    // match: ite(c, true, false)    result: c
    if (is_true(then) && is_false(otherwise)) {
        return condition;
    }
    // match: ite(c, false, true)    result: not c
    if (is_false(then) && is_true(otherwise)) {
        return not_(condition);
    }
    return impl_->make(TermKind::Ite, then->sort, {condition, then, otherwise});
}

Term TermStore::add(Term a, Term b) {
    check_numbers(a, b, "+");
    // match: m + n, literals    result: their sum
    if (is_number(a) && is_number(b)) {
        return impl_->literal(a->kind, a->sort, a->value + b->value);
    }
    // match: 0 + x; x + 0    result: x
    if (is_number(a, 0) || is_number(b, 0)) {
        return is_number(a, 0) ? b : a;
    }
    return impl_->make(TermKind::Add, a->sort, {a, b});
}

Term TermStore::subtract(Term a, Term b) {
    check_numbers(a, b, "-");
    // match: m - n, literals    result: their difference
    if (is_number(a) && is_number(b)) {
        return impl_->literal(a->kind, a->sort, a->value - b->value);
    }
    // match: x - 0    result: x
    if (is_number(b, 0)) {
        return a;
    }
    return impl_->make(TermKind::Subtract, a->sort, {a, b});
}

Term TermStore::negate(Term a) {
    check_numbers(a, a, "-");
    // match: -n, a literal    result: the literal
    if (is_number(a)) {
        return impl_->literal(a->kind, a->sort, -a->value);
    }
    // match: -(-x)    result: x
    if (a->kind == TermKind::Negate) {
        return a->children.front();
    }
    return impl_->make(TermKind::Negate, a->sort, {a});
}

Term TermStore::multiply(Term a, Term b) {
    check_numbers(a, b, "*");
    // match: m * n, literals    result: their product
    if (is_number(a) && is_number(b)) {
        return impl_->literal(a->kind, a->sort, a->value * b->value);
    }
    // match: 1 * x; x * 1    result: x
    if (is_number(a, 1) || is_number(b, 1)) {
        return is_number(a, 1) ? b : a;
    }
    return impl_->make(TermKind::Multiply, a->sort, {a, b});
}

Term TermStore::divide(Term a, Term b) {
    check_numbers(a, b, "div");
    // match: m div n, literals, n not 0 (x div 0 is unspecified)    result: the Euclidean quotient
    if (is_integer(a) && is_integer(b) && b->value != 0) {
        return integer(euclidean_quotient(a->value, b->value));
    }
    // match: x div 1; x / 1    result: x
    if (is_number(b, 1)) {
        return a;
    }
    return impl_->make(TermKind::Divide, a->sort, {a, b});
}

Term TermStore::modulo(Term a, Term b) {
    check_numbers(a, b, "mod");
    DAPHNIA_CHECK(a->sort->kind != SortKind::Real, "mod wants integers or bits");
    // match: m mod n, literals, n not 0 (x mod 0 is unspecified)    result: the Euclidean remainder
    if (is_integer(a) && is_integer(b) && b->value != 0) {
        return integer(euclidean_modulo(a->value, b->value));
    }
    return impl_->make(TermKind::Modulo, a->sort, {a, b});
}

Term TermStore::less_equal(Term a, Term b) {
    check_numbers(a, b, "<=");
    // match: m <= n, literals    result: which it is
    if (is_number(a) && is_number(b)) {
        return bool_(a->value <= b->value);
    }
    // match: x <= x    result: true
    if (a == b) {
        return true_();
    }
    return impl_->make(TermKind::LessEqual, bool_sort(), {a, b});
}

Term TermStore::less(Term a, Term b) {
    check_numbers(a, b, "<");
    // match: m < n, literals    result: which it is
    if (is_number(a) && is_number(b)) {
        return bool_(a->value < b->value);
    }
    // match: x < x    result: false
    if (a == b) {
        return false_();
    }
    return impl_->make(TermKind::Less, bool_sort(), {a, b});
}

Term TermStore::to_real(Term integer) {
    check_sort(integer, int_sort(), "to_real");
    // match: to_real(n), a literal    result: the literal
    if (is_integer(integer)) {
        return real(integer->value);
    }
    return impl_->make(TermKind::ToReal, real_sort(), {integer});
}

Term TermStore::floor(Term real) {
    check_sort(real, real_sort(), "to_int");
    // match: to_int(n), a literal without a fraction    result: the integer
    if (is_number(real)) {
        return integer(real->value);
    }
    // match: to_int(to_real(x))    result: x
    if (real->kind == TermKind::ToReal) {
        return real->children.front();
    }
    return impl_->make(TermKind::Floor, int_sort(), {real});
}

Term TermStore::bit_and(Term a, Term b) {
    check_bits(a, b, "bvand");
    return impl_->make(TermKind::BitAnd, a->sort, {a, b});
}

Term TermStore::bit_or(Term a, Term b) {
    check_bits(a, b, "bvor");
    return impl_->make(TermKind::BitOr, a->sort, {a, b});
}

Term TermStore::bit_xor(Term a, Term b) {
    check_bits(a, b, "bvxor");
    return impl_->make(TermKind::BitXor, a->sort, {a, b});
}

Term TermStore::bit_not(Term a) {
    check_bits(a, a, "bvnot");
    return impl_->make(TermKind::BitNot, a->sort, {a});
}

Term TermStore::shift_left(Term a, Term amount) {
    check_bits(a, amount, "bvshl");
    return impl_->make(TermKind::ShiftLeft, a->sort, {a, amount});
}

Term TermStore::shift_right(Term a, Term amount) {
    check_bits(a, amount, "bvlshr");
    return impl_->make(TermKind::ShiftRight, a->sort, {a, amount});
}

Term TermStore::to_bits(Term integer, std::uint32_t width) {
    check_sort(integer, int_sort(), "int2bv");
    // match: int2bv(n), a literal    result: its bits
    if (is_integer(integer)) {
        return bits(integer->value, width);
    }
    // match: int2bv(bv2nat(b))    result: b with that many bits
    if (integer->kind == TermKind::FromBits) {
        return resize(integer->children.front(), width);
    }
    return impl_->make(TermKind::ToBits, bits_sort(width), {integer});
}

Term TermStore::from_bits(Term bits) {
    check_bits(bits, bits, "bv2nat");
    // match: bv2nat(b), a literal    result: the number
    if (bits->kind == TermKind::Bits) {
        return integer(bits->value);
    }
    // match: bv2nat(int2bv(n))    result: n modulo 2 to the number of bits
    if (bits->kind == TermKind::ToBits) {
        return modulo(bits->children.front(), integer(support::Integer(1) << bits->sort->width));
    }
    return impl_->make(TermKind::FromBits, int_sort(), {bits});
}

Term TermStore::resize(Term bits, std::uint32_t width) {
    check_bits(bits, bits, "zero_extend");
    // match: b, of that width already    result: b
    if (bits->sort->width == width) {
        return bits;
    }
    // match: a literal    result: the literal of that width
    if (bits->kind == TermKind::Bits) {
        return this->bits(bits->value, width);
    }
    return impl_->make(TermKind::Resize, bits_sort(width), {bits});
}

Term TermStore::select(Term array, Term index) {
    DAPHNIA_CHECK(array->sort->kind == SortKind::Array, "select wants an array");
    check_sort(index, array->sort->domain, "select");
    while (array->kind == TermKind::Store) {
        Term stored_at = array->children[1];
        // match: select(store(a, i, v), i)    result: v
        if (stored_at == index) {
            return array->children[2];
        }
        // match: select(store(a, m, v), n), distinct literals    result: select(a, n)
        if (!is_integer(stored_at) || !is_integer(index)) {
            break;
        }
        array = array->children[0];
    }
    return impl_->make(TermKind::Select, array->sort->range, {array, index});
}

Term TermStore::store(Term array, Term index, Term value) {
    DAPHNIA_CHECK(array->sort->kind == SortKind::Array, "store wants an array");
    check_sort(index, array->sort->domain, "store");
    check_sort(value, array->sort->range, "store");
    return impl_->make(TermKind::Store, array->sort, {array, index, value});
}

namespace {

TermNode quantified(TermKind kind, Quantifier quantifier, Term body, Sort bool_sort) {
    check_sort(body, bool_sort, "the body of a quantifier");
    for (Term variable : quantifier.variables) {
        DAPHNIA_CHECK(variable->kind == TermKind::Variable, "only variables can be bound");
    }
    TermNode node;
    node.kind = kind;
    node.sort = bool_sort;
    node.children = {body};
    node.quantifier = std::make_unique<Quantifier>(std::move(quantifier));
    return node;
}

} // namespace

Term TermStore::forall(Quantifier quantifier, Term body) {
    // match: forall () x    result: x
    // match: forall (..) true; forall (..) false    result: the body, as no sort is empty
    if (quantifier.variables.empty() || is_true(body) || is_false(body)) {
        return body;
    }
    return impl_->intern(quantified(TermKind::Forall, std::move(quantifier), body, bool_sort()));
}

Term TermStore::exists(Quantifier quantifier, Term body) {
    // match: exists () x    result: x
    // match: exists (..) true; exists (..) false    result: the body, as no sort is empty
    if (quantifier.variables.empty() || is_true(body) || is_false(body)) {
        return body;
    }
    return impl_->intern(quantified(TermKind::Exists, std::move(quantifier), body, bool_sort()));
}

} // namespace daphnia::logic
