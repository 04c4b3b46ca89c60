// The order of things: refuse and declare all, then contracts and bodies, then the rules about the whole.
#include "resolve/resolve.h"

#include "resolve/classes.h"
#include "resolve/declarations.h"
#include "resolve/definitions.h"
#include "resolve/findings.h"
#include "resolve/function_stores.h"
#include "resolve/generic_rules.h"
#include "resolve/ghost.h"
#include "resolve/modules.h"
#include "resolve/overrides.h"
#include "resolve/slots.h"
#include "resolve/subset_types.h"
#include "resolve/triggers.h"
#include "resolve/type_parameters.h"
#include "typed/call_graph.h"
#include "typed/instantiate.h"
#include "typed/type_uses.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace daphnia::resolve {

namespace {

bool uses_method_keyword(const std::vector<ast::DeclPtr>& decls) {
    return std::any_of(decls.begin(), decls.end(), [](const ast::DeclPtr& decl) {
        const auto* function = std::get_if<ast::FunctionDecl>(&decl->node);
        const auto* datatype = std::get_if<ast::DatatypeDecl>(&decl->node);
        const auto* newtype = std::get_if<ast::NewtypeDecl>(&decl->node);
        const auto* abstract = std::get_if<ast::AbstractTypeDecl>(&decl->node);
        const auto* module = std::get_if<ast::ModuleDecl>(&decl->node);
        const auto* klass = std::get_if<ast::ClassDecl>(&decl->node);
        return (klass != nullptr && uses_method_keyword(klass->members)) ||
               (newtype != nullptr && uses_method_keyword(newtype->members)) ||
               (abstract != nullptr && uses_method_keyword(abstract->members)) ||
               (datatype != nullptr && uses_method_keyword(datatype->members)) ||
               (function != nullptr && function->method_keyword) ||
               (module != nullptr && uses_method_keyword(module->decls));
    });
}

// What a synonym says of the type that it names.
void check_synonym(Globals& globals, const ast::SynonymDecl& node) {
    const typed::TypeParameters parameters = declare_type_parameters(globals, node.type_parameters, node.name.text);
    const TypeScope scope(globals, parameters);
    const std::optional<typed::Type> target = resolve_type(globals, *node.target);
    check_arguments(globals);
    if (!target) {
        return;
    }
    const auto lies = [&](const char* form) {
        globals.reporter.error(Rule::Characteristic, node.name.range,
                               fmt::format(fmt::runtime(form), node.name.text, typed::to_string(*target)));
    };
    if (node.characteristics.equality && !typed::supports_equality(*target)) {
        lies(
            "type '{}' declared as supporting equality, but the RHS type ({}) could not be proved to support equality");
    }
    if (node.characteristics.nonempty && !typed::is_nonempty(*target)) {
        lies("type '{}' declared as being nonempty, but the RHS type ({}) may be empty");
    } else if (node.characteristics.auto_init && !typed::has_default_value(*target)) {
        lies("type '{}' declared as auto-initialization type, but the RHS type ({}) does not support "
             "auto-initialization");
    }
    if (node.characteristics.no_references && typed::contains_references(*target)) {
        lies("type '{}' declared as containing no reference types, but the RHS type ({}) may contain reference types");
    }
}

// Of the module and its parts.
void check_synonyms(Globals& globals, Module& module) {
    const Inside inside(globals, &module);
    for (const auto& synonym : module.synonyms) {
        check_synonym(globals, *synonym->ast);
    }
    for (const auto& child : module.modules) {
        check_synonyms(globals, *child);
    }
}

std::string name_of(const typed::Program& program, typed::Callable callable) {
    for (const typed::Declaration& declaration : program.declarations) {
        const auto [address, name] =
            std::visit([](const auto& node) { return std::pair<typed::Callable, std::string>(node.get(), node->name); },
                       declaration);
        if (address == callable) {
            return name;
        }
    }
    return {};
}

// A constant that depends on itself, also by way of functions, has no value.
void report_constant_cycles(const typed::Program& program, Reporter& reporter) {
    const typed::CallGraph calls(program);
    for (const typed::Declaration& declaration : program.declarations) {
        const auto* constant = std::get_if<std::unique_ptr<typed::Constant>>(&declaration);
        if (constant == nullptr || !calls.is_recursive(constant->get())) {
            continue;
        }
        std::string path = (*constant)->name;
        for (const typed::Callable next : calls.callees(constant->get())) {
            if (next != constant->get() && calls.same_component(next, constant->get())) {
                path += " -> " + name_of(program, next);
                break;
            }
        }
        reporter.error(Rule::Unresolved, (*constant)->name_range,
                       "const definition contains a cycle: " + path + " -> " + (*constant)->name);
    }
}

// What a function decreases is not known before the function is.
void check_measures(const typed::Program& program, Reporter& reporter) {
    const typed::CallGraph calls(program);
    for (const typed::Declaration& declaration : program.declarations) {
        const auto* const function = std::get_if<std::unique_ptr<typed::Function>>(&declaration);
        if (function == nullptr || (*function)->decreases.inferred) {
            continue;
        }
        const auto visit = [&, owner = function->get()](const typed::Expr& expr) {
            const auto* const call = std::get_if<typed::FunctionCall>(&expr.node);
            if (call == nullptr || !calls.same_component(owner, call->function)) {
                return;
            }
            reporter.error(
                Rule::RecursiveValue, expr.anchor,
                call->function == owner
                    ? "a decreases clause is not allowed to call the enclosing function"
                    : fmt::format("the decreases clause of {} '{}' is not allowed to call '{}', because they are "
                                  "mutually recursive",
                                  owner->predicate ? "predicate" : "function", owner->name, call->function->name));
        };
        for (const typed::ExprPtr& measure : (*function)->decreases.measures) {
            typed::for_each_below(*measure, {visit, {}});
        }
    }
}

// A function that could use itself as a value would call itself without anybody asking what decreases.
void check_function_values(const typed::Program& program, Reporter& reporter) {
    const typed::CallGraph calls(program);
    for (const typed::Declaration& declaration : program.declarations) {
        const typed::Callable owner =
            std::visit([](const auto& node) -> typed::Callable { return node.get(); }, declaration);
        const typed::Children visit{
            [&](const typed::Expr& expr) {
                const auto* value = std::get_if<typed::FunctionValue>(&expr.node);
                if (value != nullptr && (calls.same_component(owner, value->function) ||
                                         (value->function->by_method != nullptr &&
                                          calls.same_component(owner, value->function->by_method)))) {
                    reporter.error(Rule::RecursiveValue, expr.anchor,
                                   "in the definition of a function, every recursive use of the function must apply it "
                                   "to arguments. Possible solution: eta expansion.");
                }
            },
            {}};
        typed::for_each_below(declaration, typed::Part::All, visit);
    }
}

SourceRange place_of(const typed::Declaration& declaration) {
    return std::visit([](const auto& node) { return node->name_range; }, declaration);
}

SourceRange place_of(const std::unique_ptr<typed::Datatype>& datatype) {
    return datatype->name_range;
}

SourceRange place_of(const std::unique_ptr<typed::Class>& klass) {
    return klass->name_range;
}

SourceRange place_of(const std::unique_ptr<typed::SubsetType>& subset) {
    return subset->range;
}

// What stands in such a place goes from one list to the other.
template <typename Part, typename Condition>
void move_parts(std::vector<Part>& from, std::vector<Part>& to, Condition of_place) {
    const auto first =
        std::stable_partition(from.begin(), from.end(), [&](const Part& part) { return !of_place(place_of(part)); });
    std::move(first, from.end(), std::back_inserter(to));
    from.erase(first, from.end());
}

// One run through all phases.
class Resolution {
  public:
    Resolution(support::DiagnosticSink& sink, const Options& options)
        : sink_(sink), reporter_(findings_), globals_(reporter_, options) {}

    std::optional<typed::Program> run(const std::vector<const ast::Program*>& files) {
        for (const ast::Program* file : files) {
            globals_.old_function_syntax = globals_.old_function_syntax || uses_method_keyword(file->decls);
        }
        // Signatures mention modules and types that come, or are refused, further down.
        const std::vector<PlacedDecl> members = collect_modules(globals_, files, program_);
        if (!resolve_imports(globals_)) {
            findings_.deliver_all(sink_);
            return std::nullopt;
        }
        if (signatures(members)) {
            bodies();
            if (rules() && !findings_.any_errors()) {
                instances();
            }
        }
        findings_.deliver(globals_, sink_);
        return findings_.any_errors() ? std::nullopt : std::optional(std::move(program_));
    }

  private:
    using During = Findings::During;

    // False when nothing can be said of what uses them.
    bool signatures(const std::vector<PlacedDecl>& members) {
        complete_subset_types(globals_, program_);
        complete_classes(globals_);
        if (!complete_datatypes(globals_, program_)) {
            return false;
        }
        check_synonyms(globals_, globals_.program);
        for (const PlacedDecl& member : members) {
            const Inside inside(globals_, member.module);
            declare(globals_, *member.decl, program_);
        }
        return true;
    }

    void bodies() {
        inherit_members(globals_);
        find_bases(globals_);
        for (const TypeEntry* klass : globals_.classes_in_order) {
            check_constructors(*klass, globals_);
        }
        std::map<const Module*, std::vector<Member*>> members;
        for (Member* member : globals_.members_in_order) {
            members[std::visit([](const auto& entry) { return entry.module; }, *member)].push_back(member);
        }
        for (Module* module : in_order_of_dependency(globals_)) {
            if (!findings_.is_open(globals_, *module)) {
                continue;
            }
            const Inside inside(globals_, module);
            const During during(findings_, Phase::Bodies);
            globals_.errors_before = findings_.is_settled(globals_, *module) ? reporter_.error_count() : 0;
            check_field_defaults(globals_);
            resolve_subset_types(globals_);
            for (Member* member : members[module]) {
                resolve_member(globals_, *member);
            }
        }
        check_arguments(globals_);
    }

    // False when there are infinitely many instances, which nothing may look at.
    bool rules() {
        bool finite = true;
        phase(Phase::Definitions, [&] {
            report_constant_cycles(program_, reporter_);
            finite = check_growth(program_, reporter_);
            if (finite) {
                check_definitions(program_, reporter_);
            }
        });
        if (!finite) {
            return false;
        }
        phase(Phase::Ghost, [&] {
            check_ghost(program_, findings_);
            check_function_values(program_, reporter_);
            check_measures(program_, reporter_);
            check_instantiations(program_, reporter_);
        });
        phase(Phase::Stores, [&] { check_function_stores(program_, reporter_); });
        phase(Phase::Objects, [&] { check_first_phases(program_, reporter_); });
        return true;
    }

    void instances() {
        const During during(findings_, Phase::Instances);
        warn_about_triggers(program_, globals_.quiet_quantifiers, reporter_);
        number_slots(program_);
        typed::instantiate(program_);
        check_coinciding_types(program_, reporter_);
        check_constant_functions(program_, reporter_);
        check_stored_functions(program_, reporter_);
    }

    // Rules about the modules that are open to them; what others declare is in the program no more.
    template <typename Rules>
    void phase(Phase phase, Rules rules) {
        for (const Module* module : in_order_of_dependency(globals_)) {
            if (!findings_.is_settled(globals_, *module)) {
                closed_.insert(module);
            }
        }
        if (!closed_.empty()) {
            const auto is_closed = [&](SourceRange place) { return closed_.contains(&module_at(globals_, place)); };
            move_parts(program_.declarations, closed_parts_.declarations, is_closed);
            move_parts(program_.datatypes, closed_parts_.datatypes, is_closed);
            move_parts(program_.classes, closed_parts_.classes, is_closed);
            move_parts(program_.subset_types, closed_parts_.subset_types, is_closed);
        }
        const During during(findings_, phase);
        rules();
    }

    support::DiagnosticSink& sink_;
    Findings findings_;
    Reporter reporter_;
    Globals globals_;
    typed::Program program_;
    std::set<const Module*> closed_;
    typed::Program closed_parts_; // the tree of modules goes on pointing to them
};

} // namespace

std::optional<typed::Program> resolve(const std::vector<const ast::Program*>& files, support::DiagnosticSink& sink,
                                      const Options& options) {
    return Resolution(sink, options).run(files);
}

std::optional<typed::Program> resolve(const ast::Program& program, support::DiagnosticSink& sink,
                                      const Options& options) {
    return resolve(std::vector<const ast::Program*>{&program}, sink, options);
}

} // namespace daphnia::resolve
