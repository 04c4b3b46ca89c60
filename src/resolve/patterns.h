// Patterns in declarations of variables: they take apart a value that has to look like them.
#pragma once

#include "resolve/body_part.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace daphnia::resolve {

class DatatypeValues;
class Suggestions;

// The name of the variable that holds a value which a pattern takes apart: no program can write it.
inline constexpr const char* kWhole = "tuple#";

// A variable of a pattern, and the component that it names.
struct Component {
    std::unique_ptr<typed::Variable> variable;
    Draft value;
};

// A pattern's variables, and what the value has to look like, outermost constructor first.
struct TakenApart {
    std::vector<Component> components;
    StmtList checks;
};

class Patterns : BodyPart {
  public:
    Patterns(BodyState& state, Suggestions& suggestions, DatatypeValues& datatypes)
        : BodyPart(state), suggestions_(suggestions), datatypes_(datatypes) {}

    std::unique_ptr<typed::Variable> whole_of_pattern(const ast::Pattern& pattern, const Draft& value,
                                                      typed::VariableKind kind, bool ghost);
    bool take_apart(const ast::Pattern& pattern, const typed::Variable& whole, typed::VariableKind kind, bool ghost,
                    TakenApart& out, std::vector<std::size_t> path = {});

  private:
    std::optional<PreType> head_of_pattern(const ast::Pattern& pattern);
    bool take_apart_constructor(const ast::Pattern& pattern, const ast::ConstructorPattern& node, Draft value,
                                const typed::Variable& whole, typed::VariableKind kind, bool ghost, TakenApart& out,
                                std::vector<std::size_t> path);

    Suggestions& suggestions_;
    DatatypeValues& datatypes_;
};

} // namespace daphnia::resolve
