// Assignments in all forms: parallel, of calls, such-that, with allocation; declarations of local variables.
#include "resolve/attributes.h"
#include "resolve/body.h"
#include "resolve/foreign_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {
const char* const kNotAssignable = "RHS (of type {1}) not assignable to LHS (of type {0})";

std::string names_of(const std::vector<typed::VariablePtr>& variables) {
    std::string result;
    for (const typed::VariablePtr& variable : variables) {
        result += (result.empty() ? "" : ", ") + variable->name;
    }
    return result;
}

// For variables that keep their value.
std::string instead_of_assigning(const typed::Variable& variable) {
    return typed::is_parameter(variable)
               ? fmt::format("parameters cannot be changed: copy it into a variable of your own, 'var x := {};'",
                             variable.name)
               : std::string();
}

// For s[a : b], which is several sequences.
const char* instead_of_parts(const typed::Expr* value) {
    const auto* let = value == nullptr ? nullptr : std::get_if<typed::Let>(&value->node);
    const auto* display = let == nullptr ? nullptr : std::get_if<typed::SeqDisplay>(&let->body->node);
    const bool parts = display != nullptr && !display->elements.empty() &&
                       std::holds_alternative<typed::SeqSlice>(display->elements.front()->node);
    return parts ? "a part is written 's[a..b]'" : "";
}

// For elements of values: a sequence is changed by making another one.
std::string instead_of_element(const ast::Index& index, PreKind kind) {
    const auto* name = std::get_if<ast::Name>(&index.base->node);
    if (name == nullptr || (kind != PreKind::Seq && kind != PreKind::Map && kind != PreKind::Multiset)) {
        return {};
    }
    return fmt::format("write '{0} := {0}[{1} := …];'", name->name.text,
                       support::one_line(index.indices.front()->range));
}
} // namespace

// ---- targets

BodyResolver::PendingTarget BodyResolver::variable_target(const typed::Variable& variable, SourceRange range) {
    return {{range, typed::VariableTarget{&variable}}, type_of(variable)};
}

BodyResolver::PendingTarget BodyResolver::target(const ast::Expr& expr) {
    if (const auto* name = std::get_if<ast::Name>(&expr.node)) {
        if (const typed::Variable* variable = variables_.find(name->name.text)) {
            if (!facts_.at(variable).assignable) {
                reporter().error(Rule::Mutability, expr.range, "LHS of assignment must denote a mutable variable",
                                 instead_of_assigning(*variable));
            }
            return variable_target(*variable, expr.range);
        }
    }
    if (const auto* index = std::get_if<ast::Index>(&expr.node); index != nullptr && index->indices.size() == 1) {
        Draft array = expression(*index->base, statement_context());
        Draft position = expression(*index->indices.front(), statement_context());
        require_int(position, "index expression must have an integer or bitvector type (got {})");
        const PreType element = inference_.hole();
        PendingTarget result{{expr.range, typed::ElementTarget{nullptr, nullptr}}, pre(PreKind::Unknown)};
        if (agree(pre_array(element), array.type, array.expr->anchor,
                  "LHS of array assignment must denote an array element (found {1})",
                  instead_of_element(*index, inference_.family_of(array.type)))) {
            result.type = inference_.erased(element);
        }
        result.target.node = typed::ElementTarget{std::move(array.expr), std::move(position.expr)};
        return result;
    }
    const std::size_t errors = reporter().error_count();
    const bool slice = std::holds_alternative<ast::Slice>(expr.node);
    Draft draft = used_as(std::holds_alternative<ast::Name>(expr.node) ? NameUse::Target : NameUse::Value, expr,
                          statement_context());
    if (reporter().error_count() == errors && inference_.head(draft.type).kind != PreKind::Unknown) {
        const bool field =
            std::holds_alternative<ast::Member>(expr.node) || std::holds_alternative<ast::Name>(expr.node);
        reporter().error(Rule::Mutability, expr.range,
                         slice   ? "cannot assign to a range of array elements (try the 'forall' statement)"
                         : field ? "LHS of assignment must denote a mutable field"
                                 : "LHS of assignment must denote a mutable variable or field",
                         std::holds_alternative<ast::Tuple>(expr.node)
                             ? "write the variables without parentheses: 'x, y := …;'"
                             : "");
    }
    dropped_.push_back(std::move(draft.expr));
    return {{expr.range, typed::ElementTarget{nullptr, nullptr}}, pre(PreKind::Unknown)};
}

// One variable cannot get two values at once.
void BodyResolver::check_distinct_variables(const std::vector<PendingTarget>& targets, const std::string& statement) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto* variable = std::get_if<typed::VariableTarget>(&targets[i].target.node);
        const auto is_same = [&](const PendingTarget& other) {
            const auto* earlier = std::get_if<typed::VariableTarget>(&other.target.node);
            return earlier != nullptr && earlier->variable == variable->variable;
        };
        if (variable != nullptr &&
            std::any_of(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(i), is_same)) {
            reporter().error(
                Rule::Duplicate, targets[i].target.range,
                fmt::format("duplicate variable in left-hand side of {}: {}", statement, variable->variable->name));
        }
    }
}

// What is assumed of the run so far only grows, by one conjunct.
void BodyResolver::check_assumption_variables(const std::vector<PendingTarget>& targets, const ast::AssignRhs& rhs) {
    const auto adds_conjunct = [&](const ast::Rhs& value, const typed::Variable& variable) {
        const auto* expr = std::get_if<ast::ExprPtr>(&value.node);
        const auto* binary = expr != nullptr ? std::get_if<ast::Binary>(&(*expr)->node) : nullptr;
        const auto* name = binary != nullptr ? std::get_if<ast::Name>(&binary->left->node) : nullptr;
        return name != nullptr && binary->op == ast::BinaryOp::And && variables_.find(name->name.text) == &variable;
    };
    for (std::size_t i = 0; i < targets.size() && i < rhs.values.size(); ++i) {
        const auto* target = std::get_if<typed::VariableTarget>(&targets[i].target.node);
        if (target == nullptr || !facts_.at(target->variable).assumption) {
            continue;
        }
        bool& assigned = facts_.at(target->variable).assumption_assigned;
        if (assigned || !adds_conjunct(rhs.values[i], *target->variable)) {
            reporter().error(Rule::Mutability, rhs.op_range,
                             fmt::format("there may be at most one assignment to an assumption variable, the RHS of "
                                         "which must match the expression \"{} && <boolean expression>\"",
                                         target->variable->name));
        } else {
            assigned = true;
        }
    }
}

// ---- values

void BodyResolver::drop(PendingValue value) {
    if (auto* expr = std::get_if<typed::ExprPtr>(&value.value.node)) {
        dropped_.push_back(std::move(*expr));
    }
}

// The way out for `new` in front of what is no class.
std::string BodyResolver::instead_of(const ast::NewObject& node) {
    const auto* array = std::get_if<ast::ArrayType>(&node.type->node);
    if (array != nullptr && array->arguments.size() == 1 && node.arguments && node.arguments->size() == 1) {
        return fmt::format("write 'new {}[{}]'", array->arguments.front()->range.text(),
                           node.arguments->front().value->range.text());
    }
    const auto* named = std::get_if<ast::NamedType>(&node.type->node);
    if (named == nullptr) {
        return array != nullptr ? "write 'new int[n]'" : "values of this type need no 'new'";
    }
    const std::string& name = named->path.back().name.text;
    if (std::holds_alternative<ConstructorEntry>(meaning_of(globals_, name))) {
        return fmt::format("values of datatypes need no 'new': write '{}(…)'", name);
    }
    return foreign_type(name);
}

BodyResolver::PendingValue BodyResolver::value(const ast::Rhs& rhs) {
    check_attributes(reporter(), rhs.attributes, AttributePlace::Statement);
    if (const auto* expr = std::get_if<ast::ExprPtr>(&rhs.node)) {
        Draft draft = expression(**expr, statement_context());
        PendingValue result{{rhs.range, typed::HavocValue{}}, draft.type, draft.expr.get(), false};
        result.value.node = typed::ExprPtr(std::move(draft.expr));
        return result;
    }
    if (std::holds_alternative<ast::Havoc>(rhs.node)) {
        return {{rhs.range, typed::HavocValue{}}, inference_.hole(), nullptr, false};
    }
    if (const auto* allocation = std::get_if<ast::NewArray>(&rhs.node)) {
        return new_array(rhs, *allocation);
    }
    reporter().unsupported(rhs.range, "objects are", instead_of(std::get<ast::NewObject>(rhs.node)));
    return {{rhs.range, typed::HavocValue{}}, pre(PreKind::Unknown), nullptr, false};
}

BodyResolver::PendingValue BodyResolver::new_array(const ast::Rhs& rhs, const ast::NewArray& node) {
    PendingValue result{{rhs.range, typed::HavocValue{}}, pre(PreKind::Unknown), nullptr, true};
    if (node.dimensions.size() > 1) {
        reporter().unsupported(rhs.range, "arrays of more than one dimension are");
        return result;
    }
    typed::NewArray array{typed::int_type(), nullptr, {}, false, nullptr, nullptr, nullptr};
    PreType element = inference_.hole();
    if (node.element) {
        const std::optional<typed::Type> given = resolve_type(globals_, *node.element);
        element = given ? exact_type(*given) : pre(PreKind::Unknown);
    }
    if (!node.dimensions.empty()) {
        Draft size = expression(*node.dimensions.front(), statement_context());
        require_int(size, "new must use an integer-based expression for the array size (got {})");
        array.size = std::move(size.expr);
    }
    const PreType of_value = inference_.erased(element);
    if (node.initializer) {
        if (std::optional<IndexFunction> function = index_function(*node.initializer, statement_context())) {
            agree(of_value, function->body.type, function->body.expr->anchor,
                  "array-allocation initialization expression expected to have type 'nat ~> {0}' (instead got 'nat ~> "
                  "{1}')");
            array.index = std::move(function->variable);
            array.domain = std::move(function->domain);
            array.initial = std::move(function->body.expr);
        }
    }
    if (node.display) {
        array.has_display = true;
        for (const ast::ExprPtr& expr : *node.display) {
            Draft draft = expression(*expr, statement_context());
            agree(of_value, draft.type, draft.expr->anchor,
                  "initial value must be assignable to array's elements (expected '{0}', got '{1}')");
            array.display.push_back(std::move(draft.expr));
        }
        if (!array.size) {
            array.size = integer(rhs.range, support::Integer(static_cast<unsigned long>(node.display->size()))).expr;
        }
    }
    result.type = pre_array(element);
    result.value.node = std::move(array);
    return result;
}

// ---- := without calls

void BodyResolver::assign_values(SourceRange range, SourceRange at, std::vector<PendingTarget> targets,
                                 std::vector<PendingValue> values, Statements& out) {
    typed::Assign result;
    std::vector<std::pair<std::size_t, PreType>> allocations;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        PendingValue& value = values[i];
        agree(targets[i].type, value.type, at,
              value.allocation ? "type {1} is not assignable to LHS (of type {0})" : kNotAssignable,
              instead_of_parts(value.expr));
        if (const auto* variable = std::get_if<typed::VariableTarget>(&targets[i].target.node)) {
            VariableFacts& facts = facts_.at(variable->variable);
            if (value.expr != nullptr) {
                flow(*variable->variable, *value.expr);
                if (facts.type_given) {
                    expect(*value.expr, variable->variable->type);
                }
            } else if (value.allocation) {
                facts.allocated = true;
            }
        }
        if (std::holds_alternative<typed::NewArray>(value.value.node)) {
            allocations.emplace_back(i, value.type);
        }
        result.targets.push_back(std::move(targets[i].target));
        result.values.push_back(std::move(value.value));
    }
    auto stmt = std::make_unique<typed::Stmt>(typed::Stmt{range, false, std::move(result)});
    for (auto& [index, type] : allocations) {
        new_arrays_.push_back({stmt.get(), index, std::move(type)});
    }
    out.push_back(std::move(stmt));
}

void BodyResolver::assign_statement(SourceRange range, const ast::Assign& node, Statements& out) {
    if (const auto* such = std::get_if<ast::SuchThatRhs>(&node.assignment)) {
        std::vector<typed::Target> targets;
        for (const ast::ExprPtr& lhs : node.targets) {
            PendingTarget pending = target(*lhs);
            check_such_that_target(*lhs, pending.target, targets, such->assume.has_value());
            targets.push_back(std::move(pending.target));
        }
        such_that(range, std::move(targets), *such, out);
        return;
    }
    const auto make_targets = [&] {
        std::vector<PendingTarget> targets;
        for (const ast::ExprPtr& lhs : node.targets) {
            targets.push_back(target(*lhs));
        }
        return targets;
    };
    if (const auto* failable = std::get_if<ast::OrFailRhs>(&node.assignment)) {
        assign_or_fail(range, *failable, node.targets.size(), make_targets, out);
        return;
    }
    assign_all(range, std::get<ast::AssignRhs>(node.assignment), make_targets, out);
}

// The right-hand sides are resolved before the targets, which a declaration brings into scope only then.
void BodyResolver::assign_all(SourceRange range, const ast::AssignRhs& rhs,
                              const std::function<std::vector<PendingTarget>()>& make_targets, Statements& out) {
    const MethodEntry* method = nullptr;
    const ast::Call* call = nullptr;
    SourceRange first_call;
    MethodArguments arguments;
    std::vector<PendingValue> values;
    for (const ast::Rhs& one : rhs.values) {
        const auto* expr = std::get_if<ast::ExprPtr>(&one.node);
        const MethodEntry* called = expr != nullptr ? called_method(**expr) : nullptr;
        if (called == nullptr) {
            values.push_back(value(one));
            continue;
        }
        check_attributes(reporter(), one.attributes, AttributePlace::Statement);
        call = &std::get<ast::Call>((*expr)->node);
        arguments = method_arguments(*call, *called);
        if (method == nullptr) {
            method = called;
            first_call = one.range;
        }
    }
    std::vector<PendingTarget> targets = make_targets();
    check_distinct_variables(targets, method != nullptr ? "call statement" : "assignment");
    if (method != nullptr && rhs.values.size() > 1) {
        reporter().error(Rule::Misplaced, first_call,
                         "an update statement is allowed an effectful RHS only if there is just one RHS");
    } else if (method != nullptr) { // a result is no conjunct, which Dafny does not ask of calls
        call_method(range, rhs.op_range, *call, *method, std::move(arguments), std::move(targets), out);
    } else if (targets.size() != values.size()) {
        const bool known = std::none_of(values.begin(), values.end(), [&](const PendingValue& pending) {
            return inference_.head(pending.type).kind == PreKind::Unknown;
        });
        if (known) {
            const auto* only = rhs.values.size() == 1 ? std::get_if<ast::ExprPtr>(&rhs.values.front().node) : nullptr;
            const bool tuple = only != nullptr && std::holds_alternative<ast::Tuple>((*only)->node);
            report_multi_assignment(rhs.op_range, targets.size(), values.size(),
                                    tuple ? "write the values without parentheses: 'x, y := e, f;'" : "");
        }
        for (PendingValue& pending : values) {
            drop(std::move(pending));
        }
    } else {
        check_assumption_variables(targets, rhs);
        assign_values(range, rhs.op_range, std::move(targets), std::move(values), out);
    }
}

void BodyResolver::report_multi_assignment(SourceRange at, std::size_t targets, std::size_t values, const char* hint) {
    reporter().error(Rule::Arity, at,
                     fmt::format("the number of left-hand sides ({}) and right-hand sides ({}) must match for a "
                                 "multi-assignment",
                                 targets, values),
                     hint);
}

// ---- :|

void BodyResolver::check_such_that_target(const ast::Expr& lhs, const typed::Target& target,
                                          const std::vector<typed::Target>& before, bool assumed) {
    const auto* variable = std::get_if<typed::VariableTarget>(&target.node);
    if (variable == nullptr) {
        if (!assumed) {
            reporter().error(Rule::Mutability, lhs.range,
                             "an assign-such-that statement (without an 'assume' clause) currently only supports "
                             "local-variable LHSs");
        }
        return;
    }
    for (const typed::Target& other : before) {
        const auto* earlier = std::get_if<typed::VariableTarget>(&other.node);
        if (earlier != nullptr && earlier->variable == variable->variable) {
            reporter().error(
                Rule::Duplicate, lhs.range,
                fmt::format("variable '{}' occurs more than once as left-hand side of :|", variable->variable->name));
        }
    }
}

void BodyResolver::such_that(SourceRange range, std::vector<typed::Target> targets, const ast::SuchThatRhs& rhs,
                             Statements& out) {
    check_attributes(reporter(), rhs.assume_attributes, AttributePlace::Statement);
    Draft constraint = condition(*rhs.condition, statement_context(),
                                 "type of RHS of assign-such-that statement must be boolean (got {})");
    add(out, range, false,
        typed::AssignSuchThat{std::move(targets), std::move(constraint.expr), rhs.assume.has_value()});
}

// ---- calls

BodyResolver::MethodArguments BodyResolver::method_arguments(const ast::Call& call, const MethodEntry& entry) {
    const typed::Method& method = *entry.method;
    const std::string kind = method.kind == typed::MethodKind::Lemma ? "lemma" : "method";
    Instantiation use = instantiation(method, entry.owner, call.callee.get(), call.callee->range, kind);
    MethodArguments result;
    std::optional<Draft> receiver = method_receiver(call, entry);
    if (receiver) {
        receive(*receiver, *method.parameters.front(), use);
    }
    result.values = actuals(call, entry.ast->ins, method.parameters, use.arguments, kind, entry.ast->name->text,
                            {entry.module, entry.owner}, statement_context());
    if (receiver) {
        result.values.insert(result.values.begin(), std::move(receiver->expr));
    }
    if (!method.type_parameters.empty()) {
        result.instantiation = std::move(use);
    }
    return result;
}

void BodyResolver::call_method(SourceRange range, SourceRange at, const ast::Call&, const MethodEntry& entry,
                               MethodArguments arguments, std::vector<PendingTarget> targets, Statements& out) {
    const std::vector<typed::VariablePtr>& results = entry.method->results;
    // Of a target that is none something has been said.
    const bool refused = std::any_of(targets.begin(), targets.end(), [](const PendingTarget& target) {
        const auto* element = std::get_if<typed::ElementTarget>(&target.target.node);
        return element != nullptr && element->array == nullptr;
    });
    if (results.size() != targets.size() && !refused) {
        reporter().error(Rule::Arity, at,
                         fmt::format("wrong number of method result arguments (got {}, expected {})", targets.size(),
                                     results.size()),
                         results.size() > 1 ? fmt::format("write a variable for each result: '{} := {}(…);'",
                                                          names_of(results), entry.method->name)
                                            : "");
    }
    typed::Call call{entry.method, std::move(arguments.values), {}};
    for (std::size_t i = 0; i < call.arguments.size() && i < entry.method->parameters.size(); ++i) {
        const std::optional<std::size_t> generic =
            arguments.instantiation ? std::optional(method_instantiations_.size()) : std::nullopt;
        expect(*call.arguments[i], entry.method->parameters[i]->type, std::nullopt, generic);
        passed_.push_back({call.arguments[i].get(), entry.method->parameters[i]->type, generic});
    }
    const TypeArguments none;
    const TypeArguments& type_arguments = arguments.instantiation ? arguments.instantiation->arguments : none;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (i < results.size()) {
            const std::string where = results.size() > 1 ? fmt::format("at index {} ", i) : std::string();
            agree(targets[i].type, declared_type(*results[i], type_arguments), at,
                  fmt::format("incorrect return type {}for method out-parameter '{}' (expected {{1}}, got {{0}})",
                              where, results[i]->name)
                      .c_str());
            if (const auto* variable = std::get_if<typed::VariableTarget>(&targets[i].target.node)) {
                if (arguments.instantiation) {
                    facts_.at(variable->variable)
                        .sources.push_back({nullptr, typed::int_type(), method_instantiations_.size(), i});
                } else {
                    flow(*variable->variable, results[i]->type);
                }
            }
        }
        call.targets.push_back(std::move(targets[i].target));
    }
    if (entry.may_diverge && !may_diverge_) {
        reporter().error(Rule::DecreasesStar, at,
                         "a call to a possibly non-terminating method is allowed only if the calling method is also "
                         "declared (with 'decreases *') to be possibly non-terminating");
    }
    const bool ghost = entry.method->ghost;
    auto stmt = std::make_unique<typed::Stmt>(typed::Stmt{range, ghost, std::move(call)});
    if (arguments.instantiation) {
        arguments.instantiation->method = std::get_if<typed::Call>(&stmt->node);
        method_instantiations_.push_back(std::move(*arguments.instantiation));
    }
    out.push_back(std::move(stmt));
}

void BodyResolver::call_statement(SourceRange range, const ast::ExprStmt& node, Statements& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    if (const MethodEntry* method = called_method(*node.expr)) {
        const auto& call = std::get<ast::Call>(node.expr->node);
        MethodArguments arguments = method_arguments(call, *method);
        call_method(range, call.open_paren, call, *method, std::move(arguments), {}, out);
        return;
    }
    if (reveal_call(range, *node.expr, out)) {
        return;
    }
    const std::size_t errors = reporter().error_count();
    invoked_alone_ = true;
    Draft draft = used_as(NameUse::Invoked, *node.expr, statement_context());
    if (reporter().error_count() == errors && inference_.head(draft.type).kind != PreKind::Unknown) {
        reporter().error(Rule::Misplaced, draft.expr->anchor, "expected method call, found expression");
    }
    dropped_.push_back(std::move(draft.expr));
}

// ---- var

std::vector<std::unique_ptr<typed::Variable>> BodyResolver::declare_locals(const ast::VarDecl& node) {
    std::vector<std::unique_ptr<typed::Variable>> result;
    for (const ast::LocalVar& var : node.vars) {
        check_attributes(reporter(), var.attributes, AttributePlace::Local);
        result.push_back(new_variable(var.name, var.type.get(), typed::VariableKind::Local, node.ghost));
        if (has_attribute(var.attributes, "assumption")) {
            declare_assumption(*result.back(), node.ghost);
        }
        declare(*result.back(), "local-variable");
    }
    return result;
}

void BodyResolver::declare_assumption(const typed::Variable& variable, bool ghost) {
    VariableFacts& facts = facts_.at(&variable);
    const char* const message = "assumption variable must be of type 'bool'";
    facts.assumption = agree(facts.type, pre(PreKind::Bool), variable.range, message);
    if (facts.assumption && facts.type_given && variable.type != typed::bool_type()) { // a subset type of it
        reporter().error(Rule::Type, variable.range, message);
    }
    if (method_ == nullptr) {
        reporter().error(Rule::Misplaced, variable.range, "assumption variable can only be declared in a method");
    } else if (!ghost && !method_->ghost) {
        reporter().error(Rule::Ghost, variable.range, "assumption variable must be ghost", "write 'ghost var'");
    }
}

void BodyResolver::begin_as_true(const typed::Variable& variable, SourceRange range, Statements& out) {
    std::vector<PendingTarget> targets;
    targets.push_back(variable_target(variable, variable.range));
    std::vector<PendingValue> values;
    values.push_back(pending(make(variable.range, variable.range, pre(PreKind::Bool), typed::BoolLiteral{true})));
    assign_values(range, variable.range, std::move(targets), std::move(values), out);
}

void BodyResolver::var_statement(SourceRange range, const ast::VarDecl& node, Statements& out) {
    std::vector<std::unique_ptr<typed::Variable>> variables;
    const auto declaration = [&] {
        std::vector<const typed::Variable*> assumptions;
        for (const auto& variable : variables) {
            if (facts_.at(variable.get()).assumption) {
                assumptions.push_back(variable.get());
            }
        }
        typed::VarDecl result;
        result.variables = owned(std::move(variables));
        add(out, range, node.ghost, std::move(result));
        for (const typed::Variable* variable : assumptions) {
            begin_as_true(*variable, range, out);
        }
    };
    if (!node.init) {
        variables = declare_locals(node);
        declaration();
        return;
    }
    if (const auto* such = std::get_if<ast::SuchThatRhs>(&*node.init)) {
        variables = declare_locals(node);
        std::vector<typed::Target> targets;
        for (const auto& variable : variables) {
            targets.push_back({variable->range, typed::VariableTarget{variable.get()}});
        }
        declaration();
        such_that(range, std::move(targets), *such, out);
        return;
    }
    Statements assignment;
    const auto make_targets = [&] {
        variables = declare_locals(node);
        std::vector<PendingTarget> targets;
        for (const auto& variable : variables) {
            targets.push_back(variable_target(*variable, variable->range));
        }
        return targets;
    };
    if (const auto* failable = std::get_if<ast::OrFailRhs>(&*node.init)) {
        assign_or_fail(range, *failable, node.vars.size(), make_targets, assignment);
    } else {
        assign_all(range, std::get<ast::AssignRhs>(*node.init), make_targets, assignment);
    }
    declaration();
    for (typed::StmtPtr& stmt : assignment) {
        out.push_back(std::move(stmt));
    }
}

} // namespace daphnia::resolve
