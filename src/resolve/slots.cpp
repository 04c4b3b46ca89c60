// typed -> typed: numbers the variables of each declaration, and the constants of the program.
#include "resolve/slots.h"

#include "support/match.h"
#include "typed/type_uses.h"

namespace daphnia::resolve {

namespace {

class Numbering {
  public:
    explicit Numbering(std::uint32_t constants) : constants_(constants) {}

    void operator()(const std::unique_ptr<typed::Function>& function) {
        number(function->parameters);
        number(function->result);
        function->slots = next_;
    }
    void operator()(const std::unique_ptr<typed::Method>& method) {
        number(method->parameters);
        number(method->results);
        method->slots = next_;
    }
    void operator()(const std::unique_ptr<typed::Constant>& constant) {
        constant->slots = next_;
        constant->place = constants_;
    }

    void below(const typed::Declaration& declaration) {
        const typed::Children visit{[this](const typed::Expr& expr) { binder(expr); },
                                    [this](const typed::Stmt& stmt) { binder(stmt); }};
        typed::for_each_below(declaration, typed::Part::All, visit);
    }

  private:
    void binder(const typed::Expr& expr) {
        if (const auto* let = std::get_if<typed::Let>(&expr.node)) {
            number(let->variables);
        } else if (const auto* choice = std::get_if<typed::LetSuchThat>(&expr.node)) {
            number(choice->variables);
        } else if (const auto* quantifier = std::get_if<typed::Quantifier>(&expr.node)) {
            number(quantifier->variables);
        } else if (const auto* set = std::get_if<typed::SetComprehension>(&expr.node)) {
            number(set->variables);
        } else if (const auto* map = std::get_if<typed::MapComprehension>(&expr.node)) {
            number(map->variables);
        } else if (const auto* comprehension = std::get_if<typed::SeqComprehension>(&expr.node)) {
            number(comprehension->variable);
        } else if (const auto* lambda = std::get_if<typed::Lambda>(&expr.node)) {
            number(lambda->parameters);
        }
    }

    void binder(const typed::Stmt& stmt) {
        if (const auto* declaration = std::get_if<typed::VarDecl>(&stmt.node)) {
            number(declaration->variables);
        } else if (const auto* forall = std::get_if<typed::ForallStatement>(&stmt.node)) {
            number(forall->variables);
        } else if (const auto* assign = std::get_if<typed::Assign>(&stmt.node)) {
            for (const typed::Value& value : assign->values) {
                const auto* array = std::get_if<typed::NewArray>(&value.node);
                if (array != nullptr) {
                    number(array->indices);
                }
            }
        }
    }

    void number(const std::vector<typed::VariablePtr>& variables) {
        for (const typed::VariablePtr& variable : variables) {
            number(variable);
        }
    }
    // Nobody else has seen the program yet.
    void number(const typed::VariablePtr& variable) { const_cast<typed::Variable&>(*variable).slot = next_++; }

    std::uint32_t constants_; // that come before
    std::uint32_t next_ = 0;
};

} // namespace

void number_slots(typed::Program& program) {
    std::uint32_t constants = 0;
    for (typed::Declaration& declaration : program.declarations) {
        Numbering numbering(constants);
        numbering.below(declaration);
        support::match(declaration, numbering);
        constants += std::holds_alternative<std::unique_ptr<typed::Constant>>(declaration) ? 1 : 0;
    }
}

} // namespace daphnia::resolve
