#include "encode/products.h"

#include "encode/vocabulary.h"

namespace daphnia::encode {

using typed::BinaryOp;

namespace {

// A factor or divisor with which arithmetic stays linear. A fraction is a quotient of two literals.
bool is_numeral(Term term) {
    switch (term->kind) {
    case logic::TermKind::Integer:
    case logic::TermKind::Real:
        return true;
    case logic::TermKind::Negate:
        return is_numeral(term->children[0]);
    case logic::TermKind::Divide:
        return is_numeral(term->children[0]) && is_numeral(term->children[1]);
    default:
        return false;
    }
}

Term native(logic::TermStore& store, BinaryOp op, Term left, Term right) {
    return op == BinaryOp::Multiply ? store.multiply(left, right)
           : op == BinaryOp::Divide ? store.divide(left, right)
                                    : store.modulo(left, right);
}

} // namespace

Products::Products(Vocabulary& vocabulary) : store_(vocabulary.store()), sorts_(vocabulary.sorts) {}

Term Products::of(BinaryOp op, Term left, Term right) {
    const bool linear = left->sort->kind == logic::SortKind::Bits || is_numeral(right) ||
                        (op == BinaryOp::Multiply && is_numeral(left));
    if (linear) {
        return native(store_, op, left, right);
    }
    const logic::ProductTheory& names = sorts_.theories().products(left->sort);
    return store_.apply(op == BinaryOp::Multiply ? names.multiply
                        : op == BinaryOp::Divide ? names.divide
                                                 : names.modulo,
                        {left, right});
}

Term Products::computed(Term term) {
    if (term->children.size() != 2 || !is_numeral(term->children[0]) || !is_numeral(term->children[1])) {
        return term;
    }
    const logic::SortKind sort = term->sort->kind;
    if (sort != logic::SortKind::Int && sort != logic::SortKind::Real) {
        return term;
    }
    const logic::ProductTheory& names = sorts_.theories().products(term->sort);
    for (const auto& [function, op] :
         {std::pair(names.multiply, BinaryOp::Multiply), std::pair(names.divide, BinaryOp::Divide),
          std::pair(names.modulo, BinaryOp::Modulo)}) {
        if (function != nullptr && term->function == function) {
            return native(store_, op, term->children[0], term->children[1]);
        }
    }
    return term;
}

} // namespace daphnia::encode
