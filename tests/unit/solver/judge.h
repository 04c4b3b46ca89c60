// For tests that put formulas to the solver: formulas as SMT-LIB text over the sequence theory of integers.
#pragma once

#include "logic/smtlib.h"
#include "logic/theory.h"
#include "solver/solver.h"

#include <string>

namespace daphnia::solver {

// Reads formulas in which s, t, u, r are sequences, i, j, k, n, m integers, x, y, z elements, row a row, p and q
// booleans, and the functions of the theory have their short names.
class Judge {
  public:
    Judge() : theories_(store), scope_(store), seq(theories_.seq(store.int_sort())) {
        for (const char* name : {"s", "t", "u", "r"}) {
            scope_.variables[name] = store.variable(name, seq.seq);
        }
        for (const char* name : {"i", "j", "k", "n", "m", "x", "y", "z"}) {
            scope_.variables[name] = store.variable(name, store.int_sort());
        }
        for (const char* name : {"p", "q"}) {
            scope_.variables[name] = store.variable(name, store.bool_sort());
        }
        for (const char* name : {"row", "old"}) {
            scope_.variables[name] = store.variable(name, store.array_sort(store.int_sort(), store.int_sort()));
        }
        scope_.sorts["Seq"] = seq.seq;
        scope_.functions = {{"length", seq.length}, {"at", seq.at},         {"empty", seq.empty},
                            {"build", seq.build},   {"append", seq.append}, {"update", seq.update},
                            {"take", seq.take},     {"drop", seq.drop},     {"contains", seq.contains},
                            {"equal", seq.equal},   {"prefix", seq.prefix}, {"slice", seq.slice}};
        scope_.functions["f"] = store.function("f", {store.int_sort()}, store.int_sort());
    }

    logic::Term read(const std::string& text) {
        logic::SExprs exprs(text);
        return logic::read_term(exprs, exprs.roots().front(), scope_);
    }

    Query query(logic::Term goal, std::vector<logic::Term> hypotheses = {}) {
        Query result{{}, std::move(hypotheses), goal};
        std::vector<logic::Term> all = result.hypotheses;
        all.push_back(goal);
        result.axioms = logic::relevant_axioms(all, theories_.axioms());
        return result;
    }

    Answer ask(const std::string& text, Budget budget = {3'000'000, 0, 0}) { return prove(query(read(text)), budget); }
    bool valid(const std::string& text) { return ask(text).status == Answer::Status::Proved; }

    logic::TermStore store;

  private:
    logic::Theories theories_;
    logic::Scope scope_;

  public:
    const logic::SeqTheory& seq;
    const std::vector<logic::Axiom>& axioms() const { return theories_.axioms(); }
    logic::Scope& scope() { return scope_; }
};

} // namespace daphnia::solver
