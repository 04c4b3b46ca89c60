#include "resolve/match.h"

#include "resolve/attributes.h"
#include "resolve/datatype_values.h"
#include "resolve/expressions.h"
#include "resolve/meanings.h"
#include "resolve/modules.h"
#include "resolve/noting.h"
#include "resolve/pattern_shapes.h"
#include "resolve/patterns.h"
#include "resolve/statements.h"
#include "resolve/suggestions.h"
#include "typed/print.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

SourceRange keyword_of(SourceRange match) {
    return first_token(match, 5);
}

} // namespace

PatternShape Matches::match_pattern(const ast::Pattern& pattern, const PreType& type, const ValueMaker& value,
                                    bool in_or, typed::VariableKind kind, CaseParts& out) {
    const PreType head = inference_.head(type);
    PatternShape shape;
    if (const auto* name = std::get_if<ast::NamePattern>(&pattern.node)) {
        answer_constructors(globals_, name->name.range, head.kind == PreKind::Datatype ? head.datatype : nullptr);
        const bool constructor =
            head.kind == PreKind::Datatype && name->type == nullptr &&
            std::any_of(head.datatype->constructors.begin(), head.datatype->constructors.end(),
                        [&](const typed::Constructor& each) { return each.name == name->name.text; });
        if (constructor) {
            return match_constructor(pattern, name->name, nullptr, head, value, in_or, kind, out);
        }
        if (name->name.text == "_" && name->type == nullptr) {
            return shape;
        }
        if (const ast::Expr* constant = constant_in_pattern(*name)) {
            return match_literal(pattern, *constant, value, out);
        }
        if (in_or) {
            reporter().error(Rule::Misplaced, pattern.range, "disjunctive patterns may not bind variables");
            variables_.declare_untyped(name->name);
            return shape;
        }
        Draft part = value();
        part.expr->range = part.expr->anchor = pattern.range; // where a type that is declared is checked
        auto variable = variables_.new_variable(name->name, name->type.get(), kind, pattern.ghost);
        agree(type_of(*variable), part.type, pattern.range,
              "match source type '{1}' not assignable to bound variable (of type '{0}')");
        variables_.bind(*variable, *part.expr);
        out.variables.push_back({std::move(variable), std::move(part)});
    } else if (const auto* constructor = std::get_if<ast::ConstructorPattern>(&pattern.node)) {
        return match_constructor(pattern, constructor->name, &constructor->arguments, head, value, in_or, kind, out);
    } else if (const auto* tuple = std::get_if<ast::TuplePattern>(&pattern.node)) {
        if (head.kind != PreKind::Tuple || head.arguments.size() != tuple->elements.size()) {
            if (head.kind != PreKind::Unknown) {
                reporter().error(Rule::Type, pattern.range,
                                 fmt::format("tuple type does not match type '{}'", inference_.show(head)));
            }
            variables_.declare_untyped(pattern);
            return shape;
        }
        shape.kind = PatternShape::Kind::Tuple;
        for (std::size_t i = 0; i < tuple->elements.size(); ++i) {
            const ValueMaker component = [&, i] {
                return datatypes_.select(pattern.range, pattern.range, value(), head, i);
            };
            shape.parts.push_back(match_part(*tuple->elements[i], head.arguments[i], component, in_or, kind, out));
        }
    } else if (const auto* literal = std::get_if<ast::LiteralPattern>(&pattern.node)) {
        return match_literal(pattern, *literal->value, value, out);
    } else if (const auto* either = std::get_if<ast::OrPattern>(&pattern.node)) {
        shape.kind = PatternShape::Kind::Or;
        std::optional<Draft> test;
        bool always = false;
        for (const ast::PatternPtr& alternative : either->alternatives) {
            CaseParts parts;
            shape.parts.push_back(match_pattern(*alternative, head, value, true, kind, parts));
            always = always || parts.tests.empty();
            Draft own = all_of(alternative->range, std::move(parts.tests));
            test = test ? binary(pattern.range, pattern.range, typed::BinaryOp::Or, std::move(*test), std::move(own))
                        : std::move(own);
        }
        if (always) {
            drop(std::move(test->expr));
        } else {
            out.tests.push_back(std::move(*test));
        }
    }
    return shape;
}

PatternShape Matches::match_part(const ast::Pattern& pattern, const PreType& type, const ValueMaker& value, bool in_or,
                                 typed::VariableKind kind, CaseParts& out) {
    if (std::holds_alternative<ast::OrPattern>(pattern.node)) {
        reporter().error(Rule::Misplaced, pattern.range, "disjunctive patterns are not allowed inside other patterns");
        variables_.declare_untyped(pattern);
        return {};
    }
    return match_pattern(pattern, type, value, in_or, kind, out);
}

PatternShape Matches::match_literal(const ast::Pattern& pattern, const ast::Expr& literal, const ValueMaker& value,
                                    CaseParts& out) {
    Draft constant = expressions_.expression(literal, Context{});
    PatternShape shape;
    shape.kind = PatternShape::Kind::Literal;
    shape.literal = typed::print(*constant.expr);
    Draft part = value();
    agree(part.type, constant.type, pattern.range,
          "the type of the pattern ({1}) does not agree with the match expression ({0})");
    out.tests.push_back(
        binary(pattern.range, pattern.range, typed::BinaryOp::Equal, std::move(part), std::move(constant)));
    return shape;
}

// The literal of which the name in a pattern is a constant; null when it is a new variable.
const ast::Expr* Matches::constant_in_pattern(const ast::NamePattern& name) {
    const std::string& text = name.name.text;
    if (name.type != nullptr || variables_.find(text) != nullptr) {
        return nullptr;
    }
    const std::optional<Meaning> meaning = meanings_.declared_name(text);
    auto* const* member = meaning ? std::get_if<Member*>(&*meaning) : nullptr;
    const auto* constant = member == nullptr ? nullptr : std::get_if<ConstantEntry>(*member);
    if (constant == nullptr) {
        return nullptr;
    }
    note(globals_, name.name.range, *meaning);
    const ast::Expr* const value = constant->ast->value.get();
    const auto* negated = value == nullptr ? nullptr : std::get_if<ast::Unary>(&value->node);
    const ast::Expr* const core = negated != nullptr ? negated->operand.get() : value;
    if (core == nullptr ||
        !(std::holds_alternative<ast::IntLit>(core->node) || std::holds_alternative<ast::RealLit>(core->node) ||
          (negated == nullptr &&
           (std::holds_alternative<ast::BoolLit>(core->node) || std::holds_alternative<ast::CharLit>(core->node) ||
            std::holds_alternative<ast::StringLit>(core->node))))) {
        reporter().error(Rule::Misplaced, name.name.range,
                         fmt::format("{} is not initialized as a constant literal", text));
        return nullptr;
    }
    return value;
}

PatternShape Matches::match_constructor(const ast::Pattern& pattern, const ast::Ident& name,
                                        const std::vector<ast::PatternPtr>* arguments, const PreType& type,
                                        const ValueMaker& value, bool in_or, typed::VariableKind kind, CaseParts& out) {
    const PatternShape nothing;
    if (type.kind != PreKind::Datatype) {
        if (type.kind != PreKind::Unknown) {
            reporter().error(Rule::Type, name.range,
                             fmt::format("type '{}' does not contain a datatype constructor '{}'",
                                         inference_.show(type), name.text));
        }
        variables_.declare_untyped(pattern);
        return nothing;
    }
    const auto& constructors = type.datatype->constructors;
    const auto found = std::find_if(constructors.begin(), constructors.end(),
                                    [&](const typed::Constructor& each) { return each.name == name.text; });
    if (found == constructors.end()) {
        reporter().error(
            Rule::Type, name.range,
            fmt::format("type '{}' does not contain a datatype constructor '{}'", inference_.show(type), name.text),
            Suggestions::meant_by_constructor(name.text, *type.datatype));
        variables_.declare_untyped(pattern);
        return nothing;
    }
    note(globals_, name.range, found->name_range);
    const std::size_t given = arguments == nullptr ? 0 : arguments->size();
    if (given != found->fields.size()) {
        reporter().error(Rule::Type, name.range,
                         arguments == nullptr
                             ? fmt::format("constructor '{}' of arity {} is applied without any arguments", name.text,
                                           found->fields.size())
                             : fmt::format("constructor '{}' of arity {} is applied to {} argument(s)", name.text,
                                           found->fields.size(), given));
        variables_.declare_untyped(pattern);
        return nothing;
    }
    PatternShape shape;
    shape.kind = PatternShape::Kind::Constructor;
    shape.datatype = type.datatype;
    shape.constructor = static_cast<std::size_t>(found - constructors.begin());
    if (constructors.size() > 1) {
        out.tests.push_back(datatypes_.made_by(pattern.range, name.range, value(), shape.constructor));
    }
    for (std::size_t i = 0; i < given; ++i) {
        const ast::Pattern& argument = *(*arguments)[i];
        const ValueMaker part = [&, i] {
            return datatypes_.destruct(argument.range, argument.range, value(), type, found->destructors[i], true);
        };
        shape.parts.push_back(match_part(argument,
                                         variables_.declared_type(*found->fields[i], datatypes_.arguments_of(type)),
                                         part, in_or, kind, out));
    }
    return shape;
}

Draft Matches::all_of(SourceRange range, std::vector<Draft> tests) {
    if (tests.empty()) {
        return make(range, range, pre(PreKind::Bool), typed::BoolLiteral{true});
    }
    Draft result = std::move(tests.front());
    for (std::size_t i = 1; i < tests.size(); ++i) {
        result = conjunction(range, std::move(result), std::move(tests[i]));
    }
    result.expr->range = range;
    return result;
}

bool Matches::is_matchable(const PreType& type, SourceRange at, const char* what) {
    inference_.decide_literal(type);
    const PreKind kind = inference_.head(type).kind;
    if (kind == PreKind::Hole) {
        reporter().error(Rule::Underspecified, at,
                         fmt::format("could not resolve the type of the source of the match {}. Please provide "
                                     "additional typing annotations",
                                     what));
    }
    return kind != PreKind::Hole && kind != PreKind::Unknown;
}

std::optional<std::string> Matches::uncovered(const std::vector<PatternShape>& shapes,
                                              const std::vector<SourceRange>& at) {
    for (std::size_t i = 0; i < shapes.size() && reporter().error_count() == declaration_.errors_before; ++i) {
        if (!is_reachable({shapes.begin(), shapes.begin() + static_cast<std::ptrdiff_t>(i)}, shapes[i])) {
            reporter().warning(Rule::Redundant, at[i], "this branch is redundant");
        }
    }
    return uncovered_value(shapes);
}

typed::StmtPtr Matches::match_case_assertion(SourceRange range, Draft test, const char* what,
                                             const std::string& missing) {
    test.expr->range = range;
    test.expr->anchor = keyword_of(range);
    return make_stmt(range, true,
                     typed::Assert{typed::AssertKind::MatchCase, std::move(test.expr), nullptr,
                                   fmt::format("missing case in match {}: {}", what, missing)});
}

Draft Matches::match_expression(SourceRange range, const ast::MatchExpr& node, Context context) {
    Draft scrutinee = expressions_.expression(*node.scrutinee, context);
    inference_.advance();
    if (node.cases.empty()) {
        return match_nothing(range, std::move(scrutinee));
    }
    if (!is_matchable(scrutinee.type, keyword_of(range), "expression")) {
        drop(std::move(scrutinee.expr));
        for (const ast::MatchExprCase& each : node.cases) {
            const VariableScope::Frame frame(variables_.scope());
            variables_.declare_untyped(*each.pattern);
            drop(expressions_.expression(*each.body, context).expr);
        }
        return wrong(range);
    }
    // The value is looked at several times: it gets a name, unless it has one.
    const typed::Variable* named = typed::read_variable(*scrutinee.expr);
    std::unique_ptr<typed::Variable> whole;
    if (named == nullptr) {
        whole = variables_.new_variable({kWhole, node.scrutinee->range}, nullptr, typed::VariableKind::Bound, false);
        agree(type_of(*whole), scrutinee.type, scrutinee.expr->anchor, "{0} is not {1}");
        variables_.bind(*whole, *scrutinee.expr);
        named = whole.get();
    }
    const ValueMaker value = [&] { return read(*named, node.scrutinee->range); };
    std::vector<CaseParts> cases;
    std::vector<Draft> bodies;
    PreType type = pre(PreKind::Unknown); // of all of them
    std::vector<PatternShape> shapes;
    std::vector<SourceRange> places;
    for (const ast::MatchExprCase& each : node.cases) {
        check_attributes(reporter(), each.attributes, AttributePlace::Statement);
        const VariableScope::Frame frame(variables_.scope());
        CaseParts parts;
        shapes.push_back(match_pattern(*each.pattern, scrutinee.type, value, false, typed::VariableKind::Bound, parts));
        places.push_back(each.pattern->range);
        typed::Let let;
        for (Component& component : parts.variables) {
            variables_.declare(*component.variable, "parameter");
            let.variables.push_back(std::move(component.variable));
            let.values.push_back(std::move(component.value.expr));
        }
        Draft body = expressions_.expression(*each.body, context);
        type = bodies.empty() ? body.type : inference_.common(type, body.type);
        if (!bodies.empty()) {
            agree(type, body.type, body.expr->anchor,
                  "type of case bodies do not agree (found {1}, previous types {0})");
        }
        if (!let.variables.empty()) {
            const SourceRange at = body.expr->range;
            const SourceRange anchor = body.expr->anchor;
            let.body = std::move(body.expr);
            body = make(at, anchor, std::move(body.type), std::move(let));
        }
        bodies.push_back(std::move(body));
        cases.push_back(std::move(parts));
    }
    const std::optional<std::string> missing = uncovered(shapes, places);
    Draft result = std::move(bodies.back());
    if (missing && !cases.back().tests.empty()) {
        typed::StatementExpr checked;
        Draft test = all_of(places.back(), std::move(cases.back().tests));
        checked.statements.push_back(match_case_assertion(range, std::move(test), "expression", *missing));
        checked.body = std::move(result.expr);
        result = make(range, keyword_of(range), type, std::move(checked));
    } else {
        drop(all_of(places.back(), std::move(cases.back().tests)).expr);
    }
    for (std::size_t i = cases.size() - 1; i-- > 0;) {
        Draft test = all_of(places[i], std::move(cases[i].tests));
        result = make(range, keyword_of(range), type,
                      typed::IfThenElse{std::move(test.expr), std::move(bodies[i].expr), std::move(result.expr)});
    }
    if (whole == nullptr) {
        drop(std::move(scrutinee.expr));
        return result;
    }
    typed::Let let;
    let.variables.push_back(std::move(whole));
    let.values.push_back(std::move(scrutinee.expr));
    let.body = std::move(result.expr);
    return make(range, keyword_of(range), type, std::move(let));
}

// match e {}  becomes  var t := e; assert false; [][0]
Draft Matches::match_nothing(SourceRange range, Draft scrutinee) {
    auto whole = variables_.new_variable({kWhole, scrutinee.expr->range}, nullptr, typed::VariableKind::Bound, false);
    agree(type_of(*whole), scrutinee.type, scrutinee.expr->anchor, "{0} is not {1}");
    variables_.bind(*whole, *scrutinee.expr);
    PreType type = inference_.hole();
    // Where false is known there is an element of nothing, of whatever type is wanted.
    Draft nothing = make(range, range, pre_seq(type), typed::SeqDisplay{});
    Draft first = integer(range, support::Integer(0));
    typed::StatementExpr checked;
    Draft never = make(range, range, pre(PreKind::Bool), typed::BoolLiteral{false});
    checked.statements.push_back(match_case_assertion(range, std::move(never), "expression", "_"));
    checked.body = make(range, range, type, typed::SeqIndex{std::move(nothing.expr), std::move(first.expr)}).expr;
    typed::Let let;
    let.variables.push_back(std::move(whole));
    let.values.push_back(std::move(scrutinee.expr));
    let.body = make(range, keyword_of(range), type, std::move(checked)).expr;
    return make(range, keyword_of(range), std::move(type), std::move(let));
}

void Matches::match_statement(SourceRange range, const ast::MatchStmt& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    Draft scrutinee = expressions_.expression(*node.scrutinee, statement_context());
    inference_.advance();
    if (!is_matchable(scrutinee.type, node.keyword, "statement")) {
        drop(std::move(scrutinee.expr));
        for (const ast::MatchStmtCase& each : node.cases) {
            const VariableScope::Frame frame(variables_.scope());
            variables_.declare_untyped(*each.pattern);
            statements_.nested_statements(each.stmts);
        }
        return;
    }
    const PreType type = scrutinee.type;
    const typed::Variable* named = typed::read_variable(*scrutinee.expr);
    if (named == nullptr) {
        auto whole =
            variables_.new_variable({kWhole, node.scrutinee->range}, nullptr, typed::VariableKind::Local, false);
        agree(type_of(*whole), type, scrutinee.expr->anchor, "{0} is not {1}");
        variables_.bind(*whole, *scrutinee.expr);
        named = whole.get();
        typed::VarDecl declaration;
        typed::Assign assign;
        assign.targets.push_back({node.scrutinee->range, typed::VariableTarget{named}});
        assign.values.push_back({node.scrutinee->range, std::move(scrutinee.expr)});
        declaration.variables.push_back(std::move(whole));
        add(out, node.scrutinee->range, false, std::move(declaration));
        add(out, node.scrutinee->range, false, std::move(assign));
    } else {
        drop(std::move(scrutinee.expr));
    }
    const ValueMaker value = [&] { return read(*named, node.scrutinee->range); };
    std::vector<CaseParts> cases;
    std::vector<StmtList> bodies;
    std::vector<PatternShape> shapes;
    std::vector<SourceRange> places;
    for (const ast::MatchStmtCase& each : node.cases) {
        check_attributes(reporter(), each.attributes, AttributePlace::Statement);
        const VariableScope::Frame frame(variables_.scope());
        CaseParts parts;
        shapes.push_back(match_pattern(*each.pattern, type, value, false, typed::VariableKind::Local, parts));
        places.push_back(each.pattern->range);
        StmtList body;
        if (!parts.variables.empty()) {
            typed::VarDecl declaration;
            typed::Assign assign;
            for (Component& component : parts.variables) {
                variables_.declare(*component.variable, "parameter");
                const SourceRange at = component.variable->range;
                assign.targets.push_back({at, typed::VariableTarget{component.variable.get()}});
                assign.values.push_back({at, std::move(component.value.expr)});
                declaration.variables.push_back(std::move(component.variable));
            }
            add(body, each.pattern->range, false, std::move(declaration));
            add(body, each.pattern->range, false, std::move(assign));
        }
        for (typed::StmtPtr& statement : statements_.nested_statements(each.stmts)) {
            body.push_back(std::move(statement));
        }
        bodies.push_back(std::move(body));
        cases.push_back(std::move(parts));
    }
    const std::optional<std::string> missing = uncovered(shapes, places);
    if (node.cases.empty()) {
        Draft never = make(range, range, pre(PreKind::Bool), typed::BoolLiteral{false});
        out.push_back(match_case_assertion(range, std::move(never), "statement", "_"));
        return;
    }
    typed::StmtPtr result;
    for (std::size_t i = cases.size(); i-- > 0;) {
        const SourceRange at = node.cases[i].range;
        Draft test = all_of(places[i], std::move(cases[i].tests));
        if (result != nullptr) {
            typed::StmtPtr then = make_stmt(at, false, typed::Block{std::move(bodies[i]), nullptr});
            result = make_stmt(range, false, typed::If{std::move(test.expr), std::move(then), std::move(result)});
            continue;
        }
        if (missing && shapes[i].kind != PatternShape::Kind::Any) {
            bodies[i].insert(bodies[i].begin(), match_case_assertion(range, std::move(test), "statement", *missing));
        } else {
            drop(std::move(test.expr));
        }
        result = make_stmt(at, false, typed::Block{std::move(bodies[i]), nullptr});
    }
    out.push_back(std::move(result));
}

} // namespace daphnia::resolve
