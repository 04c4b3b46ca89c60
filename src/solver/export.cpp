// Writes a query as a file that any SMT-LIB solver reads.
#include "logic/smtlib.h"
#include "solver/solver.h"
#include "solver/z3_context.h"

#include <fmt/format.h>

#include <unordered_set>

namespace daphnia::solver {

namespace {

// SMT-LIB has one name space for functions and constants; a variable that shares its name gives way.
logic::Names distinct_names(const logic::Declarations& declarations) {
    std::unordered_set<std::string> taken;
    for (logic::Function function : declarations.functions) {
        taken.insert(function->name);
    }
    for (logic::Term variable : declarations.variables) {
        taken.insert(variable->name);
    }
    logic::Names names;
    std::unordered_set<std::string> functions;
    for (logic::Function function : declarations.functions) {
        functions.insert(function->name);
    }
    for (logic::Term variable : declarations.variables) {
        std::string name = variable->name;
        while (functions.contains(name) || (name != variable->name && taken.contains(name))) {
            name += '\'';
        }
        if (name != variable->name) {
            taken.insert(name);
            names.emplace(variable, name);
        }
    }
    return names;
}

} // namespace

std::string export_smt2(const Query& query, const Options& options) {
    std::vector<logic::Term> terms;
    for (const logic::Axiom* axiom : query.axioms) {
        terms.push_back(axiom->formula);
    }
    terms.insert(terms.end(), query.hypotheses.begin(), query.hypotheses.end());
    terms.push_back(query.goal);
    logic::Declarations declarations = logic::declarations(terms);
    logic::Names names = distinct_names(declarations);
    std::string out = "; unsat: the hypotheses imply the goal\n";
    for (const auto& [name, value] : parameters(options)) {
        out += fmt::format("(set-option :{} {})\n", name, value);
    }
    out += "(set-option :combined_solver.ignore_solver1 true) ; keeps Z3 from its tactics, which prove less\n";
    out += "(set-logic ALL)\n";
    out += print(declarations, names);
    for (const logic::Axiom* axiom : query.axioms) {
        out += fmt::format("; {}: {}\n(assert {})\n", axiom->name, axiom->why, print(axiom->formula, names));
    }
    for (logic::Term hypothesis : query.hypotheses) {
        out += fmt::format("(assert {})\n", print(hypothesis, names));
    }
    out += fmt::format("; the goal\n(assert (not {}))\n(check-sat)\n", print(query.goal, names));
    return out;
}

} // namespace daphnia::solver
