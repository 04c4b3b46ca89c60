// What the families of the generator share: types, variables with what they symbolically hold, what can be called.
#pragma once

#include "constructs.h"
#include "random.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daphnia::oracle {

enum class Type { Bool, Int, Nat, Char, String, IntSeq, Nested, Pair, IntArray };
std::string to_string(Type type);

struct Variable {
    std::string name;
    Type type;
    // Its value (of an array: its elements, as a sequence) as an expression over the parameters and the old state;
    // nothing when that is not known.
    std::optional<std::string> symbol;
    bool ghost = false;
    bool assignable = false;
    bool parameter = false; // an array that may be another parameter
};
using Scope = std::vector<Variable>;

struct Signature {
    std::string name;
    std::vector<Type> parameters;
    Type result;
    bool ghost = false;
    std::string guard; // its precondition with @0, @1, … for the arguments; may be empty
};

// A method whose contract gives its result, and the elements of the array that it modifies, exactly. In the patterns
// @0, @1, … stand for the arguments, of an array argument for its elements before.
struct ExactMethod {
    std::string name;
    std::vector<Type> parameters;
    std::optional<Type> result;
    std::string guard;
    std::string result_symbol;
    std::string content_symbol; // of argument 0; empty when nothing is modified
};

using Fillings = std::initializer_list<std::pair<std::string_view, std::string>>;
// Replaces each $name of the pattern.
std::string fill(std::string_view pattern, Fillings fillings);
// Replaces @0, @1, … by the arguments, in parentheses.
std::string instance(std::string_view pattern, const std::vector<std::string>& arguments);
// Every line of the text one step to the right.
std::string indented(const std::string& text);

class Workshop {
  public:
    explicit Workshop(std::uint64_t seed) : random(seed) {}

    std::string fresh(std::string_view stem);
    Construct pick(std::initializer_list<Construct> constructs) { return oracle::pick(random, constructs); }
    template <typename... Texts>
    std::string any(const Texts&... texts) {
        const std::initializer_list<std::string> all{texts...};
        return random.one_of(all);
    }

    Random random;
    std::vector<Signature> functions;
    std::vector<ExactMethod> methods;
    Scope constants;

  private:
    unsigned next_name_ = 0;
};

// An expression of the type over the scope, in parentheses unless it is atomic. It has a value whatever the variables
// hold. Compiled ones mention no ghost variable.
std::string expression(Workshop& workshop, Type type, const Scope& scope, unsigned depth, bool ghost = false);
// The expression with each variable replaced by what it holds; nothing when that is not known or too long.
std::optional<std::string> symbolic(const std::string& text, const Scope& scope);

// The families: the text of one unit each.
std::string calculation(Workshop& workshop);
std::string value_function(Workshop& workshop);
std::string nat_recursion(Workshop& workshop);
std::string seq_recursion(Workshop& workshop);
std::string mutual_recursion(Workshop& workshop);
std::string array_function(Workshop& workshop);
std::string array_helper(Workshop& workshop);
std::string array_loop(Workshop& workshop);
std::string search(Workshop& workshop);
std::string sequence_loop(Workshop& workshop);
std::string control(Workshop& workshop);
std::string identity(Workshop& workshop);
std::string quantifier_fact(Workshop& workshop);
std::string calculus(Workshop& workshop);
std::string constant_value(Workshop& workshop);
std::string datatypes(Workshop& workshop);
std::string mixed(Workshop& workshop);
std::string generic(Workshop& workshop);
std::string lambdas(Workshop& workshop);
std::string subset_types(Workshop& workshop);
std::string ground(Workshop& workshop);
std::string chosen(Workshop& workshop);
std::string hidden(Workshop& workshop);
std::string collection(Workshop& workshop);
std::string reals_and_bits(Workshop& workshop);
std::string element_targets(Workshop& workshop);
std::string failures(Workshop& workshop);
std::string left_out_types(Workshop& workshop);
std::string reading_functions(Workshop& workshop);
std::string measures(Workshop& workshop);
std::string type_arguments(Workshop& workshop);
std::string ghost_parts(Workshop& workshop);
std::string matrices(Workshop& workshop);
std::string objects(Workshop& workshop);

// The unit with a small mistake: an operator, a bound, a clause or a statement changed or lost; still well typed.
std::string perturbed(const std::string& unit, Random& random);

} // namespace daphnia::oracle
