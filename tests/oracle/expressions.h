// Random expressions of a type over a scope. Each has a value whatever its variables hold: indices, divisors and
// preconditions are guarded, so that a mistake put in later is the only one.
#pragma once

#include "workshop.h"

#include <functional>

namespace daphnia::oracle {

class ExpressionMaker {
  public:
    ExpressionMaker(Workshop& workshop, const Scope& scope, bool ghost)
        : workshop_(workshop), scope_(scope), ghost_(ghost) {}
    std::string make(Type type, unsigned depth);

  private:
    Workshop& workshop_;
    Scope scope_;
    bool ghost_;
    std::optional<std::string> variable_such(const std::function<bool(Type)>& accept);
    std::optional<std::string> variable(Type type);
    std::string fill(std::string_view pattern, Fillings fillings) { return oracle::fill(pattern, fillings); }
    std::string call(Type type, unsigned depth);
    std::string conditional(Type type, unsigned depth);
    std::string let(Type type, unsigned depth);
    std::string literal(Type type);
    std::string leaf(Type type);

    // Something with elements of type int, and its length.
    std::optional<std::pair<std::string, std::string>> indexed();
    bool variable_is_array(const std::string& name) const;
    std::string guarded_index(unsigned depth);
    std::string integer(unsigned depth);
    std::optional<std::string> length();
    std::string natural(unsigned depth);
    std::string boolean(unsigned depth);
    std::string order() { return workshop_.any("<", "<=", ">", ">=", "==", "!="); }
    std::string comparison(unsigned depth);
    std::string quantified(unsigned depth);
    std::string character(unsigned depth);
    static Type element(Type sequence) {
        return sequence == Type::String ? Type::Char : sequence == Type::Nested ? Type::IntSeq : Type::Int;
    }
    std::string sequence(Type type, unsigned depth);
    std::string slice(Type type);
    std::string pair(unsigned depth);
};

} // namespace daphnia::oracle
