#include "resolve/arguments.h"

#include "resolve/expressions.h"
#include "resolve/noting.h"
#include "resolve/type_parameters.h"
#include "support/spelling.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace daphnia::resolve {

namespace {

std::string place_of(const ast::Formal& formal, std::size_t arguments, std::size_t position, const std::string& what) {
    std::string text = arguments > 1 ? fmt::format("at index {} ", position) : std::string();
    text += "for " + what;
    if (formal.name) {
        text += " '" + formal.name->text + "'";
    }
    return text;
}

std::string name_of(const ast::Formal& formal) {
    return formal.name ? formal.name->text : std::string();
}

std::vector<std::string> names_of(const std::vector<ast::Formal>& formals) {
    std::vector<std::string> result;
    for (const ast::Formal& formal : formals) {
        result.push_back(name_of(formal));
    }
    return result;
}

// Which argument each formal gets; null where none was given. Reports what cannot be placed.
class Bindings {
  public:
    Bindings(Globals& globals, const ast::Call& call, const std::vector<ast::Formal>& formals, std::string what,
             std::string name)
        : globals_(globals), reporter_(globals.reporter), call_(call), formals_(formals), what_(std::move(what)),
          full_name_(what_ + " '" + name + "'"), given_(formals.size(), nullptr) {
        check_count();
        bind();
    }

    const std::vector<const ast::Argument*>& given() const { return given_; }
    // A wrong number was reported, so a missing argument is no news.
    bool count_reported() const { return count_reported_; }

  private:
    void check_count() {
        const auto& arguments = call_.arguments;
        const bool positional = std::none_of(arguments.begin(), arguments.end(),
                                             [](const ast::Argument& argument) { return argument.name.has_value(); });
        const auto required = static_cast<std::size_t>(std::count_if(
            formals_.begin(), formals_.end(), [](const ast::Formal& formal) { return !formal.default_value; }));
        if (!positional || (required <= arguments.size() && arguments.size() <= formals_.size())) {
            return;
        }
        const char* how_many = required == formals_.size()   ? ""
                               : arguments.size() < required ? "at least "
                                                             : "at most ";
        wrong_number(how_many, arguments.size() < required ? required : formals_.size());
    }

    void bind() {
        bool named_seen = false;
        for (std::size_t i = 0; i < call_.arguments.size(); ++i) {
            const ast::Argument& argument = call_.arguments[i];
            if (argument.name) {
                named_seen = true;
                bind_named(argument);
            } else if (named_seen) {
                reporter_.error(Rule::Arity, argument.value->range,
                                "a positional argument is not allowed to follow named arguments");
            } else if (i < formals_.size()) {
                if (formals_[i].nameonly) {
                    reporter_.error(
                        Rule::Arity, argument.value->range,
                        fmt::format("nameonly parameter '{}' must be passed using a name binding; it cannot "
                                    "be passed positionally",
                                    name_of(formals_[i])));
                }
                given_[i] = &argument;
            } else if (!count_reported_) {
                wrong_number("", formals_.size());
            }
        }
    }

    void bind_named(const ast::Argument& argument) {
        const std::string& name = argument.name->text;
        for (std::size_t i = 0; i < formals_.size(); ++i) {
            if (name_of(formals_[i]) != name) {
                continue;
            }
            note(globals_, argument.name->range, formals_[i].name->range);
            if (given_[i] == nullptr) {
                given_[i] = &argument;
            } else if (given_[i]->name) {
                reporter_.error(Rule::Duplicate, argument.name->range,
                                fmt::format("duplicate binding for parameter name '{}'", name));
            } else {
                reporter_.error(Rule::Duplicate, argument.name->range,
                                fmt::format("the parameter named '{}' is already given positionally", name));
            }
            return;
        }
        reporter_.error(Rule::Unresolved, argument.name->range,
                        fmt::format("the binding named '{}' does not correspond to any formal parameter", name),
                        support::did_you_mean(name, names_of(formals_)));
    }

    void wrong_number(const char* how_many, std::size_t expected) {
        count_reported_ = true;
        reporter_.error(Rule::Arity, call_.open_paren,
                        fmt::format("wrong number of arguments ({} expects {}{}, got {})", full_name_, how_many,
                                    expected, call_.arguments.size()));
    }

    Globals& globals_;
    Reporter& reporter_;
    const ast::Call& call_;
    const std::vector<ast::Formal>& formals_;
    std::string what_;
    std::string full_name_;
    std::vector<const ast::Argument*> given_;
    bool count_reported_ = false;
};

std::set<const typed::Variable*> variables_read(const typed::Expr& expr) {
    std::set<const typed::Variable*> result;
    typed::Children visit;
    visit.expr = [&](const typed::Expr& below) {
        if (const auto* read = std::get_if<typed::VariableRead>(&below.node)) {
            result.insert(read->variable);
        }
    };
    visit.stmt = [](const typed::Stmt&) {};
    typed::for_each_below(expr, visit);
    return result;
}

} // namespace

// Which parameters are mentioned by the default value of which, and the default values themselves.
void Arguments::check_defaults(const std::vector<ast::Formal>& formals,
                               const std::vector<typed::VariablePtr>& parameters) {
    std::map<const typed::Variable*, std::set<const typed::Variable*>> mentions;
    const std::size_t receivers = parameters.size() - formals.size();
    for (std::size_t i = 0; i < formals.size(); ++i) {
        if (formals[i].default_value) {
            Draft draft = expressions_.expression(*formals[i].default_value, Context{});
            const typed::Variable& parameter = *parameters[receivers + i];
            agree(variables_.declared_type(parameter), draft.type, draft.expr->anchor,
                  "default-value expression (of type '{1}') is not assignable to formal (of type '{0}')");
            mentions[&parameter] = variables_read(*draft.expr);
            if (receivers > 0 && mentions[&parameter].contains(parameters.front().get())) {
                reporter().unsupported(formals[i].range, "default values that depend on 'this' are");
            }
            drop(std::move(draft.expr));
        }
    }
    for (const typed::VariablePtr& start : parameters) {
        std::set<const typed::Variable*> reached;
        std::vector<const typed::Variable*> open{start.get()};
        while (!open.empty()) {
            const typed::Variable* current = open.back();
            open.pop_back();
            for (const typed::Variable* next : mentions[current]) {
                if (reached.insert(next).second) {
                    open.push_back(next);
                }
            }
        }
        if (reached.count(start.get()) != 0) {
            reporter().error(Rule::Misplaced, start->range,
                             fmt::format("default-value expressions for parameters contain a cycle: {} -> {}",
                                         start->name, start->name));
            return;
        }
    }
}

void Arguments::resolve_arguments(const ast::Call& node, Context context) {
    for (const ast::Argument& argument : node.arguments) {
        drop(expressions_.expression(*argument.value, context).expr);
    }
}

std::vector<typed::ExprPtr> Arguments::actuals(const ast::Call& call, const std::vector<ast::Formal>& formals,
                                               const std::vector<typed::VariablePtr>& parameters,
                                               const TypeArguments& type_arguments, const std::string& kind,
                                               const std::string& name, Home home, Context context) {
    const Bindings bindings(globals_, call, formals, kind, name);
    const std::string what =
        kind + (declaration_.place != Place::Function && kind == "method" ? " in-parameter" : " parameter");
    // In the order of the text: errors in arguments are found even when they go nowhere.
    std::map<const ast::Argument*, Draft> drafts;
    for (const ast::Argument& argument : call.arguments) {
        drafts.emplace(&argument, expressions_.expression(*argument.value, context));
    }
    std::vector<typed::ExprPtr> result;
    const std::size_t receivers = parameters.size() - formals.size();
    for (std::size_t i = 0; i < formals.size(); ++i) {
        const typed::Variable& parameter = *parameters[receivers + i];
        if (const ast::Argument* argument = bindings.given()[i]) {
            Draft draft = std::move(drafts.at(argument));
            drafts.erase(argument);
            const auto position = static_cast<std::size_t>(argument - call.arguments.data());
            agree(variables_.declared_type(parameter, type_arguments), draft.type, draft.expr->anchor,
                  fmt::format("incorrect argument type {} (expected {{0}}, found {{1}})",
                              place_of(formals[i], call.arguments.size(), position, what))
                      .c_str());
            result.push_back(std::move(draft.expr));
        } else if (formals[i].default_value) {
            Draft draft =
                default_value(formals[i], formals, parameters, type_arguments, bindings.given(), home, context);
            inference_.unify(variables_.declared_type(parameter, type_arguments),
                             draft.type); // reported where it is declared
            result.push_back(std::move(draft.expr));
        } else if (!bindings.count_reported()) {
            const std::string index = formals.size() > 1 ? fmt::format(" at index {}", i) : std::string();
            reporter().error(Rule::Arity, call.open_paren,
                             fmt::format("{} '{}'{} requires an argument of type {}", what, name_of(formals[i]), index,
                                         typed::to_string(parameter.type)));
        }
    }
    for (auto& [argument, draft] : drafts) {
        drop(std::move(draft.expr));
    }
    return result;
}

// A default value may mention other parameters: those are bound to their arguments around it. Its names are looked up
// where what is called is declared. Where it leads to itself, by calls that leave out the same argument, it has no end;
// that is met in many places, and reported once.
Draft Arguments::default_value(const ast::Formal& formal, const std::vector<ast::Formal>& formals,
                               const std::vector<typed::VariablePtr>& parameters, const TypeArguments& type_arguments,
                               const std::vector<const ast::Argument*>& given, Home home, Context context) {
    const Reporter::Mute mute(reporter());
    if (globals_.untyped.count(&formal) > 0) {
        return wrong(formal.range);
    }
    if (!defaults_in_progress_.insert(&formal).second) {
        globals_.untyped.insert(&formal);
        reporter().error_even_muted(Rule::Misplaced, formal.default_value->range,
                                    "default-valued expressions are cyclicly dependent; this is not allowed, since it "
                                    "would cause infinite expansion");
        return wrong(formal.range);
    }
    NewVariables variables;
    VariableScope scope;
    scope.push_frame();
    for (const typed::VariablePtr& parameter : parameters) {
        variables.push_back(std::make_unique<typed::Variable>(*parameter));
        variables.back()->kind = typed::VariableKind::Bound;
        variables.back()->is_new = false;
        VariableFacts& facts = variables_.introduce(*variables.back(), true);
        facts.type = variables_.declared_type(*parameter, type_arguments);
        facts.variable = variables.back().get();
        scope.declare(parameter->name, variables.back().get());
    }
    std::swap(variables_.scope(), scope);
    TypeEntry* const enclosing = std::exchange(state_.declaration.enclosing, home.owner);
    const typed::TypeParameters* const own_parameters = std::exchange(state_.declaration.own_parameters, nullptr);
    std::size_t named = 0;
    Draft body = [&] {
        const Inside inside(globals_, home.module);
        std::map<std::string, typed::Type> names;
        for (const auto& argument : type_arguments) {
            names.insert_or_assign(argument.first->name, typed::parameter_type(argument.first));
        }
        const TypeScope types(globals_, std::move(names));
        const std::size_t before = globals_.parameters_named;
        Draft draft = expressions_.expression(*formal.default_value, context);
        named = globals_.parameters_named - before;
        return draft;
    }();
    std::swap(variables_.scope(), scope);
    state_.declaration.enclosing = enclosing;
    state_.declaration.own_parameters = own_parameters;
    if (named > 0) {
        // What they stand for may not be known yet.
        reporter().error_even_muted(Rule::Unsupported, formal.default_value->range,
                                    "default values that name type parameters are not supported yet");
    }

    // What is given stands outside of the default values, and may leave out the same arguments. That it has an end was
    // seen when the argument was resolved for itself.
    const auto again = [&](const ast::Argument& argument) {
        const std::set<const ast::Formal*> in_progress = defaults_in_progress_;
        for (const ast::Formal& each : formals) {
            defaults_in_progress_.erase(&each);
        }
        Draft value = expressions_.expression(*argument.value, context);
        defaults_in_progress_ = in_progress;
        return value;
    };
    const std::set<const typed::Variable*> read = variables_read(*body.expr);
    typed::Let let;
    if (parameters.size() > formals.size()) { // what depends on a receiver is refused where it is declared
        variables_.keep(std::move(variables.front()));
        variables.erase(variables.begin());
    }
    for (std::size_t i = 0; i < formals.size(); ++i) {
        if (read.count(variables[i].get()) == 0) {
            variables_.keep(std::move(variables[i]));
            continue;
        }
        // A cycle is reported where the parameters are declared.
        const bool cycle = defaults_in_progress_.count(&formals[i]) > 0;
        Draft value = given[i] != nullptr ? again(*given[i])
                      : formals[i].default_value && !cycle
                          ? default_value(formals[i], formals, parameters, type_arguments, given, home, context)
                          : wrong(formal.range);
        if (!type_arguments.empty()) { // what its type is follows from the value
            VariableFacts& facts = variables_.facts(*variables[i]);
            facts.type_given = false;
            inference_.unify(facts.type, value.type);
            variables_.bind(*variables[i], *value.expr);
        }
        let.values.push_back(std::move(value.expr));
        let.variables.push_back(std::move(variables[i]));
    }
    defaults_in_progress_.erase(&formal);
    if (let.variables.empty()) {
        return body;
    }
    PreType type = body.type;
    const SourceRange range = body.expr->range;
    const SourceRange anchor = body.expr->anchor;
    let.body = std::move(body.expr);
    return make(range, anchor, std::move(type), std::move(let));
}

} // namespace daphnia::resolve
