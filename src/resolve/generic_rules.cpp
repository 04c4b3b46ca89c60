// See the header.
#include "resolve/generic_rules.h"

#include "resolve/type_parameters.h"
#include "typed/dependencies.h"
#include "typed/overrides.h"
#include "typed/parts.h"
#include "typed/type_uses.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

namespace daphnia::resolve {

namespace {

using typed::Type;
using typed::TypeKind;
using typed::TypeParameter;

template <typename Lacks>
std::vector<std::string> missing(const typed::TypeParameters& parameters, const std::vector<Type>& arguments,
                                 const std::string& callee, const Lacks& lacks) {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string what = lacks(*parameters.at(i), arguments[i]);
        if (!what.empty()) {
            const std::string index = arguments.size() > 1 ? fmt::format(" {}", i) : std::string();
            result.push_back(
                fmt::format("type parameter{} ({}) passed to {} must {}", index, parameters[i]->name, callee, what));
        }
    }
    return result;
}

std::vector<std::string> missing(const typed::TypeParameters& parameters, const std::vector<Type>& arguments,
                                 const std::string& callee, bool ghost) {
    return missing(parameters, arguments, callee, [ghost](const TypeParameter& parameter, const Type& argument) {
        return missing_characteristic(parameter, argument, ghost);
    });
}

void check_characteristics(const typed::Declaration& declaration, Reporter& reporter) {
    const auto report = [&](SourceRange at, const std::vector<std::string>& messages) {
        for (const std::string& message : messages) {
            reporter.error(Rule::Characteristic, at, message);
        }
    };
    typed::for_each_below(declaration, typed::Part::All,
                          {[&](const typed::Expr& expr) {
                               if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
                                   report(expr.anchor, missing_characteristics(*call, true));
                               } else if (const auto* value = std::get_if<typed::FunctionValue>(&expr.node)) {
                                   report(expr.anchor, missing_characteristics(*value, true));
                               } else if (std::holds_alternative<typed::DatatypeValue>(expr.node)) {
                                   report(expr.anchor, missing_characteristics(expr.type, true));
                               }
                           },
                           [&](const typed::Stmt& stmt) {
                               if (const auto* call = std::get_if<typed::Call>(&stmt.node)) {
                                   report(stmt.range, missing_characteristics(*call, true));
                               }
                               const auto* assign = std::get_if<typed::Assign>(&stmt.node);
                               for (std::size_t i = 0; assign != nullptr && i < assign->values.size(); ++i) {
                                   const auto* made = std::get_if<typed::NewObject>(&assign->values[i].node);
                                   if (made != nullptr && typed::is_class(made->type)) {
                                       report(stmt.range,
                                              missing(made->type.klass->type_parameters, made->type.arguments,
                                                      "type " + made->type.klass->name, true));
                                   }
                               }
                           }});
}

template <typename Node>
using Edges = std::map<const Node*, std::set<const Node*>>;

template <typename Node>
bool reaches(const Edges<Node>& edges, const Node* from, const Node* goal) {
    std::set<const Node*> seen{from};
    std::vector<const Node*> open{from};
    while (!open.empty()) {
        const Node* const current = open.back();
        open.pop_back();
        if (current == goal) {
            return true;
        }
        const auto next = edges.find(current);
        if (next == edges.end()) {
            continue;
        }
        for (const Node* const to : next->second) {
            if (seen.insert(to).second) {
                open.push_back(to);
            }
        }
    }
    return false;
}

// Type parameters, and what is passed from one to another. There are infinitely many instances exactly when a parameter
// reaches itself by way of a larger type (as for the generics of the CLI: Kennedy and Syme, 2001).
class Passing {
  public:
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

    void pass_as_it_is(const TypeParameter& from, const TypeParameter& to) { edges_[&from].insert(&to); }

    // Whether there are finitely many; says of what there are too many.
    bool report(const char* what, Reporter& reporter) const {
        bool finite = true;
        for (const Enlargement& enlargement : enlargements_) {
            if (reaches(edges_, enlargement.to, enlargement.from)) {
                reporter.unsupported(enlargement.at, what);
                finite = false;
            }
        }
        return finite;
    }

  private:
    struct Enlargement {
        const TypeParameter* from;
        const TypeParameter* to;
        SourceRange at;
    };

    Edges<TypeParameter> edges_;
    std::vector<Enlargement> enlargements_;
};

void pass_from(const Type& type, SourceRange at, Passing& passing) {
    if (type.kind == TypeKind::Datatype) {
        passing.pass(type.datatype->type_parameters, type.arguments, at);
    }
    if (type.kind == TypeKind::Subset) {
        if (type.subset->origin != nullptr) {
            passing.pass(type.subset->origin->type_parameters, type.subset->type_arguments, at);
            for (const Type& argument : type.subset->type_arguments) {
                pass_from(argument, at, passing);
            }
        }
        pass_from(type.subset->base, at, passing);
    }
    for (const Type& argument : type.arguments) {
        pass_from(argument, at, passing);
    }
}

void pass_from_fields(const typed::Datatype& datatype, Passing& passing) {
    for (const typed::Constructor& constructor : datatype.constructors) {
        for (const typed::VariablePtr& field : constructor.fields) {
            pass_from(field->type, field->range, passing);
        }
    }
}

void pass_from_calls(const typed::Declaration& declaration, Passing& passing) {
    typed::for_each_below(declaration, typed::Part::All,
                          {[&](const typed::Expr& expr) {
                               if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
                                   passing.pass(call->function->type_parameters, call->type_arguments, expr.anchor);
                               } else if (const auto* value = std::get_if<typed::FunctionValue>(&expr.node)) {
                                   passing.pass(value->function->type_parameters, value->type_arguments, expr.anchor);
                               }
                           },
                           [&](const typed::Stmt& stmt) {
                               if (const auto* call = std::get_if<typed::Call>(&stmt.node)) {
                                   passing.pass(call->method->type_parameters, call->type_arguments, stmt.range);
                               }
                           }});
}

// ---- datatypes

// What datatypes speak of each other in their fields.
class Mentions {
  public:
    explicit Mentions(const typed::Program& program) {
        for (const auto& datatype : program.datatypes) {
            for (const typed::Destructor& destructor : datatype->destructors) {
                add(*datatype, destructor.type);
            }
        }
    }

    // Whether each is made of the other.
    bool are_mutual(const typed::Datatype* a, const typed::Datatype* b) const {
        return reaches(mentioned_, a, b) && reaches(mentioned_, b, a);
    }

  private:
    void add(const typed::Datatype& from, const Type& type) {
        if (type.kind == TypeKind::Datatype) {
            mentioned_[&from].insert(type.datatype);
        }
        if (type.kind == TypeKind::Subset) {
            add(from, type.subset->base);
        }
        for (const Type& argument : type.arguments) {
            add(from, argument);
        }
    }

    Edges<typed::Datatype> mentioned_;
};

// That a datatype varies with its type parameters as it says, and has no more values than there can be.
class VarianceCheck {
  public:
    VarianceCheck(const typed::Datatype& datatype, const Mentions& mentions, Reporter& reporter)
        : datatype_(datatype), mentions_(mentions), reporter_(reporter) {}

    void run() {
        for (const typed::Constructor& constructor : datatype_.constructors) {
            for (const typed::VariablePtr& field : constructor.fields) {
                at_ = field->range;
                look_at(field->type, typed::Variance::Covariant, false);
            }
        }
    }

  private:
    using Variance = typed::Variance;

    static Variance within(Variance context, Variance argument) {
        if (context != Variance::Contravariant || argument == Variance::Invariant) {
            return context == Variance::Invariant ? context : argument;
        }
        return argument == Variance::Covariant ? Variance::Contravariant : Variance::Covariant;
    }

    // `permissive`: in a place of which there may be more values than of what stands there.
    void look_at(const Type& type, Variance context, bool permissive) {
        if (type.kind == TypeKind::Parameter && !type.parameter->abstract) {
            check(*type.parameter, context, permissive);
        }
        if (type.kind == TypeKind::Subset) { // what its constraint makes of its type parameters nobody knows
            for (const Type& argument : type.subset->type_arguments) {
                look_at(argument, Variance::Invariant, permissive);
            }
            look_at(type.subset->base, Variance::Invariant, permissive);
        }
        if (permissive && type.kind == TypeKind::Datatype && mentions_.are_mutual(&datatype_, type.datatype)) {
            reporter_.error(Rule::Type, at_,
                            "using the type being defined ('" + type.datatype->name +
                                "') here would cause a logical inconsistency by defining a type whose cardinality "
                                "exceeds itself (like the Continuum Transfunctioner, you might say its power would "
                                "then be exceeded only by its mystery)");
        }
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            if (type.kind == TypeKind::Datatype) {
                const TypeParameter& parameter = *type.datatype->type_parameters.at(i);
                look_at(type.arguments[i], within(context, parameter.variance), permissive || parameter.permissive);
            } else if (type.kind == TypeKind::Arrow && i < typed::parameter_count(type)) {
                look_at(type.arguments[i], within(context, Variance::Contravariant), true);
            } else {
                const bool infinite = typed::is_infinite(type) && i == 0;
                look_at(type.arguments[i], typed::is_reference(type) ? Variance::Invariant : context,
                        permissive || infinite);
            }
        }
    }

    void check(const TypeParameter& parameter, Variance context, bool permissive) {
        const std::string text = fmt::format(
            "formal type parameter '{}' is not used according to its variance specification", parameter.name);
        if (parameter.variance != Variance::Invariant && parameter.variance != context) {
            reporter_.error(Rule::Type, at_, text);
        } else if (!parameter.permissive && permissive) {
            const char* const hint = parameter.variance == Variance::Invariant
                                         ? " (perhaps try declaring '{0}' as '-{0}' or '!{0}')"
                                         : " (perhaps try changing the declaration from '+{0}' to '*{0}')";
            reporter_.error(Rule::Type, at_,
                            text + " (it is used left of an arrow)" + fmt::format(fmt::runtime(hint), parameter.name));
        }
    }

    const typed::Datatype& datatype_;
    const Mentions& mentions_;
    Reporter& reporter_;
    SourceRange at_;
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
            a.parameter != b.parameter || a.datatype != b.datatype || a.subset != b.subset || a.klass != b.klass ||
            a.referent != b.referent || a.width != b.width) {
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

class ObjectTypes {
  public:
    explicit ObjectTypes(const typed::Declaration& declaration) {
        typed::for_each_below(declaration, typed::Part::All,
                              {[&](const typed::Expr& expr) { add(expr.type); },
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

    const std::map<std::string, Type>& arrays() const { return arrays_; }
    const std::map<std::string, Type>& classes() const { return classes_; }
    // What is in arrays and in fields.
    std::vector<Type> held() const {
        std::vector<Type> result;
        for (const auto& [name, array] : arrays_) {
            result.push_back(array.arguments.at(0));
        }
        for (const auto& [name, klass] : classes_) {
            for (const typed::Cell& cell : typed::cells_of(klass)) {
                result.push_back(cell.type);
            }
        }
        return result;
    }

    void add(const Type& declared) {
        const Type type = typed::carrier(declared);
        if (typed::is_array(type)) {
            arrays_.emplace(typed::unique_name(typed::non_null(type)), typed::non_null(type));
        }
        if (typed::is_class(type)) {
            for (const Type& above : typed::supertypes(type)) { // whose fields it has
                classes_.emplace(typed::unique_name(above), above);
            }
        }
        if (type.kind == TypeKind::Datatype && datatypes_.insert(typed::unique_name(type)).second) {
            for (std::size_t i = 0; i < type.datatype->destructors.size(); ++i) {
                add(typed::destructor_type(type, i));
            }
        }
        for (const Type& argument : type.arguments) {
            add(argument);
        }
    }

  private:
    void add(const typed::Assign& assign) {
        for (const typed::Value& value : assign.values) {
            if (const auto* created = std::get_if<typed::NewArray>(&value.node)) {
                add(typed::type_of(*created));
            }
        }
    }
    // Results that are dropped are there all the same.
    void add(const typed::Call& call) {
        const typed::TypeMap map = typed::type_map(call.method->type_parameters, call.type_arguments);
        for (const typed::VariablePtr& result : call.method->results) {
            add(typed::substitute(result->type, map));
        }
    }

    std::map<std::string, Type> arrays_;
    std::map<std::string, Type> classes_;
    std::set<std::string> datatypes_; // looked into
};

template <typename Visit>
void for_each_declaration(const typed::Program& program, const Visit& visit) {
    for (const auto* list : {&program.declarations, &program.instances}) {
        std::for_each(list->begin(), list->end(), visit);
    }
}

// What the encoding of a method may come to speak of, over all that it calls: arrays, and classes whose fields are
// looked at or written. On a program with its instances.
class Reached {
  public:
    explicit Reached(const typed::Program& program) {
        for_each_declaration(program, [this](const typed::Declaration& declaration) {
            declarations_.emplace(
                std::visit([](const auto& node) -> typed::Callable { return node.get(); }, declaration), &declaration);
        });
        overriding_.note(program.declarations);
        overriding_.note(program.instances);
    }

    struct Types {
        std::map<std::string, Type> arrays, owners; // by name
    };
    Types from(const typed::Declaration& method) {
        Mentioned all(typed::dependencies_of(method));
        std::set<typed::Callable> seen;
        while (!all.declarations.empty()) {
            const typed::Callable next = all.declarations.back();
            all.declarations.pop_back();
            if (seen.insert(next).second && declarations_.contains(next)) {
                all.add(mentioned_by(next));
                const auto& overrides = overriding_.functions.of_base(next);
                all.declarations.insert(all.declarations.end(), overrides.begin(), overrides.end());
            }
        }
        return std::move(all.types);
    }

  private:
    // What one declaration speaks of itself.
    struct Mentioned {
        Types types;
        std::vector<typed::Callable> declarations;

        explicit Mentioned(const typed::Dependencies& dependencies) {
            for (const typed::DeclarationUse& use : dependencies.declarations) {
                declarations.push_back(use.declaration);
            }
            for (const typed::Region& region : dependencies.regions) {
                if (region.kind == typed::Region::Kind::Field) {
                    add(types.owners, typed::non_null(region.owner));
                } else if (region.kind == typed::Region::Kind::Elements) {
                    add(types.arrays, typed::array_type(region.content, region.dimensions));
                }
            }
            for (const typed::TypeUse& use : dependencies.types) {
                const typed::TypeParts parts = typed::parts_of(use.type, true);
                for (const Type& array : parts.arrays) {
                    add(types.arrays, array);
                }
                for (const Type& klass : parts.classes) {
                    for (const Type& above : typed::supertypes(klass)) {
                        add(types.owners, above);
                    }
                }
                for (const typed::SubsetType* subset : parts.subsets) {
                    declarations.push_back(subset->constraint);
                }
            }
        }

        void add(const Mentioned& more) {
            types.arrays.insert(more.types.arrays.begin(), more.types.arrays.end());
            types.owners.insert(more.types.owners.begin(), more.types.owners.end());
            declarations.insert(declarations.end(), more.declarations.begin(), more.declarations.end());
        }

      private:
        static void add(std::map<std::string, Type>& to, const Type& type) {
            to.emplace(typed::unique_name(type), type);
        }
    };

    // Of a method that is called, its contract; looked for once.
    const Mentioned& mentioned_by(typed::Callable callable) {
        const auto known = mentioned_.find(callable);
        if (known != mentioned_.end()) {
            return known->second;
        }
        const typed::Declaration& declaration = *declarations_.at(callable);
        const bool is_method = std::holds_alternative<std::unique_ptr<typed::Method>>(declaration);
        const typed::Part part = is_method ? typed::Part::Contract : typed::Part::All;
        return mentioned_.emplace(callable, Mentioned(typed::dependencies_of(declaration, part))).first->second;
    }

    std::map<typed::Callable, const typed::Declaration*> declarations_;
    typed::AllOverriding overriding_;
    std::map<typed::Callable, Mentioned> mentioned_;
};

// Arrays of different element types are never the same array, which the encoding of a method that changes arrays builds
// on: where the choice of the type parameters decides whether the types are different, it may not build on that.
void check_coinciding_types(const typed::Declaration& declaration, std::optional<Reached>& reached,
                            const typed::Program& program, Reporter& reporter) {
    const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration);
    if (method == nullptr || (*method)->type_parameters.empty() || (*method)->kind == typed::MethodKind::Lemma) {
        return;
    }
    if (!reached) {
        reached.emplace(program);
    }
    ObjectTypes types(declaration);
    types.add((*method)->parameters);
    types.add((*method)->results);
    Reached::Types known = reached->from(declaration);
    known.arrays.insert(types.arrays().begin(), types.arrays().end());
    known.owners.insert(types.classes().begin(), types.classes().end());
    const auto any_pair = [](const std::map<std::string, Type>& all, bool of_one_class) {
        for (auto one = all.begin(); one != all.end(); ++one) {
            for (auto other = std::next(one); other != all.end(); ++other) {
                if ((!of_one_class || one->second.klass == other->second.klass) &&
                    Unification::possible(one->second, other->second)) {
                    return true;
                }
            }
        }
        return false;
    };
    if (any_pair(known.arrays, false)) {
        reporter.unsupported((*method)->name_range,
                             "generic methods with arrays of several element types that may turn out to be the same "
                             "are");
    }
    if (any_pair(known.owners, true)) {
        reporter.unsupported((*method)->name_range,
                             "generic methods with several instances of a class that may turn out to be the same are");
    }
}

// ---- functions in arrays

// Whether a part of the type is a function that takes functions, or whatever holds them.
bool takes_functions(const Type& type) {
    return typed::has_part(type, [](const Type& part) {
        return part.kind == TypeKind::Arrow &&
               std::any_of(part.arguments.begin(), part.arguments.end() - 1, typed::contains_functions);
    });
}

bool has_reading_functions(const typed::Program& program) {
    bool found = false;
    for_each_declaration(program, [&](const typed::Declaration& declaration) {
        typed::for_each_type(declaration,
                             [&](const Type& type) { found = found || typed::contains_reading_functions(type); });
    });
    return found;
}

// For whatever type parameters stand for in it that is no function: where they stand for one, it is an instance.
bool holds_functions(const Type& type) {
    typed::TypeMap plain;
    for (const TypeParameter* parameter : typed::parameters_in(type)) {
        if (!parameter->abstract) {
            plain.emplace(parameter, typed::int_type());
        }
    }
    return typed::contains_functions(typed::substitute(type, plain));
}

} // namespace

// A function that is read from an object without anybody naming it in a frame could call itself by way of the object
// (Landin's knot): no reads clause and no measure would see it.
void check_constant_functions(const typed::Program& program, Reporter& reporter) {
    std::set<std::string> seen;
    const auto check = [&](const Type& klass) {
        if (!seen.insert(typed::unique_name(klass)).second) {
            return;
        }
        for (const typed::Cell& cell : typed::cells_of(klass)) {
            if (cell.field->constant && holds_functions(cell.type)) {
                reporter.unsupported(cell.field->range, "constant fields that may hold functions are");
            }
        }
    };
    for (const auto& klass : program.classes) {
        check(typed::type_of(*klass));
    }
    for_each_declaration(program, [&](const typed::Declaration& declaration) {
        typed::for_each_type(declaration, [&](const Type& type) {
            typed::has_part(type, [&](const Type& part) {
                if (typed::is_class(part)) {
                    check(typed::non_null(part));
                }
                return false;
            });
        });
    });
}

void check_coinciding_types(const typed::Program& program, Reporter& reporter) {
    std::optional<Reached> reached; // made for the first that needs it: most programs have no generic methods
    for (const typed::Declaration& declaration : program.declarations) {
        check_coinciding_types(declaration, reached, program, reporter);
    }
}

void check_stored_functions(const typed::Program& program, Reporter& reporter) {
    if (!has_reading_functions(program)) {
        return;
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> reported;
    for_each_declaration(program, [&](const typed::Declaration& declaration) {
        const SourceRange at = std::visit([](const auto& node) { return node->name_range; }, declaration);
        ObjectTypes types(declaration);
        typed::for_each_type(declaration, [&](const Type& type) { types.add(type); });
        for (const Type& element : types.held()) {
            const bool reading = typed::contains_reading_functions(element);
            if ((reading || takes_functions(element)) && reported.insert({at.begin, at.end}).second) {
                reporter.unsupported(at, reading ? "arrays and fields that hold functions which may read the heap are"
                                                 : "arrays and fields that hold functions which take functions, where "
                                                   "other functions may read the heap, are");
            }
        }
    });
}

std::vector<std::string> missing_characteristics(const typed::FunctionCall& call, bool ghost) {
    return missing(call.function->type_parameters, call.type_arguments,
                   (call.function->predicate ? "predicate " : "function ") + call.function->name, ghost);
}

std::vector<std::string> missing_characteristics(const typed::FunctionValue& value, bool ghost) {
    return missing(value.function->type_parameters, value.type_arguments,
                   (value.function->predicate ? "predicate " : "function ") + value.function->name, ghost);
}

std::vector<std::string> missing_characteristics(const Type& datatype, bool ghost) {
    return missing(datatype.datatype->type_parameters, datatype.arguments, "type " + datatype.datatype->name, ghost);
}

std::vector<std::string> missing_equality(const typed::TypeParameters& parameters, const std::vector<Type>& arguments,
                                          const std::string& name) {
    return missing(parameters, arguments, "type " + name, [](const TypeParameter& parameter, const Type& argument) {
        return missing_equality(parameter, argument);
    });
}

std::vector<std::string> missing_characteristics(const typed::Call& call, bool ghost) {
    return missing(call.method->type_parameters, call.type_arguments,
                   (call.method->kind == typed::MethodKind::Lemma ? "lemma " : "method ") + call.method->name, ghost);
}

void check_instantiations(const typed::Program& program, Reporter& reporter) {
    for (const typed::Declaration& declaration : program.declarations) {
        check_characteristics(declaration, reporter);
    }
}

namespace {

// What stands for a member of a trait has an instance for each of that one, and the other way round.
template <typename Member>
void pass_between(const Member& member, Passing& passing) {
    const Member* const base = member.overrides.member;
    if (base == nullptr) {
        return;
    }
    passing.pass(base->type_parameters, member.overrides.type_arguments, member.name_range);
    for (std::size_t i = 0; i < base->type_parameters.size(); ++i) {
        for (const auto& parameter : member.type_parameters) {
            const std::vector<const TypeParameter*> inside = typed::parameters_in(member.overrides.type_arguments[i]);
            if (std::find(inside.begin(), inside.end(), parameter.get()) != inside.end()) {
                passing.pass_as_it_is(*base->type_parameters[i], *parameter);
            }
        }
    }
}

void pass_from_override(const typed::Declaration& declaration, Passing& passing) {
    if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
        pass_between(**function, passing);
    } else if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
        pass_between(**method, passing);
    }
}

// Objects of a class ask for instances of its members that stand for those of traits.
void pass_from_objects(const typed::Program& program, Passing& passing) {
    typed::AllOverriding overriding;
    overriding.note(program.declarations);
    for (const typed::Declaration& declaration : program.declarations) {
        const SourceRange at = std::visit([](const auto& node) { return node->name_range; }, declaration);
        const auto pass = [&](const Type& klass, const auto& members) {
            for (const auto* member : members.of_class(klass.klass)) {
                passing.pass(member->type_parameters, klass.arguments, at);
            }
        };
        typed::for_each_type(declaration, [&](const Type& type) {
            typed::has_part(type, [&](const Type& part) {
                if (typed::is_class(part)) {
                    pass(part, overriding.functions);
                    pass(part, overriding.methods);
                }
                return false;
            });
        });
    }
}

} // namespace

// Types pass their arguments on to what they are made of, and to their constraints and witnesses.
bool check_growth(const typed::Program& program, Reporter& reporter) {
    Passing passing;
    for (const auto& datatype : program.datatypes) {
        pass_from_fields(*datatype, passing);
    }
    for (const auto& subset : program.subset_types) {
        pass_from(subset->base, subset->range, passing);
        for (const typed::Function* function : {subset->constraint, subset->witness}) {
            if (function != nullptr) {
                std::vector<Type> arguments;
                for (const auto& parameter : subset->type_parameters) {
                    arguments.push_back(typed::parameter_type(parameter.get()));
                }
                passing.pass(function->type_parameters, arguments, subset->range);
            }
        }
    }
    for (const typed::Declaration& declaration : program.declarations) {
        pass_from_calls(declaration, passing);
        pass_from_override(declaration, passing);
        const SourceRange at = std::visit([](const auto& node) { return node->name_range; }, declaration);
        typed::for_each_type(declaration, [&](const Type& type) { pass_from(type, at, passing); });
    }
    pass_from_objects(program, passing);
    return passing.report("calls with ever larger type arguments (polymorphic recursion) are", reporter);
}

void check_variance(const typed::Program& program, Reporter& reporter) {
    const Mentions mentions(program);
    for (const auto& datatype : program.datatypes) {
        VarianceCheck(*datatype, mentions, reporter).run();
    }
}

bool check_datatype_growth(const typed::Program& program, Reporter& reporter) {
    Passing passing;
    for (const auto& subset : program.subset_types) {
        pass_from(subset->base, subset->range, passing);
    }
    for (const auto& datatype : program.datatypes) {
        pass_from_fields(*datatype, passing);
    }
    return passing.report("datatypes that are made of themselves with ever larger type arguments are", reporter);
}

} // namespace daphnia::resolve
