// Writes one statement of a calculation after the other, and keeps the symbolic state.
#pragma once

#include "calculation.h"

#include <functional>

namespace daphnia::oracle {

class StatementWriter {
  public:
    StatementWriter(CalculationState& state, unsigned depth)
        : state_(state), workshop_(state.workshop), random_(state.workshop.random), depth_(depth) {}
    std::string write();

  private:
    CalculationState& state_;
    Workshop& workshop_;
    Random& random_;
    unsigned depth_;
    std::string make(Type type, unsigned depth, bool ghost = false);
    std::optional<std::string> symbol_of(const std::string& text) { return symbolic(text, state_.scope); }
    std::optional<std::string> some_variable(const std::function<bool(const Variable&)>& accept);
    std::optional<std::string> some_array();
    Variable& variable(const std::string& name);
    void note_written(const std::string& array);
    std::string declare();
    std::string assign();
    std::string swap();

    // The statement where the condition holds, nothing elsewhere; `after` is the content where it holds.
    std::string guarded_write(const std::string& array, const std::string& condition, const std::string& statement,
                              const std::optional<std::string>& after);
    std::string write_element();
    std::string swap_elements();
    struct Given { // a call with random arguments
        std::vector<std::string> arguments;
        std::vector<std::string> symbols; // with the elements of an array for the array
        std::string guard, call;
        bool known = true;
    };
    Given given(const ExactMethod& method, const std::optional<std::string>& array);
    std::string call();
    std::string call_into_element();
    std::string element_and_index();
    std::string choose();
    std::string new_array();
    std::string claim();
    std::string snapshot();
    std::string output();
    std::string havoc();
    std::string counted_loop();
    std::string any_loop();
    std::string fill_elements(bool loop);
};
} // namespace daphnia::oracle
