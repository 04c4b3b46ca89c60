// See the header.
#include "resolve/generic_rules.h"

#include "resolve/type_parameters.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace daphnia::resolve {

namespace {

using typed::Type;
using typed::TypeKind;
using typed::TypeParameter;

std::vector<std::string> missing(const typed::TypeParameters& parameters, const std::vector<Type>& arguments,
                                 const std::string& callee, bool ghost) {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string lacks = missing_characteristic(*parameters.at(i), arguments[i], ghost);
        if (!lacks.empty()) {
            const std::string index = arguments.size() > 1 ? fmt::format(" {}", i) : std::string();
            result.push_back(
                fmt::format("type parameter{} ({}) passed to {} must {}", index, parameters[i]->name, callee, lacks));
        }
    }
    return result;
}

void for_each_in(const typed::Declaration& declaration, const typed::Children& visit) {
    typed::for_each_child(declaration, {[&](const typed::Expr& expr) { typed::for_each_below(expr, visit); },
                                        [&](const typed::Stmt& stmt) { typed::for_each_below(stmt, visit); }});
}

void check_characteristics(const typed::Declaration& declaration, Reporter& reporter) {
    const auto report = [&](SourceRange at, const std::vector<std::string>& messages) {
        for (const std::string& message : messages) {
            reporter.error("characteristic", at, message);
        }
    };
    for_each_in(declaration, {[&](const typed::Expr& expr) {
                                  if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
                                      report(expr.anchor, missing_characteristics(*call, true));
                                  }
                              },
                              [&](const typed::Stmt& stmt) {
                                  if (const auto* call = std::get_if<typed::Call>(&stmt.node)) {
                                      report(stmt.range, missing_characteristics(*call, true));
                                  }
                              }});
}

// Type parameters, and what is passed from one to another. There are infinitely many instances exactly when a parameter
// reaches itself by way of a larger type (as for the generics of the CLI: Kennedy and Syme, 2001).
class Passing {
  public:
    explicit Passing(const typed::Program& program) {
        for (const typed::Declaration& declaration : program.declarations) {
            for_each_in(declaration, {[&](const typed::Expr& expr) {
                                          if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
                                              pass(call->function->type_parameters, call->type_arguments, expr.anchor);
                                          }
                                      },
                                      [&](const typed::Stmt& stmt) {
                                          if (const auto* call = std::get_if<typed::Call>(&stmt.node)) {
                                              pass(call->method->type_parameters, call->type_arguments, stmt.range);
                                          }
                                      }});
        }
    }

    void report(Reporter& reporter) const {
        for (const Enlargement& enlargement : enlargements_) {
            if (reaches(enlargement.to, enlargement.from)) {
                reporter.unsupported(enlargement.at,
                                     "calls with ever larger type arguments (polymorphic recursion) are");
            }
        }
    }

  private:
    struct Enlargement {
        const TypeParameter* from;
        const TypeParameter* to;
        SourceRange at;
    };

    void pass(const typed::TypeParameters& parameters, const std::vector<Type>& arguments, SourceRange at) {
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            for (const TypeParameter* from : typed::parameters_in(arguments[i])) {
                edges_[from].insert(parameters.at(i).get());
                if (arguments[i].kind != TypeKind::Parameter) {
                    enlargements_.push_back({from, parameters[i].get(), at});
                }
            }
        }
    }

    bool reaches(const TypeParameter* from, const TypeParameter* goal) const {
        std::set<const TypeParameter*> seen{from};
        std::vector<const TypeParameter*> open{from};
        while (!open.empty()) {
            const TypeParameter* current = open.back();
            open.pop_back();
            if (current == goal) {
                return true;
            }
            const auto next = edges_.find(current);
            if (next == edges_.end()) {
                continue;
            }
            for (const TypeParameter* to : next->second) {
                if (seen.insert(to).second) {
                    open.push_back(to);
                }
            }
        }
        return false;
    }

    std::map<const TypeParameter*, std::set<const TypeParameter*>> edges_;
    std::vector<Enlargement> enlargements_;
};

// ---- arrays

// Whether some choice of the type parameters makes both types the same.
class Unification {
  public:
    static bool possible(const Type& a, const Type& b) { return Unification().unify(a, b); }

  private:
    bool unify(Type a, Type b) {
        a = typed::substitute(a, map_);
        b = typed::substitute(b, map_);
        if (a == b) {
            return true;
        }
        if (is_open(b) && !is_open(a)) {
            std::swap(a, b);
        }
        if (is_open(a)) {
            const std::vector<const TypeParameter*> inside = typed::parameters_in(b);
            if (std::find(inside.begin(), inside.end(), a.parameter) != inside.end()) {
                return false;
            }
            for (auto& [parameter, type] : map_) {
                type = typed::substitute(type, {{a.parameter, b}});
            }
            map_.emplace(a.parameter, b);
            return true;
        }
        if (a.kind != b.kind || a.arguments.size() != b.arguments.size() || a.ghost_components != b.ghost_components ||
            a.parameter != b.parameter) {
            return false;
        }
        for (std::size_t i = 0; i < a.arguments.size(); ++i) {
            if (!unify(a.arguments[i], b.arguments[i])) {
                return false;
            }
        }
        return true;
    }

    static bool is_open(const Type& type) { return type.kind == TypeKind::Parameter && !type.parameter->abstract; }

    typed::TypeMap map_;
};

class ArrayElements {
  public:
    explicit ArrayElements(const typed::Declaration& declaration) {
        for_each_in(declaration, {[&](const typed::Expr& expr) { add(expr.type); },
                                  [&](const typed::Stmt& stmt) {
                                      if (const auto* variables = std::get_if<typed::VarDecl>(&stmt.node)) {
                                          add(variables->variables);
                                      } else if (const auto* assign = std::get_if<typed::Assign>(&stmt.node)) {
                                          add(*assign);
                                      } else if (const auto* call = std::get_if<typed::Call>(&stmt.node)) {
                                          add(*call);
                                      }
                                  }});
    }

    void add(const std::vector<typed::VariablePtr>& variables) {
        for (const typed::VariablePtr& variable : variables) {
            add(variable->type);
        }
    }

    const std::map<std::string, Type>& types() const { return types_; }

  private:
    void add(const Type& type) {
        if (typed::is_array(type)) {
            types_.emplace(typed::unique_name(type.arguments.at(0)), type.arguments.at(0));
        }
        if (type.kind == typed::TypeKind::Datatype && datatypes_.insert(type.datatype).second) {
            for (const typed::Destructor& destructor : type.datatype->destructors) {
                add(destructor.type);
            }
        }
        for (const Type& argument : type.arguments) {
            add(argument);
        }
    }
    void add(const typed::Assign& assign) {
        for (const typed::Value& value : assign.values) {
            if (const auto* created = std::get_if<typed::NewArray>(&value.node)) {
                add(typed::array_type(created->element));
            }
        }
    }
    // Results that are dropped are there all the same.
    void add(const typed::Call& call) {
        typed::TypeMap map;
        for (std::size_t i = 0; i < call.type_arguments.size(); ++i) {
            map.emplace(call.method->type_parameters.at(i).get(), call.type_arguments[i]);
        }
        for (const typed::VariablePtr& result : call.method->results) {
            add(typed::substitute(result->type, map));
        }
    }

    std::map<std::string, Type> types_;
    std::set<const typed::Datatype*> datatypes_; // looked into
};

// Arrays of different element types are never the same array, which the encoding of a method that changes arrays builds
// on: where the choice of the type parameters decides whether the types are different, it may not build on that.
void check_arrays(const typed::Declaration& declaration, Reporter& reporter) {
    const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration);
    if (method == nullptr || (*method)->type_parameters.empty() || (*method)->kind == typed::MethodKind::Lemma) {
        return;
    }
    ArrayElements elements(declaration);
    elements.add((*method)->parameters);
    elements.add((*method)->results);
    for (auto one = elements.types().begin(); one != elements.types().end(); ++one) {
        for (auto other = std::next(one); other != elements.types().end(); ++other) {
            if (Unification::possible(one->second, other->second)) {
                reporter.unsupported((*method)->name_range,
                                     "generic methods with arrays of several element types that may turn out to be the "
                                     "same are");
            }
        }
    }
}

} // namespace

std::vector<std::string> missing_characteristics(const typed::FunctionCall& call, bool ghost) {
    return missing(call.function->type_parameters, call.type_arguments,
                   (call.function->predicate ? "predicate " : "function ") + call.function->name, ghost);
}

std::vector<std::string> missing_characteristics(const typed::Call& call, bool ghost) {
    return missing(call.method->type_parameters, call.type_arguments,
                   (call.method->kind == typed::MethodKind::Lemma ? "lemma " : "method ") + call.method->name, ghost);
}

void check_instantiations(const typed::Program& program, Reporter& reporter) {
    for (const typed::Declaration& declaration : program.declarations) {
        check_characteristics(declaration, reporter);
        check_arrays(declaration, reporter);
    }
    Passing(program).report(reporter);
}

} // namespace daphnia::resolve
