// The variables of a declaration while it is resolved: which names can be seen, and what is known of the type of each.
#pragma once

#include "resolve/globals.h"
#include "resolve/inference.h"
#include "resolve/scope.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace daphnia::resolve {

// Something whose values flow into a variable: an expression, or a value of a known type.
struct Source {
    const typed::Expr* expr = nullptr;
    typed::Type type;
    std::optional<std::size_t> call = std::nullopt; // a result of this call of a generic method
    std::size_t result = 0;
    bool binds = false; // a pattern, let or match that introduces the variable
    enum class Rules { All, Refreshed, Released } rules = Rules::All;
};

struct VariableFacts {
    typed::Variable* variable = nullptr; // null: its type is not for us to set
    PreType type;
    bool type_given = true;
    bool assignable = false;
    const char* what = "local variable"; // as Dafny calls it when its type is unknown
    std::vector<Source> sources;         // when the type is not given
    bool allocated = false;              // a new array flows into it
    bool counts = false;                 // the index of a loop
    bool assumption = false;             // {:assumption}: a ghost bool that begins as true
    bool assumption_assigned = false;    // once at most
};

using VariableScope = Scope<const typed::Variable>;
using NewVariables = std::vector<std::unique_ptr<typed::Variable>>;

// Whether type arguments are left out in it, to be inferred.
bool leaves_arguments_out(Globals& globals, const ast::Type& type);

// As the nodes of the kernel hold them.
std::vector<typed::VariablePtr> owned(NewVariables variables);

class Variables {
  public:
    Variables(Globals& globals, Inference& inference);

    VariableScope& scope() { return scope_; }
    const VariableScope& scope() const { return scope_; }
    // What the name means here; null: no variable.
    const typed::Variable* find(const std::string& name) const { return scope_.find(name); }

    // The variable belongs to the caller; its type is in it already when it was given.
    VariableFacts& introduce(const typed::Variable& variable, bool type_given);
    std::unique_ptr<typed::Variable> new_variable(const ast::Ident& name, const ast::Type* type,
                                                  typed::VariableKind kind, bool ghost);
    // A parameter or result of the declaration comes into scope.
    void adopt(const typed::Variable& variable);
    // Its name comes into scope; a duplicate is reported, and so is what it hides, on demand.
    void declare(const typed::Variable& variable, const char* what);
    // What a refused declaration would have declared.
    void declare_untyped(const ast::Ident& name);
    void declare_untyped(const ast::Pattern& pattern);
    // A variable that the kernel has no place for, for the sake of what refers to it in vain.
    void keep(typed::VariablePtr variable) { kept_.push_back(std::move(variable)); }

    VariableFacts& facts(const typed::Variable& variable) { return facts_.at(&variable); }
    const VariableFacts& facts(const typed::Variable& variable) const { return facts_.at(&variable); }
    const PreType& type_of(const typed::Variable& variable) const { return facts(variable).type; }
    // Of a parameter or result of any declaration; of a generic one as used with these type arguments.
    PreType declared_type(const typed::Variable& variable, const TypeArguments& type_arguments = {}) const;
    // In order.
    const std::vector<const typed::Variable*>& introduced() const { return introduced_; }

    void flow(const typed::Variable& into, const typed::Expr& value, Source::Rules rules = Source::Rules::All);
    void flow(const typed::Variable& into, const typed::Type& type);
    // Where the variable is introduced as a name for the value.
    void bind(const typed::Variable& into, const typed::Expr& value);

  private:
    PreType partial_type(const ast::Type& type, bool exact);

    Globals& globals_;
    Inference& inference_;
    VariableScope scope_;
    std::unordered_map<const typed::Variable*, VariableFacts> facts_;
    std::vector<const typed::Variable*> introduced_;
    std::vector<typed::VariablePtr> kept_;
};

} // namespace daphnia::resolve
