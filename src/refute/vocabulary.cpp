// A declaration in, the literals of it and of what it calls out.
#include "refute/vocabulary.h"

#include "typed/walk.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace daphnia::refute {

namespace {

using typed::Callable;

class Collector {
  public:
    void collect(const typed::Declaration& declaration) {
        typed::for_each_child(
            declaration, {[this](const typed::Expr& expr) { look_below(expr); },
                          [this](const typed::Stmt& stmt) {
                              typed::for_each_below(stmt, {[this](const typed::Expr& expr) { look_at(expr); }, {}});
                          }});
    }

    std::set<std::int64_t> integers;
    std::set<char32_t> characters;
    std::set<support::Rational> reals;
    bool nonlinear = false;
    std::set<Callable> functions;

  private:
    void look_below(const typed::Expr& root) {
        typed::for_each_below(root, {[this](const typed::Expr& expr) { look_at(expr); }, {}});
    }

    static bool is_literal(const typed::Expr& expr) { return std::holds_alternative<typed::IntLiteral>(expr.node); }

    void look_at(const typed::Expr& expr) {
        if (const auto* integer = std::get_if<typed::IntLiteral>(&expr.node)) {
            if (integer->value.fits_slong_p()) {
                integers.insert(integer->value.get_si());
            }
        } else if (const auto* real = std::get_if<typed::RealLiteral>(&expr.node)) {
            reals.insert(real->value);
        } else if (const auto* character = std::get_if<typed::CharLiteral>(&expr.node)) {
            characters.insert(character->value);
        } else if (const auto* string = std::get_if<typed::StringLiteral>(&expr.node)) {
            characters.insert(string->value.begin(), string->value.end());
        } else if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
            functions.insert(call->function);
        } else if (const auto* binary = std::get_if<typed::Binary>(&expr.node)) {
            const bool product = binary->op == typed::BinaryOp::Multiply;
            const bool division = binary->op == typed::BinaryOp::Divide || binary->op == typed::BinaryOp::Modulo;
            nonlinear = nonlinear || (product && !is_literal(*binary->left) && !is_literal(*binary->right)) ||
                        (division && !is_literal(*binary->right));
        }
    }
};

} // namespace

Vocabulary vocabulary_of(const typed::Program& program, const typed::Declaration& declaration) {
    const typed::CallGraph calls(program);
    std::set<Callable> reached{address_of(declaration)};
    std::vector<Callable> open{address_of(declaration)};
    while (!open.empty()) {
        const Callable next = open.back();
        open.pop_back();
        for (const Callable callee : calls.callees(next)) {
            if (reached.insert(callee).second) {
                open.push_back(callee);
            }
        }
    }
    Collector collector;
    for (const typed::Declaration& other : program.declarations) {
        if (reached.contains(address_of(other))) {
            collector.collect(other);
        }
    }
    Vocabulary result;
    for (const std::unique_ptr<typed::Class>& klass : program.classes) {
        result.classes.push_back(klass.get());
    }
    result.nonlinear = collector.nonlinear;
    result.recursive = std::any_of(collector.functions.begin(), collector.functions.end(),
                                   [&](Callable function) { return calls.is_recursive(function); });
    result.integers.assign(collector.integers.begin(), collector.integers.end());
    std::stable_sort(result.integers.begin(), result.integers.end(),
                     [](std::int64_t a, std::int64_t b) { return std::llabs(a) < std::llabs(b); });
    result.reals.assign(collector.reals.begin(), collector.reals.end());
    result.characters.assign(collector.characters.begin(), collector.characters.end());
    return result;
}

} // namespace daphnia::refute
