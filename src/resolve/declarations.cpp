// Functions, methods and constants: from their declarations to those of the kernel.
#include "resolve/declarations.h"

#include "resolve/attributes.h"
#include "resolve/body.h"
#include "resolve/classes.h"
#include "resolve/modules.h"
#include "resolve/type_parameters.h"
#include "typed/clone.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

bool is_written_bool(const ast::Type& type) {
    const auto* primitive = std::get_if<ast::PrimitiveType>(&type.node);
    return primitive != nullptr && primitive->kind == ast::PrimitiveKind::Bool;
}

// Each one that another needs is resolved inside that one's resolution.
constexpr int kDeepestConstant = 200;

bool has_clause(const ast::SpecClauses& specs, ast::SpecKind kind) {
    return std::any_of(specs.begin(), specs.end(), [&](const ast::SpecClause& clause) { return clause.kind == kind; });
}

const ast::Expr* star(const ast::SpecClauses& specs) {
    for (const ast::SpecClause& spec : specs) {
        for (const ast::ExprPtr& expr : spec.exprs) {
            if (spec.kind == ast::SpecKind::Decreases && std::holds_alternative<ast::Wildcard>(expr->node)) {
                return expr.get();
            }
        }
    }
    return nullptr;
}

// Duplicates are reported here, once for each callable.
std::vector<typed::VariablePtr> formals(Globals& globals, const std::vector<ast::Formal>& formals,
                                        typed::VariableKind kind, bool ghost, bool two_state,
                                        std::set<std::string>& names) {
    std::vector<typed::VariablePtr> result;
    std::optional<std::string> nameonly;
    for (const ast::Formal& formal : formals) {
        const std::optional<typed::Type> type = resolve_type(globals, *formal.type);
        const std::string name = formal.name ? formal.name->text : std::string();
        const SourceRange range = formal.name ? formal.name->range : formal.range;
        if (!names.insert(name).second) {
            globals.reporter.error(Rule::Duplicate, range, fmt::format("duplicate parameter name: {}", name));
        }
        if (nameonly && !formal.nameonly && !formal.default_value) {
            globals.reporter.error(Rule::Misplaced, formal.range,
                                   fmt::format("this parameter has to be nameonly, because of the earlier nameonly "
                                               "parameter '{}'; declare it as nameonly or give it a default-value "
                                               "expression",
                                               *nameonly));
        }
        if (formal.nameonly) {
            nameonly = name;
        }
        if (formal.is_new && (!two_state || kind != typed::VariableKind::In)) {
            globals.reporter.error(Rule::Misplaced, formal.range, "formal cannot be declared 'new' in this context");
        }
        if (formal.older) {
            globals.reporter.unsupported(formal.range, "older parameters are");
        }
        typed::Variable variable{name, type.value_or(typed::int_type()), kind, ghost || formal.ghost, range};
        variable.is_new = formal.is_new;
        result.push_back(std::make_unique<const typed::Variable>(std::move(variable)));
        if (!type) {
            globals.untyped.insert(result.back().get());
        }
    }
    return result;
}

bool is_field_name(const typed::Datatype& datatype, const std::string& name) {
    return std::any_of(datatype.destructors.begin(), datatype.destructors.end(),
                       [&](const typed::Destructor& each) { return each.name == name; }) ||
           std::any_of(datatype.constructors.begin(), datatype.constructors.end(),
                       [&](const typed::Constructor& each) { return each.name == name || each.name + "?" == name; });
}

bool add_member(Globals& globals, const ast::Ident& name, Member member, TypeEntry* owner) {
    auto& members = owner == nullptr ? globals.module->members : owner->members;
    const auto [entry, added] = members.emplace(name.text, std::move(member));
    if (added) {
        globals.members_in_order.push_back(&entry->second);
    }
    if (!added || (owner != nullptr && owner->datatype != nullptr && is_field_name(*owner->datatype, name.text))) {
        globals.reporter.error(Rule::Duplicate, name.range, fmt::format("duplicate member name: {}", name.text));
    }
    return added;
}

std::string qualified(const Globals& globals, const TypeEntry* owner, const ast::Ident& name) {
    return owner == nullptr ? qualified_name(*globals.module, name.text) : owner->name() + "." + name.text;
}

typed::VariablePtr this_variable(const TypeEntry& owner, typed::VariableKind kind, SourceRange range, bool ghost,
                                 const typed::TypeParameters& type_parameters) {
    std::vector<typed::Type> arguments;
    for (std::size_t i = 0; i < owner.parameter_count(); ++i) {
        arguments.push_back(typed::parameter_type(type_parameters.at(i).get()));
    }
    return std::make_unique<const typed::Variable>(
        typed::Variable{"this", owner.type(std::move(arguments)), kind, ghost, range});
}

// Members of a type, unless they are static, have a value of it as their first parameter.
void add_receiver(const TypeEntry* owner, const ast::Decl& decl, SourceRange range, bool ghost,
                  const typed::TypeParameters& type_parameters, std::vector<typed::VariablePtr>& parameters) {
    if (owner != nullptr && !has_modifier(decl, ast::ModifierKind::Static)) {
        parameters.push_back(this_variable(*owner, typed::VariableKind::Receiver, range, ghost, type_parameters));
    }
}

// Says where type arguments come from that are left out in the signature.
template <typename Callable>
FillIn declare_parameters(Globals& globals, const std::vector<ast::TypeParameter>& parameters, const TypeEntry* owner,
                          Callable& callable) {
    static const typed::TypeParameters kNone;
    const typed::TypeParameters& of_owner = owner == nullptr ? kNone : owner->parameters();
    callable.of_owner = of_owner.size();
    callable.type_parameters = declare_member_parameters(globals, parameters, callable.name, of_owner);
    return {&callable.type_parameters, callable.of_owner, parameters.empty() ? callable.name : std::string()};
}

void append(std::vector<typed::VariablePtr>& variables, std::vector<typed::VariablePtr> more) {
    for (typed::VariablePtr& variable : more) {
        variables.push_back(std::move(variable));
    }
}

bool is_two_state(const ast::FunctionDecl& node) {
    return node.kind == ast::FunctionKind::TwostateFunction || node.kind == ast::FunctionKind::TwostatePredicate;
}

bool is_predicate(const ast::FunctionDecl& node) {
    return node.kind == ast::FunctionKind::Predicate || node.kind == ast::FunctionKind::TwostatePredicate;
}

// Two states are there in a proof only.
void refuse_compiled(Globals& globals, const ast::Decl& decl, const ast::FunctionDecl& node) {
    const char* const what = is_predicate(node) ? "predicate" : "function";
    for (const ast::Modifier& modifier : decl.modifiers) {
        if (modifier.kind == ast::ModifierKind::Ghost) {
            globals.reporter.error(
                Rule::Misplaced, modifier.range,
                fmt::format("a twostate {} cannot be declared 'ghost' (it is 'ghost' by default)", what));
        }
    }
    if (node.by_method) {
        globals.reporter.error(Rule::Misplaced, node.by_method->range,
                               fmt::format("a 'by method' implementation is not allowed on a twostate {}", what));
    } else if (node.method_keyword) {
        globals.reporter.error(Rule::Misplaced, node.name.range,
                               fmt::format("a twostate {0} is supported only as ghost, not as a compiled {0}", what));
    }
}

// The body is ghost anyway, and the method is compiled anyway.
void refuse_modifiers_by_method(Globals& globals, const ast::Decl& decl, const ast::FunctionDecl& node) {
    const char* const what = node.kind == ast::FunctionKind::Predicate ? "predicate" : "function";
    for (const ast::Modifier& modifier : decl.modifiers) {
        if (modifier.kind == ast::ModifierKind::Ghost) {
            globals.reporter.error(
                Rule::Misplaced, modifier.range,
                fmt::format("a {}-by-method cannot be declared 'ghost' (it is 'ghost' by default)", what));
        }
    }
    if (node.method_keyword) {
        globals.reporter.error(Rule::Misplaced, node.name.range,
                               fmt::format("to use a 'by method' implementation with a {0}, declare '{1}' using '{0}', "
                                           "not '{0} method'",
                                           what, node.name.text));
    }
}

void declare_function(Globals& globals, const ast::Decl& decl, const ast::FunctionDecl& node, typed::Program& program,
                      TypeEntry* owner) {
    const bool two_state = is_two_state(node);
    if (two_state) {
        refuse_compiled(globals, decl, node);
    } else if (node.by_method) {
        refuse_modifiers_by_method(globals, decl, node);
    }
    auto function = std::make_unique<typed::Function>();
    function->name = qualified(globals, owner, node.name);
    function->range = decl.range;
    function->name_range = node.name.range;
    function->predicate = is_predicate(node);
    function->two_state = two_state;
    function->ghost = two_state || has_modifier(decl, ast::ModifierKind::Ghost) ||
                      (globals.old_function_syntax && !node.method_keyword && !node.by_method);
    const FillIn fill_in = declare_parameters(globals, node.type_parameters, owner, *function);
    const TypeScope types(globals, function->type_parameters, fill_in);
    std::set<std::string> names;
    add_receiver(owner, decl, node.name.range, function->ghost, function->type_parameters, function->parameters);
    append(function->parameters,
           formals(globals, node.ins, typed::VariableKind::In, function->ghost, two_state, names));
    const std::optional<typed::Type> result = node.result ? resolve_type(globals, *node.result) : typed::bool_type();
    if (function->predicate && node.result && !is_written_bool(*node.result)) {
        globals.reporter.error(Rule::Type, node.result->range,
                               fmt::format("predicate return type should be bool, got {}", node.result->range.text()));
        globals.untyped.insert(function.get());
    }
    const std::string result_name = node.result_name ? node.result_name->text : std::string();
    const SourceRange result_range = node.result_name ? node.result_name->range : node.name.range;
    function->result = std::make_unique<const typed::Variable>(
        typed::Variable{result_name, result.value_or(typed::int_type()), typed::VariableKind::FunctionResult,
                        function->ghost || node.ghost_result, result_range});
    infer_equality(function->type_parameters, function->parameters, function->of_owner);
    infer_equality(function->type_parameters, function->result->type, function->of_owner);
    if (!result || globals.untyped.count(function.get()) != 0) {
        globals.untyped.insert(function->result.get());
    }
    auto by_method = node.by_method && !two_state ? std::make_unique<typed::Method>() : nullptr;
    function->by_method = by_method.get();
    add_member(globals, node.name, FunctionEntry{function.get(), &decl, &node, globals.module, owner, by_method.get()},
               owner);
    program.declarations.push_back(std::move(function));
    if (by_method != nullptr) {
        program.declarations.push_back(std::move(by_method));
    }
}

void declare_method(Globals& globals, const ast::Decl& decl, const ast::MethodDecl& node, typed::Program& program,
                    TypeEntry* owner) {
    auto method = std::make_unique<typed::Method>();
    const bool two_state = node.kind == ast::MethodKind::TwostateLemma;
    const bool lemma = two_state || node.kind == ast::MethodKind::Lemma;
    const bool constructor = node.kind == ast::MethodKind::Constructor;
    const ast::Ident name = node.name.value_or(ast::Ident{"_ctor", node.keyword});
    method->name = qualified(globals, owner, name);
    method->range = decl.range;
    method->name_range = name.range;
    method->kind = lemma         ? typed::MethodKind::Lemma
                   : constructor ? typed::MethodKind::Constructor
                                 : typed::MethodKind::Method;
    method->ghost = lemma || has_modifier(decl, ast::ModifierKind::Ghost);
    method->two_state = two_state;
    method->abstract = globals.module->abstract;
    if (node.body) {
        const SourceRange& body = node.body->range;
        method->body_end = {body.file, body.end - 1, body.end};
    } else {
        method->body_end = decl.range;
    }
    const FillIn fill_in = declare_parameters(globals, node.type_parameters, owner, *method);
    const TypeScope types(globals, method->type_parameters, fill_in);
    std::set<std::string> names;
    if (constructor) {
        method->results.push_back(
            this_variable(*owner, typed::VariableKind::Out, name.range, method->ghost, method->type_parameters));
    } else {
        add_receiver(owner, decl, name.range, method->ghost, method->type_parameters, method->parameters);
    }
    append(method->parameters, formals(globals, node.ins, typed::VariableKind::In, method->ghost, two_state, names));
    append(method->results, formals(globals, node.outs, typed::VariableKind::Out, method->ghost, two_state, names));
    infer_equality(method->type_parameters, method->parameters, method->of_owner);
    infer_equality(method->type_parameters, method->results, method->of_owner);
    const bool may_diverge = star(node.specs) != nullptr;
    add_member(globals, name, MethodEntry{method.get(), &decl, &node, may_diverge, globals.module, owner}, owner);
    if (owner != nullptr) {
        globals.member_methods.insert(name.text);
    }
    program.declarations.push_back(std::move(method));
}

void set_result(typed::Function& constant, typed::Type type) {
    constant.result = std::make_unique<const typed::Variable>(
        typed::Variable{"", std::move(type), typed::VariableKind::FunctionResult, constant.ghost, constant.name_range});
}

// A constant of each value is a function of that value.
void declare_field(Globals& globals, const ast::Decl& decl, const ast::ConstDecl& node, typed::Program& program,
                   TypeEntry* owner) {
    auto function = std::make_unique<typed::Function>();
    function->name = qualified(globals, owner, node.name);
    function->range = decl.range;
    function->name_range = node.name.range;
    function->ghost = has_modifier(decl, ast::ModifierKind::Ghost);
    function->constant = true;
    declare_parameters(globals, {}, owner, *function);
    const TypeScope types(globals, function->type_parameters);
    add_receiver(owner, decl, node.name.range, function->ghost, function->type_parameters, function->parameters);
    const std::optional<typed::Type> type = node.type ? resolve_type(globals, *node.type) : std::nullopt;
    set_result(*function, type.value_or(typed::int_type()));
    if (node.type && !type) {
        globals.untyped.insert(function->result.get());
    }
    add_member(globals, node.name,
               PerValueConstant{function.get(), &decl, &node, globals.module, owner,
                                node.type ? ConstantState::Resolved : ConstantState::Unresolved},
               owner);
    program.declarations.push_back(std::move(function));
}

void declare_constant(Globals& globals, const ast::Decl& decl, const ast::ConstDecl& node, typed::Program& program,
                      TypeEntry* owner) {
    if (!node.type && !node.value) {
        globals.reporter.error(Rule::Underspecified, node.name.range,
                               "a const declaration must have a type or a RHS value");
        globals.refused_names.insert(node.name.text);
        return;
    }
    if (owner != nullptr && owner->klass != nullptr && !node.value && !has_modifier(decl, ast::ModifierKind::Static)) {
        declare_class_field(globals, decl, node.name, node.type.get(), true, *owner);
        return;
    }
    if (owner != nullptr && !has_modifier(decl, ast::ModifierKind::Static)) {
        declare_field(globals, decl, node, program, owner);
        return;
    }
    if (owner != nullptr && owner->parameter_count() > 0) {
        globals.reporter.unsupported(decl.range, "static constants of datatypes with type parameters are");
        globals.refused_names.insert(node.name.text);
        return;
    }
    auto constant = std::make_unique<typed::Constant>();
    constant->name = qualified(globals, owner, node.name);
    constant->range = decl.range;
    constant->name_range = node.name.range;
    constant->ghost = has_modifier(decl, ast::ModifierKind::Ghost);
    if (node.type) {
        const std::optional<typed::Type> type = resolve_type(globals, *node.type);
        constant->type = type.value_or(typed::int_type());
        if (!type) {
            globals.untyped.insert(constant.get());
        }
    }
    add_member(globals, node.name,
               ConstantEntry{constant.get(), &decl, &node, ConstantState::Unresolved, globals.module, owner}, owner);
    program.declarations.push_back(std::move(constant));
}

// What the formals are inside: their names, and default values checked against their types.
void open_formals(BodyResolver& body, const std::vector<ast::Formal>& formals,
                  const std::vector<typed::VariablePtr>& parameters) {
    for (const typed::VariablePtr& parameter : parameters) {
        body.variables().adopt(*parameter);
    }
    body.check_defaults(formals, parameters);
}

TypeEntry* entry_of(Globals& globals, const ast::DatatypeDecl& node) {
    const auto found = std::find_if(globals.datatypes_in_order.begin(), globals.datatypes_in_order.end(),
                                    [&](const TypeEntry* entry) { return entry->ast == &node; });
    return found == globals.datatypes_in_order.end() ? nullptr : *found;
}

void refuse_frames(Globals& globals, const ast::SpecClauses& specs, ast::SpecKind kind, const char* message) {
    for (const ast::SpecClause& spec : specs) {
        for (const ast::FrameExpr& frame : spec.frames) {
            if (spec.kind == kind) {
                globals.reporter.error(Rule::Misplaced, frame.range, message);
            }
        }
    }
}

void refuse_method_reads(Globals& globals, const typed::Method& method, const ast::SpecClauses& specs) {
    if (method.kind == typed::MethodKind::Lemma) {
        refuse_frames(globals, specs, ast::SpecKind::Reads,
                      "lemmas are not allowed to have reads clauses (they are allowed to read all memory locations)");
    } else if (!globals.options.reads_clauses_on_methods) {
        refuse_frames(globals, specs, ast::SpecKind::Reads,
                      "reads clauses on methods are forbidden without the command-line flag "
                      "`--reads-clauses-on-methods`");
    }
}

// Dafny's default measure of a function begins with the set of what it reads, which decides where objects are followed;
// of arrays the parameters say as much. Nothing when a clause names a sequence, of which there is no set to be written.
typed::ExprPtr set_of_read_objects(const typed::Frame& reads, SourceRange at) {
    const typed::Type type = typed::set_type(typed::or_null(typed::object_type()));
    const auto make = [&](auto node) {
        return std::make_unique<typed::Expr>(typed::Expr{at, at, type, {std::move(node)}});
    };
    typed::SetDisplay single;
    std::vector<typed::ExprPtr> sets;
    bool any_class = false;
    for (const typed::FrameEntry& entry : reads.entries) {
        const typed::Type read = typed::carrier(entry.expr->type);
        if (typed::is_reference(read)) {
            any_class = any_class || typed::is_class(read);
            single.elements.push_back(typed::clone(entry.expr));
        } else if (read.kind == typed::TypeKind::Set) {
            any_class = any_class || !typed::is_array(read.arguments.at(0));
            sets.push_back(typed::clone(entry.expr));
        } else {
            return nullptr;
        }
    }
    if (!any_class) {
        return nullptr;
    }
    typed::ExprPtr result = make(std::move(single));
    for (typed::ExprPtr& set : sets) {
        result = make(typed::Binary{typed::BinaryOp::Union, std::move(result), std::move(set), at});
    }
    return result;
}

void resolve_function(Globals& globals, const FunctionEntry& entry) {
    typed::Function& function = *entry.function;
    const ast::FunctionDecl& node = *entry.ast;
    const TypeScope types(globals, function.type_parameters);
    BodyResolver body(globals, Place::Function, node.name.text, false, entry.owner, &function.type_parameters,
                      function.two_state);
    function.attributes = declaration_attributes(globals, *entry.decl, function.parameters);
    open_formals(body, node.ins, function.parameters);
    const Context context{function.two_state, false};
    function.preconditions =
        body.clauses(node.specs, ast::SpecKind::Requires, "precondition must be a boolean (got {})", context);
    function.reads = body.frame(node.specs, ast::SpecKind::Reads);
    {
        const VariableScope::Frame frame(body.variables().scope());
        body.variables().adopt(*function.result);
        function.postconditions =
            body.clauses(node.specs, ast::SpecKind::Ensures, "postcondition must be a boolean (got {})", context);
    }
    if (const ast::Expr* wildcard = star(node.specs)) {
        globals.reporter.error(Rule::DecreasesStar, wildcard->range, "a '*' expression is not allowed here");
    } else if (has_clause(node.specs, ast::SpecKind::Decreases)) {
        function.decreases = body.decreases(node.specs, context);
    } else {
        function.decreases = body.default_decreases(function.parameters, function.name_range);
    }
    if (node.body) {
        body.declare_precondition_labels(function.preconditions);
        function.body = body.function_body(*node.body, *function.result, node.name.range,
                                           "function body type mismatch (expected {0}, got {1})");
    }
    body.finish();
    if (!has_errors(globals) && function.decreases.inferred && !function.reads.wildcard) {
        if (typed::ExprPtr read = set_of_read_objects(function.reads, function.name_range)) {
            function.decreases.measures.insert(function.decreases.measures.begin(), std::move(read));
        }
    }
}

// What runs in place of the function is a method, which has to give the same value.
void resolve_by_method(Globals& globals, const FunctionEntry& entry) {
    const ast::Block& block = *entry.ast->by_method;
    const SourceRange range = block.range;
    typed::Method& method = *entry.by_method;
    method = std::move(*typed::method_for(*entry.function, {range.file, range.begin, range.begin + 1}));
    method.body_end = {range.file, range.end - 1, range.end};
    const TypeScope types(globals, method.type_parameters);
    BodyResolver body(globals, Place::Method, entry.ast->name.text, false, entry.owner, &method.type_parameters);
    {
        const Reporter::Mute mute(globals.reporter);
        method.attributes = declaration_attributes(globals, *entry.decl, method.parameters);
    }
    method.attributes.opaque = false;
    for (const typed::VariablePtr& parameter : method.parameters) {
        body.variables().adopt(*parameter);
    }
    const VariableScope::Frame results(body.variables().scope());
    body.variables().adopt(*method.results.front());
    body.declare_precondition_labels(method.preconditions);
    method.body = body.method_body(block, method);
    body.finish();
}

void resolve_method(Globals& globals, const MethodEntry& entry) {
    typed::Method& method = *entry.method;
    const ast::MethodDecl& node = *entry.ast;
    const TypeScope types(globals, method.type_parameters);
    const bool lemma = method.kind == typed::MethodKind::Lemma;
    BodyResolver body(globals, lemma ? Place::Lemma : Place::Method, typed::own_name(method.name), entry.may_diverge,
                      entry.owner, &method.type_parameters, method.two_state);
    method.attributes = declaration_attributes(globals, *entry.decl, method.parameters);
    open_formals(body, node.ins, method.parameters);
    const Context on_entry{method.two_state, false};
    const Context on_return{true, false};
    method.preconditions =
        body.clauses(node.specs, ast::SpecKind::Requires, "precondition must be a boolean (got {})", on_entry);
    method.modifies = body.frame(node.specs, ast::SpecKind::Modifies);
    if (has_clause(node.specs, ast::SpecKind::Reads)) {
        method.reads = body.frame(node.specs, ast::SpecKind::Reads);
        refuse_method_reads(globals, method, node.specs);
    }
    if (has_clause(node.specs, ast::SpecKind::Decreases)) {
        method.decreases = body.decreases(node.specs, on_entry);
        if (method.decreases.wildcard && method.ghost) {
            globals.reporter.error(Rule::DecreasesStar, method.decreases.range, "a '*' expression is not allowed here");
        }
    } else {
        method.decreases = body.default_decreases(method.parameters, method.name_range);
    }
    const VariableScope::Frame results(body.variables().scope());
    for (const typed::VariablePtr& result : method.results) {
        body.variables().adopt(*result);
    }
    method.postconditions =
        body.clauses(node.specs, ast::SpecKind::Ensures, "postcondition must be a boolean (got {})", on_return);
    if (lemma && method.modifies.present) {
        refuse_frames(globals, node.specs, ast::SpecKind::Modifies, "lemmas are not allowed to have modifies clauses");
    }
    if (node.body) {
        body.declare_precondition_labels(method.preconditions);
        method.body = body.method_body(*node.body, method);
    }
    body.finish();
}

// All of the function that a constant of each value is, but for its body.
void open_value(Globals& globals, const PerValueConstant& entry, BodyResolver& body) {
    typed::Function& function = *entry.function;
    function.attributes = declaration_attributes(globals, *entry.decl, function.parameters);
    open_formals(body, {}, function.parameters);
    function.decreases = body.default_decreases(function.parameters, function.name_range);
}

void resolve_field(Globals& globals, PerValueConstant& entry) {
    if (!entry.ast->type) {
        resolve_constant(globals, entry);
        return;
    }
    typed::Function& function = *entry.function;
    const TypeScope types(globals, function.type_parameters);
    BodyResolver body(globals, Place::Function, function.name, false, entry.owner, &function.type_parameters);
    open_value(globals, entry, body);
    if (entry.ast->value) {
        function.body = body.function_body(*entry.ast->value, *function.result, function.name_range,
                                           "type for constant '{0}' and its value {1} do not agree");
    } else if (!(function.ghost ? typed::is_nonempty : typed::has_default_value)(function.result->type)) {
        globals.reporter.error(
            Rule::Initialization, function.name_range,
            fmt::format("{} const field '{}' of type '{}' ({}) must give a defining value",
                        function.ghost ? "ghost" : "non-ghost", function.name, typed::to_string(function.result->type),
                        function.ghost ? "which may be empty" : "which does not have a default compiled value"));
    }
    body.finish();
}

// The type of an expression says of a newtype only what it is based on; the largest type of its values names it.
typed::Type with_newtypes(typed::Type type, const typed::Type& largest) {
    if (largest.kind == typed::TypeKind::Subset && largest.subset->newtype) {
        return largest;
    }
    for (std::size_t i = 0; type.kind == largest.kind && i < type.arguments.size(); ++i) {
        type.arguments[i] = with_newtypes(type.arguments[i], largest.arguments.at(i));
    }
    return type;
}

// In a program with errors the value has no settled type, but uses of the constant still want to be checked.
std::optional<typed::Type> inferred_constant_type(const Globals& globals, const BodyResolver& body, const PreType& type,
                                                  const typed::Expr& value) {
    const std::optional<typed::Type> largest = body.known_type(type);
    return !has_errors(globals) && largest ? std::optional(with_newtypes(value.type, *largest)) : largest;
}

// Each is resolved once, when it is first needed, unless it needs itself for its type.
bool can_resolve(Globals& globals, ConstantState state, const ast::ConstDecl& node) {
    if (state == ConstantState::Resolving) {
        if (!node.type) {
            globals.reporter.error(
                Rule::Unresolved, node.name.range,
                fmt::format("const definition contains a cycle: {} -> {}", node.name.text, node.name.text));
        }
        return false;
    }
    if (globals.constant_depth >= kDeepestConstant) {
        globals.reporter.error(Rule::Unsupported, node.name.range,
                               "constants that depend on that many others are not supported");
        return false;
    }
    return true;
}

void check_value_exists(Globals& globals, const typed::Constant& constant) {
    const std::string type = typed::to_string(constant.type);
    if (constant.ghost && !typed::is_nonempty(constant.type)) {
        globals.reporter.error(Rule::Initialization, constant.name_range,
                               fmt::format("static ghost const field '{}' of type '{}' (which may be empty) must give "
                                           "a defining value",
                                           constant.name, type));
    } else if (!constant.ghost && !typed::has_default_value(constant.type)) {
        globals.reporter.error(Rule::Initialization, constant.name_range,
                               fmt::format("static non-ghost const field '{}' of type '{}' (which does not have a "
                                           "default compiled value) must give a defining value",
                                           constant.name, type));
    }
}

void declare_class_members(Globals& globals, const ast::ClassDecl& node, typed::Program& program) {
    const auto entry = std::find_if(globals.classes_in_order.begin(), globals.classes_in_order.end(),
                                    [&](const TypeEntry* each) { return each->class_ast == &node; });
    for (const ast::DeclPtr& member : node.members) {
        if (const auto* field = std::get_if<ast::FieldDecl>(&member->node)) {
            check_attributes(globals.reporter, member->attributes, AttributePlace::Declaration);
            declare_class_field(globals, *member, field->name, field->type.get(), false, **entry);
        } else {
            declare(globals, *member, program, *entry);
        }
    }
}

} // namespace

void declare(Globals& globals, const ast::Decl& decl, typed::Program& program, TypeEntry* owner) {
    if (const auto* datatype = std::get_if<ast::DatatypeDecl>(&decl.node)) {
        TypeEntry* const entry = entry_of(globals, *datatype);
        for (const ast::DeclPtr& member : datatype->members) {
            declare(globals, *member, program, entry);
        }
        return;
    }
    if (const auto* klass = std::get_if<ast::ClassDecl>(&decl.node)) {
        declare_class_members(globals, *klass, program);
        return;
    }
    if (const auto other = globals.other_types.find(&decl); other != globals.other_types.end()) {
        const auto* newtype = std::get_if<ast::NewtypeDecl>(&decl.node);
        for (const ast::DeclPtr& member :
             newtype != nullptr ? newtype->members : std::get<ast::AbstractTypeDecl>(decl.node).members) {
            declare(globals, *member, program, other->second);
        }
        return;
    }
    if (refuse_declaration(globals, decl, owner)) {
        return;
    }
    if (const auto* function = std::get_if<ast::FunctionDecl>(&decl.node)) {
        declare_function(globals, decl, *function, program, owner);
    } else if (const auto* method = std::get_if<ast::MethodDecl>(&decl.node)) {
        declare_method(globals, decl, *method, program, owner);
    } else if (const auto* constant = std::get_if<ast::ConstDecl>(&decl.node)) {
        declare_constant(globals, decl, *constant, program, owner);
    }
}

void resolve_member(Globals& globals, Member& member) {
    const Inside inside(globals, std::visit([](const auto& entry) { return entry.module; }, member));
    if (auto* function = std::get_if<FunctionEntry>(&member)) {
        resolve_function(globals, *function);
        if (function->by_method != nullptr) {
            resolve_by_method(globals, *function);
        }
    } else if (auto* method = std::get_if<MethodEntry>(&member)) {
        resolve_method(globals, *method);
    } else if (auto* constant = std::get_if<ConstantEntry>(&member)) {
        resolve_constant(globals, *constant);
    } else if (auto* field = std::get_if<PerValueConstant>(&member)) {
        resolve_field(globals, *field);
    }
}

void resolve_constant(Globals& globals, ConstantEntry& entry) {
    if (entry.state == ConstantState::Resolved) {
        return;
    }
    typed::Constant& constant = *entry.constant;
    if (!can_resolve(globals, entry.state, *entry.ast)) {
        return;
    }
    const Inside inside(globals, entry.module);
    const Reporter::Voice voice(globals.reporter);
    entry.state = ConstantState::Resolving;
    ++globals.constant_depth;
    const TypeScope types(globals, typed::TypeParameters());
    constant.attributes = declaration_attributes(globals, *entry.decl, {});
    if (entry.ast->value) {
        BodyResolver body(globals, Place::Constant, entry.ast->name.text, false, entry.owner);
        Draft draft = body.expression(*entry.ast->value, Context{});
        if (entry.ast->type) {
            body.must_fit(constant, draft);
        }
        const PreType type = draft.type;
        const typed::Expr* value = draft.expr.get();
        constant.value = std::move(draft.expr);
        body.finish();
        if (!entry.ast->type) {
            if (const std::optional<typed::Type> found = inferred_constant_type(globals, body, type, *value)) {
                constant.type = *found;
            } else {
                globals.untyped.insert(&constant);
            }
        }
    }
    if (!entry.ast->value && globals.untyped.count(&constant) == 0) {
        check_value_exists(globals, constant);
    }
    --globals.constant_depth;
    entry.state = ConstantState::Resolved;
}

void resolve_constant(Globals& globals, PerValueConstant& entry) {
    if (entry.state == ConstantState::Resolved || !can_resolve(globals, entry.state, *entry.ast)) {
        return;
    }
    const Inside inside(globals, entry.module);
    const Reporter::Voice voice(globals.reporter);
    entry.state = ConstantState::Resolving;
    ++globals.constant_depth;
    typed::Function& function = *entry.function;
    const TypeScope types(globals, function.type_parameters);
    BodyResolver body(globals, Place::Function, function.name, false, entry.owner, &function.type_parameters);
    open_value(globals, entry, body);
    Draft draft = body.expression(*entry.ast->value, Context{});
    const PreType type = draft.type;
    const typed::Expr& value = *draft.expr;
    function.body = std::move(draft.expr);
    body.finish();
    const std::optional<typed::Type> found = inferred_constant_type(globals, body, type, value);
    set_result(function, found.value_or(typed::int_type()));
    if (!found) {
        globals.untyped.insert(function.result.get());
    }
    --globals.constant_depth;
    entry.state = ConstantState::Resolved;
}

} // namespace daphnia::resolve
