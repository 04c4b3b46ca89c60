// For tests of conditions: programs as text, judged by the solver, as a whole and one assertion at a time.
#pragma once

#include "ivl/ivl.h"
#include "solver/solver.h"
#include "vcgen/vcgen.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace daphnia::vcgen {

class Judge {
  public:
    // The declarations and blocks of one procedure; x, y, z are integers, p, q booleans.
    explicit Judge(const std::string& blocks, const std::string& declarations = "") {
        std::string text = "(declare-const x Int)(declare-const y Int)(declare-const z Int)(declare-const p Bool)"
                           "(declare-const q Bool)" +
                           declarations + "(procedure test " + blocks + ")";
        std::vector<std::string> errors;
        if (!ivl::read(text, store, program, errors)) {
            throw std::runtime_error(errors.front());
        }
        passive = passify(program.procedures.front(), store);
    }

    bool holds(const Condition& condition) {
        solver::Query query{{}, condition.hypotheses, condition.goal};
        std::vector<logic::Term> terms = condition.hypotheses;
        terms.push_back(condition.goal);
        query.axioms = logic::relevant_axioms(terms, program.axioms);
        return solver::prove(query, {10'000'000, 0, 0}).status == solver::Answer::Status::Proved;
    }

    bool whole() { return holds(vcgen::whole(passive, store)); }

    // One letter per assertion, by single(): v for valid, x for not.
    std::string singles() {
        std::string result;
        for (const Obligation& obligation : obligations(passive)) {
            result += holds(single(passive, obligation, store)) ? 'v' : 'x';
        }
        return result;
    }

    logic::TermStore store;
    ivl::Program program;
    PassiveProcedure passive;
};

} // namespace daphnia::vcgen
