// An obligation in, the parts of the program that it is about out: what hints are decided by.
#pragma once

#include "refute/refute.h"
#include "refute/runner.h"
#include "refute/vocabulary.h"
#include "typed/call_graph.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::refute {

using Expressions = std::vector<const typed::Expr*>;
using Functions = std::vector<const typed::Function*>;

class Situation {
  public:
    Situation(Runner& runner, const Target& target, const Vocabulary& vocabulary, const std::vector<Input>& accepted);

    const typed::Declaration& declaration() const { return runner.declaration(); }
    bool is_lemma() const { return lemma != nullptr; }
    bool is_about_values() const; // and not about ranges, frames or measures
    bool calls_itself() const;    // its body does, whatever the arguments
    bool calls_lemmas() const;    // others
    bool has_loops() const;
    // Called in those expressions, or in what the functions called there stand for; opaque ones are not looked into.
    Functions functions_in(const Expressions& expressions) const;
    Functions recursive_functions() const; // of the goal, else of what is known
    // Parameters that automatic induction goes over: of a type with an order, and handed to a recursive function.
    std::vector<const typed::Variable*> induction_variables() const;
    void for_each_stmt(const std::function<void(const typed::Stmt&)>& visit) const;

    Runner& runner;
    const Target& target;
    const Vocabulary& vocabulary;
    const std::vector<Input>& accepted;
    const typed::Method* lemma = nullptr; // null: the declaration is none
    typed::CallGraph calls;
    Expressions goal;  // what is to hold
    Expressions known; // preconditions, invariants, and what methods that are called promise
};

// As the program writes it: of an instance the name of its origin.
std::string written_name(const typed::Function& function);
void for_each_expr(const Expressions& roots, const std::function<void(const typed::Expr&)>& visit);
bool mentions(const typed::Expr& root, const typed::Variable* variable);
bool is_same_function(const typed::Function* a, const typed::Function* b);

} // namespace daphnia::refute
