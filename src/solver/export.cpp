// Writes a query as a file that both Z3 and cvc5 read as it is.
#include "logic/smtlib.h"
#include "solver/solver.h"
#include "solver/z3_context.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace daphnia::solver {

namespace {

// SMT-LIB has one name space for functions and constants, so a variable that shares its name gives way. cvc5 keeps the
// names of quantifiers in that name space, too: these all get a prefix that no other name begins with.
logic::Names distinct_names(const logic::Declarations& declarations) {
    std::unordered_set<std::string> functions;
    for (logic::Function function : declarations.functions) {
        functions.insert(function->name);
    }
    std::unordered_set<std::string> taken = functions;
    for (logic::Term variable : declarations.variables) {
        taken.insert(variable->name);
    }
    logic::Names names;
    for (logic::Term variable : declarations.variables) {
        std::string name = variable->name;
        while (functions.contains(name) || (name != variable->name && taken.contains(name))) {
            name += '\'';
        }
        if (name != variable->name) {
            taken.insert(name);
            names.variables.emplace(variable, name);
        }
    }
    std::string& prefix = names.before_quantifiers = "law:";
    while (std::any_of(taken.begin(), taken.end(), [&](const std::string& name) { return name.starts_with(prefix); })) {
        prefix.insert(0, "a ");
    }
    return names;
}

// Z3 takes its parameters on its command line as well as from a file. They stand in a comment because cvc5 answers
// "unsupported" to each option that it does not know.
std::string command_line(const Options& options) {
    std::string out = "z3";
    for (const auto& [name, value] : parameters(options)) {
        out += fmt::format(" {}={}", name, value);
    }
    // Keeps the program from Z3's tactics, which prove less.
    return out + " combined_solver.ignore_solver1=true";
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
    out += fmt::format("; {}\n", command_line(options));
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
