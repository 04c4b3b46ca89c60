// Every simplification of a factory, asked of the solver: the factory of variables that equal the arguments is the
// factory of the arguments.
#include "solver/solver.h"

#include <gtest/gtest.h>

#include <functional>

namespace daphnia::solver {
namespace {

using logic::Sort;
using logic::Term;
using logic::TermStore;
using Factory = std::function<Term(TermStore&, const std::vector<Term>&)>;

struct Law {
    const char* name;
    std::vector<char> arguments; // i: integer, f: real, v: eight bits, b: boolean, r: row
    Factory make;
};

void PrintTo(const Law& law, std::ostream* out) {
    *out << law.name;
}

class Simplification : public testing::TestWithParam<Law> {
  protected:
    TermStore store;

    Sort sort(char kind) {
        return kind == 'i'   ? store.int_sort()
               : kind == 'f' ? store.real_sort()
               : kind == 'v' ? store.bits_sort(8)
               : kind == 'b' ? store.bool_sort()
                             : store.array_sort(store.int_sort(), store.int_sort());
    }

    // Arguments on which rules can match: literals, variables, and terms of the shapes that rules look at.
    std::vector<Term> pool(char kind) {
        Term x = store.variable("x", store.int_sort());
        Term p = store.variable("p", store.bool_sort());
        Term q = store.variable("q", store.bool_sort());
        Term row = store.variable("row", sort('r'));
        auto number = [&](long n) { return store.integer(n); };
        if (kind == 'i') {
            return {number(0), number(1),  number(-1), number(2),       number(-3),
                    number(7), number(-7), x,          store.negate(x), store.add(x, number(1))};
        }
        if (kind == 'f') {
            Term y = store.variable("y", store.real_sort());
            return {store.real(0),
                    store.real(1),
                    store.real(-2),
                    y,
                    store.negate(y),
                    store.to_real(x),
                    store.divide(store.real(1), store.real(3))};
        }
        if (kind == 'v') {
            Term v = store.variable("v", store.bits_sort(8));
            return {store.bits(0, 8), store.bits(255, 8), v, store.bit_not(v), store.to_bits(x, 8)};
        }
        if (kind == 'b') {
            return {store.true_(), store.false_(), p, q, store.not_(p), store.less(x, number(0))};
        }
        return {row, store.store(row, x, number(5)), store.store(store.store(row, number(1), x), number(2), number(9)),
                store.store(store.store(row, x, number(4)), number(7), x)};
    }

    void check(const std::vector<Term>& arguments) {
        Query query;
        std::vector<Term> variables;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            variables.push_back(
                store.variable("argument" + std::to_string(i) + arguments[i]->sort->name, arguments[i]->sort));
            query.hypotheses.push_back(store.equal(variables.back(), arguments[i]));
        }
        query.goal = store.equal(GetParam().make(store, variables), GetParam().make(store, arguments));
        EXPECT_EQ(prove(query).status, Answer::Status::Proved) << export_smt2(query);
    }

    void check_all(std::vector<Term> arguments) {
        if (arguments.size() == GetParam().arguments.size()) {
            check(arguments);
            return;
        }
        for (Term argument : pool(GetParam().arguments[arguments.size()])) {
            arguments.push_back(argument);
            check_all(arguments);
            arguments.pop_back();
        }
    }
};

TEST_P(Simplification, MeansTheSame) {
    keep_memory(0);
    check_all({});
}

using Args = const std::vector<Term>&;

INSTANTIATE_TEST_SUITE_P(
    Factories, Simplification,
    testing::Values(
        Law{"not", {'b'}, [](TermStore& s, Args a) { return s.not_(a[0]); }},
        Law{"and", {'b', 'b', 'b'}, [](TermStore& s, Args a) { return s.and_(a); }},
        Law{"or", {'b', 'b', 'b'}, [](TermStore& s, Args a) { return s.or_(a); }},
        Law{"implies", {'b', 'b'}, [](TermStore& s, Args a) { return s.implies(a[0], a[1]); }},
        Law{"iff", {'b', 'b'}, [](TermStore& s, Args a) { return s.equal(a[0], a[1]); }},
        Law{"equal", {'i', 'i'}, [](TermStore& s, Args a) { return s.equal(a[0], a[1]); }},
        Law{"ite", {'b', 'b', 'b'}, [](TermStore& s, Args a) { return s.ite(a[0], a[1], a[2]); }},
        Law{"add", {'i', 'i'}, [](TermStore& s, Args a) { return s.add(a[0], a[1]); }},
        Law{"subtract", {'i', 'i'}, [](TermStore& s, Args a) { return s.subtract(a[0], a[1]); }},
        Law{"negate", {'i'}, [](TermStore& s, Args a) { return s.negate(a[0]); }},
        Law{"multiply", {'i', 'i'}, [](TermStore& s, Args a) { return s.multiply(a[0], a[1]); }},
        Law{"divide", {'i', 'i'}, [](TermStore& s, Args a) { return s.divide(a[0], a[1]); }},
        Law{"modulo", {'i', 'i'}, [](TermStore& s, Args a) { return s.modulo(a[0], a[1]); }},
        Law{"less_equal", {'i', 'i'}, [](TermStore& s, Args a) { return s.less_equal(a[0], a[1]); }},
        Law{"less", {'i', 'i'}, [](TermStore& s, Args a) { return s.less(a[0], a[1]); }},
        Law{"equal_reals", {'f', 'f'}, [](TermStore& s, Args a) { return s.equal(a[0], a[1]); }},
        Law{"add_reals", {'f', 'f'}, [](TermStore& s, Args a) { return s.add(a[0], a[1]); }},
        Law{"subtract_reals", {'f', 'f'}, [](TermStore& s, Args a) { return s.subtract(a[0], a[1]); }},
        Law{"negate_real", {'f'}, [](TermStore& s, Args a) { return s.negate(a[0]); }},
        Law{"less_reals", {'f', 'f'}, [](TermStore& s, Args a) { return s.less(a[0], a[1]); }},
        Law{"floor", {'f'}, [](TermStore& s, Args a) { return s.floor(a[0]); }},
        Law{"to_real", {'i'}, [](TermStore& s, Args a) { return s.to_real(a[0]); }},
        Law{"equal_bits", {'v', 'v'}, [](TermStore& s, Args a) { return s.equal(a[0], a[1]); }},
        Law{"negate_bits", {'v'}, [](TermStore& s, Args a) { return s.negate(a[0]); }},
        Law{"to_bits", {'i'}, [](TermStore& s, Args a) { return s.to_bits(a[0], 8); }},
        Law{"from_bits", {'v'}, [](TermStore& s, Args a) { return s.from_bits(a[0]); }},
        Law{"there_and_back", {'v'}, [](TermStore& s, Args a) { return s.to_bits(s.from_bits(a[0]), 8); }},
        Law{"narrowed", {'v'}, [](TermStore& s, Args a) { return s.resize(a[0], 4); }},
        Law{"widened", {'v'}, [](TermStore& s, Args a) { return s.resize(a[0], 16); }},
        Law{"select", {'r', 'i'}, [](TermStore& s, Args a) { return s.select(a[0], a[1]); }},
        Law{"forall",
            {'b'},
            [](TermStore& s, Args a) { return s.forall({"", {s.variable("bound", s.int_sort())}, {}, 0}, a[0]); }},
        Law{"exists",
            {'b'},
            [](TermStore& s, Args a) { return s.exists({"", {s.variable("bound", s.int_sort())}, {}, 0}, a[0]); }}),
    [](const testing::TestParamInfo<Law>& law) { return law.param.name; });

} // namespace
} // namespace daphnia::solver
