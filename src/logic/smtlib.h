// Terms as SMT-LIB text, and back: what dumps, exported conditions, the theories and the intermediate language share.
#pragma once

#include "logic/sexpr.h"
#include "logic/term.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace daphnia::logic {

// A name as SMT-LIB writes it: |…| when it is no simple symbol or is a reserved word.
std::string symbol(std::string_view name);
std::string print(Sort sort);
// What names are changed to where their own would clash with something.
struct Names {
    std::unordered_map<Term, std::string> variables; // those that have another name
    std::string before_quantifiers;                  // is put in front of each quantifier's name
};
// On one line; large terms that occur several times are bound by let, so the text stays linear in the term's nodes.
std::string print(Term term, const Names& names = {});

// What the terms of a text mention, each list in order of ids.
struct Declarations {
    std::vector<Sort> sorts; // named ones only
    std::vector<Function> functions;
    std::vector<Term> variables; // free ones
};
Declarations declarations(const std::vector<Term>& terms);
// One command per line: declare-sort, declare-fun, declare-const.
std::string print(const Declarations& declarations, const Names& names = {});

// What the names of a text mean. Bound variables get the name of the text when nothing else has it.
struct Scope {
    explicit Scope(TermStore& owner) : store(owner) {}

    TermStore& store;
    std::map<std::string, Sort, std::less<>> sorts;
    std::map<std::string, Function, std::less<>> functions;
    std::map<std::string, Term, std::less<>> variables;
    // Makes the variable that a quantifier binds; when absent, an unused name close to the one in the text.
    std::function<Term(const std::string& name, Sort sort)> bind;
    std::map<std::string, Term, std::less<>> bound; // made by this scope, and free nowhere
};

// Reads (declare-sort …), (declare-fun …), (declare-const …) into the scope; false when the form is none of these.
bool read_declaration(const SExprs& exprs, std::uint32_t index, Scope& scope);
Sort read_sort(const SExprs& exprs, std::uint32_t index, const Scope& scope);
// All throw SyntaxError, also when sorts do not fit.
Term read_term(const SExprs& exprs, std::uint32_t index, Scope& scope);

} // namespace daphnia::logic
