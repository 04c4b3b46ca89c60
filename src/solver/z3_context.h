// A Z3 context with its global parameters, and terms as its expressions. Private to this folder.
#pragma once

#include "logic/term.h"
#include "solver/solver.h"

#include <z3.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace daphnia::solver {

// Whatever Z3 refuses to do; caught at the edge of this folder.
class Z3Failure : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// The parameters of every check, as (name, value), seed and the like included.
std::vector<std::pair<std::string, std::string>> parameters(const Options& options);

// What Z3 says of itself, with all that tells one build from another.
std::string full_version();

// A number that has nothing to do with the name but that it is always the same for both.
std::uint64_t scrambled(std::uint32_t renaming, std::string_view name);

// Owns a context without reference counts: all expressions live as long as it does. Z3 reads the `smt` parameters
// reliably only when they are global before the context exists, so making one sets them.
class Context {
  public:
    Context(const Options& options, std::uint32_t memory_mb);
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    Z3_context get() const { return context_; }
    // Throws Z3Failure if the last call went wrong.
    void check() const;
    template <typename T>
    T checked(T value) const {
        check();
        return value;
    }

  private:
    Z3_context context_;
};

// Terms to expressions, each term once. Iterative.
class Translator {
  public:
    Translator(const Context& context, const Options& options);
    Z3_ast operator()(logic::Term root);

  private:
    Z3_sort sort(logic::Sort sort);
    Z3_func_decl function(logic::Function function);
    Z3_symbol name_of(const std::string& name) const;
    Z3_ast translate(logic::Term term);
    Z3_ast quantifier(logic::Term term, Z3_ast body);
    std::vector<Z3_pattern> patterns(const logic::Quantifier& quantifier);

    const Context& context_;
    std::optional<int> theory_weight_;
    std::uint32_t renaming_;
    std::unordered_map<logic::Term, Z3_ast> expressions_;
    std::unordered_map<logic::Sort, Z3_sort> sorts_;
    std::unordered_map<logic::Function, Z3_func_decl> functions_;
};

} // namespace daphnia::solver
